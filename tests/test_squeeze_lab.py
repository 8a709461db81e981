"""The squeeze lab: what is said, on what it rests, and that nothing is said too surely."""

import gzip
import json
import re
from base64 import b64decode
from types import SimpleNamespace

import ipywidgets
import pytest
from pydantic import ValidationError

from milia import SqueezeLab
from milia.anatomy.mechanics import reader, resolve
from milia.content import ContentError
from milia.content.models import Grounded
from milia.widgets.base import css
from milia.widgets.squeeze_lab import data, frames, reading, sentences
from milia.widgets.squeeze_lab.squeeze_lab import most

from .wording import grade

LAB = sentences.words()
COMPUTED = [said for said in LAB.grounded() if said.computed]
NEVER = re.compile(
    r"\b(empt(y|ies|ied)|comes? out|got out|success|work(s|ed) well|clean|relief|drain|concentrat|"
    r"kPa|pascal|injur|damage|this much|hardness|too hard|mm)\b",
    re.I,
)


def all_that_is_said() -> str:
    return f"{SqueezeLab().text()} {' '.join(LAB.told())}"


# -- what a sentence rests on -----------------------------------------------------------------


def test_every_key_of_the_shares_is_told_and_no_other() -> None:
    shares = reader.shares()
    boxed = [said.computed for said in (*LAB.computed, *LAB.further)]
    assert sorted(boxed) == sorted(shares["computed"])
    assert {said.put_in for said in LAB.put_in} == set(shares["put_in"])
    assert {said.computed for said in COMPUTED} <= set(shares["computed"])
    assert {said.put_in for said in LAB.grounded() if said.put_in} <= set(shares["put_in"])


def test_a_sentence_below_95_of_100_under_either_assumption_is_never_bare() -> None:
    shown = SqueezeLab().words
    shares, bare_from = reader.shares()["shares"], reader.shares()["bare_from"]
    told = [(said, dict(shown["boxes"][1][2])) for said in LAB.computed]
    for panel, words in zip(LAB.panels, shown["panels"], strict=True):
        for state, of in zip(panel.states, words["states"], strict=True):
            told += [(said, of["pressed"]) for said in state.pressed if said.computed]
    qualified = 0
    for said, where in told:
        fewest = min(shares[look][said.computed] for look in ("slack", "taut"))
        bare = f"{said.text[0].lower()}{said.text[1:]}"
        if fewest < bare_from:
            qualified += 1
            assert said.text not in where, said.computed
            assert f"In {int(fewest)} of 100 samples: {bare}" in where, said.computed
        else:
            assert said.text in where, said.computed
    assert qualified == 3


def test_a_share_that_drops_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    dropped = json.loads(json.dumps(reader.shares()))
    dropped["shares"]["taut"]["open-pore-lets-fluid-out"] = 94.9
    monkeypatch.setattr(sentences, "reader", SimpleNamespace(shares=lambda: dropped))
    said = "some of the fluid leaves"
    told = SqueezeLab().text().partition(LAB.sure_title)[0].lower()
    assert told.count(said) == told.count(f"in 94 of 100 samples: {said}") + told.count(
        f"in 94 of 100 samples: through an open pore {said}"
    )
    assert SqueezeLab().words["panels"][1]["states"][0]["pressed"].startswith("In 94 of 100")


def test_what_is_put_in_what_is_worked_out_and_what_doctors_say_stand_apart() -> None:
    boxes = SqueezeLab().words["boxes"]
    assert [box[0] for box in boxes] == [LAB.put_in_title, LAB.computed_title, LAB.clinical_title]
    for box, sentence in (
        ("put_in", Grounded(text="A.", computed="fluid-has-pressure")),
        ("computed", Grounded(text="A.", put_in="milium-is-solid")),
        ("clinical", Grounded(text="A.", put_in="milium-is-solid")),
    ):
        with pytest.raises(ValidationError, match=f"stands under '{box}'"):
            type(LAB).model_validate(dict(LAB) | {box: (sentence,)})
    with pytest.raises(ValidationError, match="one of 'claims', 'computed' and 'put_in'"):
        Grounded(text="A.", claims=("milium-no-opening",), put_in="milium-is-solid")


# -- what is never said -----------------------------------------------------------------------


def test_losing_fluid_is_never_told_as_success_and_no_harm_is_measured() -> None:
    assert NEVER.findall(all_that_is_said().replace("model.md", "")) == []
    assert not re.search(r"--milia-good|green|#0f0", css("squeeze_lab/squeeze_lab"))
    assert LAB.beside.startswith("This is no reason to pop it.")
    assert "pimple-squeeze-swells" in LAB.beside_claims


def test_deeper_is_said_of_pimples_only() -> None:
    for sentence in re.split(r"(?<=[.?!])\s+", all_that_is_said()):
        if "deeper" in sentence:
            assert "pimple" in sentence
            assert "milium" not in sentence


