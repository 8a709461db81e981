"""The numbers: in range, with a source, and refused when they cannot be."""

import math
from dataclasses import fields

import pytest

from milia.anatomy import skin
from milia.anatomy.skin import Length, Milium, Pustule, Skin, Specimen

LENGTHS = {name: value for name, value in vars(skin).items() if isinstance(value, Length)}


@pytest.mark.parametrize("name", LENGTHS)
def test_a_length_lies_in_its_range_and_names_its_sources(name: str) -> None:
    length = LENGTHS[name]
    assert 0 < length.low <= length.typical <= length.high
    assert length.sources
    assert length.unit == "mm"


def test_no_two_lengths_are_the_same_entry() -> None:
    entries = [length.entry for length in LENGTHS.values()]
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize("name", ["MILIUM_ROOF", "MILIUM_WALL", "PUSTULE_DEPTH", "MILIUM_RISE"])
def test_what_nobody_has_measured_is_called_modelled(name: str) -> None:
    assert LENGTHS[name].kind == "modelled"
    assert "derived" in LENGTHS[name].sources


def test_the_typical_milium_lies_in_the_skin_of_a_cheek() -> None:
    specimen = Specimen()
    assert specimen.milium.floor < specimen.skin.thickness
    assert specimen.milium.centre - specimen.milium.radius == pytest.approx(
        specimen.milium.roof - specimen.milium.rise
    )


@pytest.mark.parametrize("kind", [Skin, Milium, Pustule])
@pytest.mark.parametrize("value", [0.0, -0.1, math.nan, math.inf])
def test_an_impossible_length_is_refused_by_name(kind: type, value: float) -> None:
    for field in fields(kind):
        with pytest.raises(ValueError, match=rf"{kind.__name__}\.{field.name} is {value} mm"):
            kind(**{field.name: value})


def test_a_cyst_deeper_than_the_skin_is_refused_with_the_limit_and_the_reason() -> None:
    eyelid = Skin(dermis=0.811)
    with pytest.raises(ValueError, match=r"milium reaches 1\.16 mm.*0\.86 mm thick.*into the fat"):
        Specimen(eyelid, Milium())


def test_pus_deeper_than_the_skin_is_refused() -> None:
    with pytest.raises(ValueError, match=r"pustule reaches 1\.20 mm.*0\.86 mm thick"):
        Specimen(Skin(dermis=0.811), Milium(diameter=0.5, rise=0.2), Pustule(depth=1.2))


def test_a_milium_that_stands_on_the_skin_is_refused() -> None:
    with pytest.raises(ValueError, match=r"rises 0\.90 mm\. At most 0\.81 mm"):
        Specimen(milium=Milium(rise=0.9))
