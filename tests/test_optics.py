"""The colour of skin: light in layers, as published; ten tones, evenly apart; redness by tone."""

import math
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milia.anatomy import optics
from milia.anatomy.optics import Filling, Tissue, ciede2000, lab, reflectance, tones, xyz
from milia.anatomy.optics import absorption as of
from milia.anatomy.optics.colour import WHITE, encoded, linear, matching, written
from milia.anatomy.optics.haemoglobin import NM, oxy_deoxy
from milia.anatomy.optics.layers import Film, deep, film, over, seen
from milia.anatomy.optics.tissue import reflected

ROOM = Path(optics.__file__).parent

shares = st.floats(0, 1)
coefficients = st.floats(0, 500)  # per mm: from nothing to more than any tissue has
lengths = st.floats(0, 3)
tissues = st.builds(
    Tissue, melanin=shares, blood=shares, saturation=shares, epidermis=st.floats(0, 0.2)
)
fillings = st.none() | st.builds(Filling, st.sampled_from(["keratin", "pus"]), lengths, lengths)
calm = Tissue(melanin=0.1)


# --- layers


@given(coefficients, coefficients, lengths)
def test_a_film_makes_no_light(absorption: float, scattering: float, thick: float) -> None:
    layer = film(absorption, scattering, thick)
    assert 0 <= layer.reflected <= 1
    assert 0 <= layer.passed <= 1
    assert layer.reflected + layer.passed <= 1 + 1e-12
    if absorption == 0:
        assert layer.reflected + layer.passed == pytest.approx(1)


@given(coefficients, coefficients, lengths, shares, st.floats(0.01, 0.99))
def test_a_film_cut_in_two_is_the_same_film(
    absorption: float, scattering: float, thick: float, under: float, cut: float
) -> None:
    whole = over(film(absorption, scattering, thick), under)
    lower = over(film(absorption, scattering, (1 - cut) * thick), under)
    both = over(film(absorption, scattering, cut * thick), lower)
    assert both == pytest.approx(whole, abs=1e-9)


@given(st.floats(1e-3, 50), st.floats(1e-2, 50), shares)
def test_a_film_that_is_thick_enough_hides_what_is_under_it(
    absorption: float, scattering: float, under: float
) -> None:
    ratio = 2 * absorption / (0.75 * scattering)
    published = 1 + ratio - math.sqrt(ratio**2 + 2 * ratio)  # Kubelka and Munk 1931
    assert deep(absorption, scattering) == pytest.approx(published, abs=1e-9)
    assert over(film(absorption, scattering, 1e5), under) == pytest.approx(published, abs=1e-9)


def test_a_film_without_thickness_is_not_there() -> None:
    assert film(3, 5, 0) == Film(0, 1)
    assert over(film(3, 5, 0), 0.4) == 0.4


def test_the_surface_keeps_all_in_order() -> None:
    assert seen(0) == 0
    assert seen(1) == pytest.approx(0.96)
    assert seen(0.5) < 0.5  # much of it is sent back in


# --- what absorbs


def peaks(column: int) -> list[float]:
    values = {nm: oxy_deoxy(nm)[column] for nm in NM if 500 <= nm <= 620}
    rows = zip(values, list(values)[1:], list(values)[2:], strict=False)
    return [b for a, b, c in rows if values[a] < values[b] > values[c]]


def test_haemoglobin_has_its_bands_where_they_are_published() -> None:
    assert peaks(0) == pytest.approx([542, 577], abs=2)  # with oxygen
    assert peaks(1) == pytest.approx([555], abs=2)  # without


@pytest.mark.parametrize(("saturation", "bands"), [(1.0, [542, 577]), (0.0, [555])])
def test_blood_darkens_skin_where_its_bands_are(saturation: float, bands: list[int]) -> None:
    seen_at = {nm: reflected(nm, Tissue(0.01, 0.02, saturation)) for nm in range(524, 600, 2)}
    rows = zip(seen_at, list(seen_at)[1:], list(seen_at)[2:], strict=False)
    dips = [b for a, b, c in rows if seen_at[a] > seen_at[b] < seen_at[c]]
    assert dips == pytest.approx(bands, abs=3)


def test_haemoglobin_absorbs_alike_with_and_without_oxygen_where_that_is_published() -> None:
    """Its isosbestic points, as published, within the steps of the table."""
    differ = {nm: math.copysign(1, (lambda pair: pair[0] - pair[1])(oxy_deoxy(nm))) for nm in NM}
    crossings = [b for (a, x), (b, y) in pairwise(differ.items()) if x != y]
    for published in (422, 452, 500, 530, 545, 570, 584):
        assert any(abs(crossing - published) <= 10 for crossing in crossings), published


@pytest.mark.parametrize(
    ("value", "published"),
    [(of.melanin(500), 67.9), (of.baseline(500), 0.0702), (of.scattering(500), 4.6),
     (of.blood(540, 1.0), 28.5)],
)  # fmt: skip
def test_a_coefficient_is_the_published_one_per_mm(value: float, published: float) -> None:
    assert value == pytest.approx(published, rel=0.01)


