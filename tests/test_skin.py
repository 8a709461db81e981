"""The numbers: in range, with a source, and refused when they cannot be."""

import math
from dataclasses import fields

import pytest

from milia.anatomy.skin import (
    SITES,
    Comedone,
    Follicle,
    Length,
    Milium,
    Pustule,
    Skin,
    Specimen,
    deeper,
    lengths,
    stretched,
)
from milia.content import load

LENGTHS = {name: value for name, value in vars(lengths).items() if isinstance(value, Length)}
LEDGER = load().anatomy_numbers
KINDS = [Follicle, Comedone, Milium, Pustule]


@pytest.mark.parametrize("name", LENGTHS)
def test_a_length_lies_in_its_range_and_names_its_sources(name: str) -> None:
    length = LENGTHS[name]
    assert 0 <= length.low <= length.typical <= length.high
    assert length.typical > 0
    assert length.sources
    assert set(length.sources) <= set(load().sources)
    assert length.unit == "mm"


@pytest.mark.parametrize("name", [n for n, length in LENGTHS.items() if length.entry in LEDGER])
def test_a_length_of_the_ledger_is_as_it_stands_there(name: str) -> None:
    length, number = LENGTHS[name], LEDGER[LENGTHS[name].entry]
    mm = {"µm": 1000, "mm": 1}[number.unit]
    ours = (length.low, length.typical, length.high)
    assert ours == pytest.approx((number.low / mm, number.typical / mm, number.high / mm))
    assert length.kind == number.basis
    assert set(length.sources) == set(number.sources)


@pytest.mark.parametrize("name", [n for n, length in LENGTHS.items() if length.entry not in LEDGER])
def test_a_length_the_ledger_lacks_is_called_modelled(name: str) -> None:
    assert LENGTHS[name].kind == "modelled"


def test_most_lengths_are_those_of_the_ledger() -> None:
    assert sum(length.entry in LEDGER for length in LENGTHS.values()) >= 20


def test_no_two_lengths_are_the_same_entry() -> None:
    entries = [length.entry for length in LENGTHS.values()]
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize(
    "name", ["MILIUM_ROOF", "MILIUM_WALL", "PUSTULE_DEPTH", "MILIUM_RISE", "COMEDONE_PORE"]
)
def test_what_nobody_has_measured_is_called_modelled(name: str) -> None:
    assert LENGTHS[name].kind == "modelled"
    assert "own-arithmetic" in LENGTHS[name].sources


def test_each_site_has_the_skin_of_its_lengths() -> None:
    assert list(SITES) == ["cheek", "nose", "eyelid"]
    assert Skin.at("cheek") == Skin()
    assert Skin.at("nose").dermis == 1.9692
    assert Skin.at("eyelid").thickness == pytest.approx(lengths.EYELID_SKIN.typical)
    assert Skin.at("eyelid").dermis < 0.3


def test_an_unknown_site_is_refused_with_the_nearest_and_all_known_ones() -> None:
    with pytest.raises(
        ValueError,
        match=r"No site 'eyelids'. Did you mean 'eyelid'\? Known sites: cheek, nose, eyelid\.",
    ):
        Skin.at("eyelids")
    with pytest.raises(ValueError, match=r"No site 'knee'\. Known"):
        Skin.at("knee")


def test_the_typical_milium_lies_in_the_skin_of_a_cheek() -> None:
    milium, skin = Milium(), Skin.at("cheek")
    assert milium.floor < skin.thickness
    assert milium.centre - milium.half == pytest.approx(milium.roof - milium.rise)


@pytest.mark.parametrize("site", ["cheek", "nose"])
@pytest.mark.parametrize("kind", KINDS)
def test_everything_typical_fits_into_cheek_and_nose(site: str, kind: type) -> None:
    assert Specimen(Skin.at(site), (kind(),)).lesions == (kind(),)