def test_no_milium_is_said_bare_to_stress_its_skin_more() -> None:
    for panel in SqueezeLab().words["panels"][2:]:
        for state in panel["states"]:
            assert not re.search(r"(^|\. )(the|its) [^:.]*stress", state["pressed"], re.I)
    for case in ("milium", "opened-milium", "wider-opened-milium"):
        assert all(data.around(case, percent) < 1 for percent in range(1, most() + 1))


def test_it_ends_before_the_floor_of_a_sac_folds() -> None:
    for case in LAB.cases:
        folds = reader.header()["cases"][case]["folds_from"]
        assert folds is None or most() / 100 < folds


def test_it_reads_at_grade_six_or_lower() -> None:
    told = [line if line[-1] in ".?!" else f"{line}." for line in LAB.told()]
    assert grade(" ".join(told)) <= 6


# -- data, words and pictures -----------------------------------------------------------------


def test_the_data_weighs_little_and_is_read_as_the_frozen_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = SqueezeLab().data
    assert len(gzip.compress(packed.encode())) < 250_000
    places = [0, 7, 500, 1001]
    right = {c: reader.field_at(c, "moved", 0.0333, places) for c in LAB.cases}
    times = {c: reader.times_healthy(c, 0.0475, [3, 99, 700]) for c in LAB.cases}
    reader.header.cache_clear()
    monkeypatch.setattr(reader, "raw", lambda: b64decode(packed.removeprefix(data.KIND)))
    try:
        assert set(reader.header()["cases"]) == set(LAB.cases)
        for case in LAB.cases:
            assert reader.field_at(case, "moved", 0.0333, places) == right[case]
            assert reader.times_healthy(case, 0.0475, [3, 99, 700]) == times[case]
    finally:
        monkeypatch.undo()
        reader.header.cache_clear()


def test_numbers_are_those_of_the_model() -> None:
    case = reader.header()["cases"]["open-pustule"]
    assert data.left("open-pustule", 5) == pytest.approx(case["escaped"][20])
    assert data.around("open-pustule", 5) == pytest.approx(case["around"][19])
    assert data.left("open-pustule", 0) == 0
    assert "12 of 100" in " ".join(reading.measured(LAB, "open-pustule", 5))
    assert reading.measured(LAB, "milium", 0) == []


def test_the_text_names_every_state_and_changes_with_the_solution() -> None:
    text = SqueezeLab().text()
    for panel in LAB.panels:
        for state in panel.states:
            for percent in reading.STILLS:
                assert reading.state_said(panel, state, percent) in text
    for row in (*sentences.share_rows(), *sentences.spread_rows()):
        assert " | ".join(row) in text
    assert re.search(r"solution sha256 [0-9a-f]{12}", text)
    assert reading.in_words(LAB, "other") != text


def test_the_fallback_has_small_pictures_tables_and_no_more_than_survives() -> None:
    html = SqueezeLab().fallback()
    pictures = re.findall(r'src="(data:image/svg\+xml;base64,[^"]+)"', html)
    assert len(pictures) == len(LAB.panels) * len(reading.STILLS)
    assert sum(map(len, pictures)) <= 40_000
    tags = {"p", "strong", "img", "ul", "li", "details", "summary"}
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<(\w+)", html)) == tags | table
    sealed, opened, wider = (frames.frame(c, 6) for c in LAB.cases[2:])
    assert len({sealed, opened, wider}) == 3
    assert frames.frame("healthy", 0) != frames.frame("healthy", 6)


def test_each_pinch_is_told_and_one_beyond_is_refused() -> None:
    lab = SqueezeLab()
    assert lab.describe().startswith("No pinch. Healthy skin.")
    lab.pinch = 2.5
    assert lab.describe() == lab.describe(2.5)
    assert lab.describe().startswith("A firmer pinch.")
    assert "Some of the fluid leaves" in lab.describe(0.25)
    for beyond in (-1, 6.25):
        with pytest.raises(ContentError, match="Choose one from 0 to 6"):
            lab.describe(beyond)
    with pytest.raises(ContentError, match="Choose one from 0 to 6"):
        lab.pinch = 8
    assert isinstance(ipywidgets.VBox([lab]).children[0], ipywidgets.DOMWidget)


def test_it_is_solved_again_with_other_numbers_or_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = resolve.Answer("sealed milium", 1.234, 0.0, 0.0)
    asked = []
    monkeypatch.setattr(resolve, "resolve", lambda *a: asked.append(a) or {"milium": answer})
    told = SqueezeLab.solve(5, dermis_modulus=200)
    assert told == "sealed milium: 1.23 x healthy skin, 0 of 100 parts left"
    assert asked[0][0].dermis_modulus == 200
    assert asked[0][1] == 0.05
    with pytest.raises(ContentError, match=r"no number 'hardness'. It has .*dermis_modulus"):
        SqueezeLab.solve(hardness=200)
    monkeypatch.undo()
    monkeypatch.setattr(resolve, "find_spec", lambda _name: None)
    with pytest.raises(RuntimeError, match="make model ARGS=install"):
        SqueezeLab.solve()