def test_light_outside_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match=r"No haemoglobin at 900 nm\. The table has 380 to 700 nm"):
        oxy_deoxy(900)


# --- skin


@given(tissues, fillings)
def test_skin_sends_back_some_of_the_light_and_never_more(
    tissue: Tissue, filling: Filling | None
) -> None:
    assert all(0 <= share <= 1 for share in reflectance(tissue, filling))


@given(tissues, fillings, st.floats(0.001, 0.3))
def test_more_pigment_darkens_every_wavelength(
    tissue: Tissue, filling: Filling | None, more: float
) -> None:
    thick = replace(tissue, melanin=0.6 * tissue.melanin, epidermis=0.045)
    darker = replace(thick, melanin=thick.melanin + more)
    before, after = reflectance(thick, filling), reflectance(darker, filling)
    assert all(b < a for a, b in zip(before, after, strict=True))
    assert lab(xyz(after))[0] < lab(xyz(before))[0]


@given(tissues)
def test_more_blood_darkens_green_light(tissue: Tissue) -> None:
    more = replace(tissue, blood=min(1, tissue.blood + 0.05))
    assert reflected(542, more) <= reflected(542, tissue)


FIELDS = [
    ("melanin", 0, 0.6), ("blood", 0, 0.2), ("saturation", 0, 1), ("epidermis", 0, 0.1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "low", "high"), FIELDS)
@pytest.mark.parametrize("filling", [None, Filling("keratin", 0.5, 0.02), Filling("pus", 0.5)])
def test_no_value_makes_the_colour_jump(
    name: str, low: float, high: float, filling: Filling | None
) -> None:
    """Half the step, half the difference: so it is with what is smooth, and not with a jump."""

    def largest(count: int) -> float:
        steps = [low + (high - low) * at / count for at in range(count + 1)]
        path = [lab(xyz(reflectance(replace(calm, **{name: at}), filling))) for at in steps]
        return max(math.dist(a, b) for a, b in pairwise(path))

    coarse, fine = largest(40), largest(80)
    assert fine < 0.75 * coarse


@pytest.mark.parametrize("material", ["keratin", "pus"])
def test_a_filling_grows_out_of_nothing_without_a_jump(material: str) -> None:
    none = reflectance(calm)
    assert reflectance(calm, Filling(material, 0.0)) == pytest.approx(none)
    assert reflectance(calm, Filling(material, 1e-6)) == pytest.approx(none, abs=1e-4)
    light = [optics.lightness(calm)]
    light += [lab(xyz(reflectance(calm, Filling(material, t / 20))))[0] for t in range(1, 21)]
    assert light == sorted(light)  # both are whiter than the dermis they stand before
    assert max(b - a for a, b in pairwise(light)) < 8


def test_pus_is_yellower_than_keratin() -> None:
    pale = tones()[0].tissue
    colours = {of: lab(xyz(reflectance(pale, Filling(of, 0.8)))) for of in ("keratin", "pus")}
    assert colours["pus"][2] > colours["keratin"][2] + 2


def test_what_no_skin_can_be_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"Tissue\.melanin is 1\.2"):
        Tissue(1.2)
    with pytest.raises(ValueError, match=r"Tissue\.epidermis is -1 mm"):
        Tissue(0.1, epidermis=-1)


# --- colour


def test_a_white_card_is_white_and_a_black_one_black() -> None:
    white, black = (xyz((share,) * len(of.WAVELENGTHS)) for share in (1.0, 0.0))
    assert white == pytest.approx(WHITE)
    assert lab(white) == pytest.approx((100, 0, 0), abs=1e-9)
    assert lab(black) == pytest.approx((0, 0, 0), abs=1e-9)
    assert (written(white), written(black)) == ("#ffffff", "#000000")
    assert linear(white) == pytest.approx((1, 1, 1), abs=1e-4)


def test_the_eye_is_most_sensitive_where_the_cie_found_it() -> None:
    best = [max(range(380, 701), key=lambda nm: matching(nm)[part]) for part in range(3)]
    assert best == pytest.approx([599, 555, 446], abs=4)
    assert matching(555)[1] == pytest.approx(1, abs=0.01)


def test_srgb_is_written_as_its_standard_says() -> None:
    assert encoded(0.0031308) == pytest.approx(0.04045, abs=1e-5)
    assert encoded(0.2140) == pytest.approx(0.5, abs=1e-3)
    assert (encoded(-1), encoded(2)) == (0, pytest.approx(1))