def test_only_a_small_milium_fits_near_the_lashes() -> None:
    eyelid = Skin.at("eyelid")
    assert Specimen(eyelid, (Milium(0.5, roof=0.03, rise=0.25),))
    for diameter in (0.8, 1.0, 1.5):
        with pytest.raises(ValueError, match=r"milium reaches .* 0\.32 mm thick"):
            Specimen(eyelid, (Milium(diameter, roof=0.03, rise=diameter / 2),))


@pytest.mark.parametrize("kind", [Skin, *KINDS])
@pytest.mark.parametrize("value", [0.0, -0.1, math.nan, math.inf])
def test_an_impossible_length_is_refused_by_name(kind: type, value: float) -> None:
    for field in fields(kind):
        with pytest.raises(ValueError, match=rf"{kind.__name__}\.{field.name} is {value} mm"):
            kind(**{field.name: value})


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deeper_than_the_skin_is_refused_with_the_limit_and_the_reason(kind: type) -> None:
    name = kind.kind.replace("-", " ")
    with pytest.raises(ValueError, match=rf"{name} reaches \d\.\d\d mm.*0\.32 mm thick.*the fat"):
        Specimen(Skin.at("eyelid"), (kind(),))


@pytest.mark.parametrize(("kind", "limit"), [(Comedone, 3), (Milium, 3), (Pustule, 5)])
def test_a_bump_wider_than_any_reported_is_refused(kind: type, limit: int) -> None:
    with pytest.raises(ValueError, match=rf"9\.00 mm wide\. At most {limit}\.00 mm.*evidence"):
        kind(9.0)


def test_what_leaves_no_room_inside_is_refused() -> None:
    with pytest.raises(ValueError, match=r"rises 0\.90 mm\. At most 0\.81 mm"):
        Milium(rise=0.9)
    with pytest.raises(ValueError, match=r"wall of the milium is 0\.8 mm"):
        Milium(wall=0.8)
    with pytest.raises(ValueError, match="pore of the closed comedone is 1 mm wide"):
        Comedone(pore=1.0)
    with pytest.raises(ValueError, match="cover of the pustule is 2 mm thick"):
        Pustule(cover=2.0)
    with pytest.raises(ValueError, match=r"hair is 0\.06 mm thick and its pore 0\.06 mm"):
        Follicle(hair=0.06)
    with pytest.raises(ValueError, match=r"stratum_corneum is 0\.05 mm"):
        Skin(stratum_corneum=0.05)


@pytest.mark.parametrize(
    "row",
    [(), (Milium(), Milium()), (Milium(), Comedone(), Pustule()),
     (Follicle(), Milium(), Pustule())],
)  # fmt: skip
def test_a_row_that_cannot_be_labelled_is_refused(row: tuple) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        Specimen(lesions=row)


def test_a_stretch_thickens_the_epidermis_and_moves_all_below_it_by_as_much() -> None:
    skin = Skin()
    assert deeper(skin.stratum_corneum, skin, 4) == pytest.approx(4 * skin.stratum_corneum)
    assert deeper(skin.epidermis, skin, 4) == pytest.approx(4 * skin.epidermis)
    assert deeper(0.8, skin, 4) == pytest.approx(0.8 + 3 * skin.epidermis)
    assert deeper(0.8, skin, 1) == 0.8


@pytest.mark.parametrize("kind", KINDS)
def test_a_stretched_specimen_keeps_its_dermis_and_its_widths(kind: type) -> None:
    plain = Specimen(lesions=(kind(),))
    thick = stretched(plain, 4)
    assert thick.skin.epidermis == 4 * plain.skin.epidermis
    assert thick.skin.dermis == plain.skin.dermis
    assert thick.lesions[0].half == plain.lesions[0].half
    assert thick.lesions[0].floor > plain.lesions[0].floor
    assert stretched(plain, 1) == plain


@pytest.mark.parametrize("times", [0.5, 0, -1, math.nan])
def test_a_stretch_that_shrinks_is_refused(times: float) -> None:
    with pytest.raises(ValueError, match="Choose 1"):
        stretched(Specimen(), times)