SHARMA = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 2.8361 -74.02 50 0 -82.7485 3.4412
50 -1.3802 -84.2814 50 0 -82.7485 1
50 -1.1848 -84.8006 50 0 -82.7485 1
50 -0.9009 -85.5211 50 0 -82.7485 1
50 0 0 50 -1 2 2.3669
50 -1 2 50 0 0 2.3669
50 2.49 -0.001 50 -2.49 0.0009 7.1792
50 2.49 -0.001 50 -2.49 0.001 7.1792
50 2.49 -0.001 50 -2.49 0.0011 7.2195
50 2.49 -0.001 50 -2.49 0.0012 7.2195
50 -0.001 2.49 50 0.0009 -2.49 4.8045
50 -0.001 2.49 50 0.001 -2.49 4.8045
50 -0.001 2.49 50 0.0011 -2.49 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.903
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1
50 2.5 0 50 3.2972 0 1
50 2.5 0 50 1.8634 0.5757 1
50 2.5 0 50 3.2592 0.335 1
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.263
61.2901 3.7196 -5.3901 61.4292 2.248 -4.962 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.694 23.0331 14.973 -42.5619 2.0373
36.4612 47.858 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.441 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.135 0.9033 -0.0636 -0.5514 0.9082
"""


def test_ciede2000_gives_what_its_authors_published() -> None:
    rows = [list(map(float, line.split())) for line in SHARMA.split("\n") if line]
    assert len(rows) == 34  # Sharma, Wu and Dalal 2005, table 1
    for *pair, published in rows:
        one, other = tuple(pair[:3]), tuple(pair[3:])
        assert ciede2000(one, other) == pytest.approx(published, abs=6e-5), pair
        assert ciede2000(other, one) == pytest.approx(published, abs=6e-5), pair


# --- ten tones


def test_ten_tones_are_evenly_spaced_in_lightness() -> None:
    levels = [optics.lightness(tone.tissue) for tone in tones()]
    assert len(levels) == 10
    assert [a - b for a, b in pairwise(levels)] == pytest.approx([5.5] * 9, abs=1e-6)
    assert levels == pytest.approx([tone.lightness for tone in tones()], abs=1e-6)


def test_a_tone_differs_from_the_next_in_pigment_alone_and_can_be_told_from_it() -> None:
    for one, other in pairwise(tones()):
        assert replace(one.tissue, melanin=0) == replace(other.tissue, melanin=0)
        assert one.tissue.melanin < other.tissue.melanin
        assert ciede2000(*(lab(xyz(reflectance(t.tissue))) for t in (one, other))) > 3


def test_the_pigment_of_the_tones_stays_near_what_was_published() -> None:
    assert tones()[0].tissue.melanin > 0.006  # Jacques 1998: 1.3 % in the lightest skin he names
    assert tones()[-1].tissue.melanin < 0.43  # and 43 % in the darkest


def test_an_unknown_tone_is_refused_with_the_known_ones() -> None:
    assert optics.tone(3) is tones()[2]
    with pytest.raises(ValueError, match=r"No skin tone 11\. There are 10: choose 1 to 10"):
        optics.tone(11)


# --- redness


@pytest.mark.parametrize("strength", ["mild", "strong"])
def test_redness_shows_less_the_darker_the_skin_but_it_shows(strength: str) -> None:
    rows = optics.chart(strength)
    differences = [row.difference for row in rows]
    assert [row.tone for row in rows] == list(tones())
    assert differences == sorted(differences, reverse=True)
    least = {"mild": 0.8, "strong": 1.6}  # 1 is just seen side by side, and real skin shows more
    assert differences[-1] > least[strength]
    assert all(row.lighter < 0 < row.redder for row in rows)  # darker and redder in every tone


def test_more_blood_shows_more() -> None:
    for mild, strong in zip(optics.chart("mild"), optics.chart(), strict=True):
        assert mild.difference < strong.difference
        assert mild.calm == strong.calm == strong.tone.colour


def test_as_much_blood_as_before_is_no_redness() -> None:
    assert optics.redness(optics.tone(4), 1).difference == 0


def test_an_unknown_redness_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"No redness 'fierce'\. Known: mild, strong"):
        optics.chart("fierce")


# --- the house


SAID = """
import sys
from milia.anatomy import optics
assert not {"numpy", "PIL"} & set(sys.modules)
print([(row.calm, row.inflamed, row.difference) for row in optics.chart()])
"""


def test_another_process_says_the_same_and_needs_no_library() -> None:
    env = {"PYTHONPATH": str(ROOM.parents[2]), "PYTHONHASHSEED": "1"}
    run = [sys.executable, "-c", SAID]
    said = subprocess.run(run, env=env, capture_output=True, text=True, check=True).stdout
    here = [(row.calm, row.inflamed, row.difference) for row in optics.chart()]
    assert said == f"{here}\n"


@pytest.mark.parametrize("name", [module.stem for module in ROOM.glob("*.py")])
def test_a_value_without_a_source_is_called_an_assumption(name: str) -> None:
    text = (ROOM / f"{name}.py").read_text(encoding="utf-8")
    assert "import numpy" not in text
    assert "Monk" not in text
    if name in ("absorption", "haemoglobin", "layers", "tissue", "colour", "difference", "redness"):
        assert "ource" in text or "ASSUMPTION" in text or "Jacques" in text
