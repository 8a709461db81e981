"""Milium or not?: what its cases are made of, what decides them, and how much of it travels."""

import gzip
import json
import os
import re
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milia import MiliumOrNot
from milia.anatomy.skin import SITES
from milia.content import ContentError, load
from milia.content.models import TONES, Drill
from milia.widgets.drill import cases as made
from milia.widgets.drill.pictures import KINDS, grown, plain, shapes

from .mounted import state_of
from .wording import grade

DRILL = load().drills["milium-or-not"]
SETS = [each.id for each in DRILL.sets]
BUMPS = {bump.id: bump for bump in DRILL.bumps}
BUDGET = 60_000  # bytes, gzipped: all that travels, pictures included
NAMED = re.compile(r"\b(mili\w+|pustul\w+|comedon\w+|pimpl\w+|mollusc\w+|herpes|cancer)\b", re.I)
each_set = pytest.mark.parametrize("name", SETS)


@given(st.sampled_from(DRILL.bumps), st.sampled_from(TONES), st.integers())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_one_rule_decides_every_case_that_can_be_made(bump, tone: str, seed: int) -> None:
    case = made.make(bump, "Lina", tone, Random(seed))
    assert case.milium == all(clue.fits for clue in case.clues)
    assert case.milium == (bump.id in ("milium", "baby-dots"))
    assert case.why
    assert all(case.why)
    assert len(case.clues) == len(bump.clues)
    assert all(tone in clue.tones for clue in case.clues)
    assert f"{tone} skin" in case.who
    told = " ".join([case.who, *(clue.text for clue in case.clues)])
    assert not NAMED.search(told), "the clues alone decide"
    if case.picture is not None:
        shape = shapes()[case.picture]
        assert (shape.kind, shape.site) == (bump.drawn, case.clues[0].site)


@given(st.sampled_from(sorted(KINDS)), st.sampled_from(sorted(SITES)), st.integers())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_bump_that_is_drawn_keeps_to_what_is_reported(kind: str, site: str, seed: int) -> None:
    try:
        (lesion,) = grown(KINDS[kind], site, Random(seed)).lesions
    except ValueError as none:
        assert "fits in the skin of the eyelid" in str(none)  # noqa: PT017
        return
    assert lesion.widest.low <= lesion.diameter <= lesion.widest.high


def test_every_clue_rests_on_claims_for_learners() -> None:
    for part in (*DRILL.clues, *DRILL.bumps, *DRILL.pictures):
        assert [c for c in part.claims if load().claims[c].audience != "learner"] == []


@each_set
def test_a_set_has_its_cases_no_two_alike_and_each_of_another_person(name: str) -> None:
    found = made.cases(name)
    assert len(found) >= 24
    assert sum(case.milium for case in found) == made.MILIA
    assert len({tuple(clue.id for clue in case.clues) for case in found}) == len(found)
    assert len({case.who.split(" is ")[0].removeprefix("Baby ") for case in found}) == len(found)
    assert {case.bump.id for case in found} == {bump.id for bump in made.bumps_of(name)}
    assert sum(map(made.how_many, made.bumps_of(name))) > 10 * len(found)
    tones = [case.tone for case in found]
    assert max(map(tones.count, TONES)) - min(map(tones.count, TONES)) <= 4
    made.cases.cache_clear()
    assert made.cases(name) == found


@each_set
def test_neither_a_picture_nor_its_lack_gives_the_answer_away(name: str) -> None:
    found = made.cases(name)
    for drawn in (True, False):
        verdicts = {case.milium for case in found if (case.picture is not None) == drawn}
        assert verdicts == {True, False}


def test_a_drawing_names_nothing() -> None:
    for shape in shapes():
        svg = plain(shape)
        assert not re.search(r"<title|<desc|<text|aria-labelledby", svg)
        assert shape.width in shape.alt
        assert not NAMED.search(shape.alt)


@each_set
def test_it_is_light_enough_for_a_phone(name: str) -> None:
    drill = MiliumOrNot(name)
    sent = drill._esm + drill._css + json.dumps(state_of(drill))
    assert len(gzip.compress(sent.encode())) < BUDGET


@each_set
def test_the_text_names_every_case_and_the_fallback_folds_the_answers(name: str) -> None:
    drill = MiliumOrNot(name)
    data, _ = drill._repr_mimebundle_()
    before, after = data["text/html"].split("<details>")
    for case in drill.cases:
        assert case["who"] in data["text/plain"]
        assert case["who"] in before
        assert all(clue in data["text/plain"] for clue in case["clues"])
        assert all(why in data["text/plain"] for why in case["why"])
    assert "Not a milium." not in before
    assert "Not a milium." in after
    assert data["text/plain"].count("sha256") == len(drill.atlas["pictures"])


def test_the_same_cases_and_drawings_come_in_every_process() -> None:
    code = "from milia import MiliumOrNot; print(MiliumOrNot('first').text())"
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "123"
    ]
    assert len(set(told)) == 1


def test_it_says_whom_such_drills_were_tested_with() -> None:
    assert "medical students. We found no test with patients." in DRILL.tested
    assert "drills-tested-with-students" in DRILL.claims


def test_a_case_reads_at_grade_six_or_lower() -> None:
    for name in SETS:
        for case in MiliumOrNot(name).cases:
            words = [case["who"], *case["clues"], *case["why"], case["then"]]
            assert grade(" ".join(words)) <= 6, words


def test_a_set_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(ContentError, match=r"no set 'frist'.*Did you mean 'first'"):
        MiliumOrNot("frist")


def broken(**what: object) -> dict:
    return json.loads(DRILL.model_dump_json()) | what


def test_a_bump_that_may_be_either_is_refused() -> None:
    raw = broken()
    raw["bumps"][0]["clues"][3].append("sore")
    with pytest.raises(ValueError, match="'milium' may turn out as a milium or not"):
        Drill.model_validate_json(json.dumps(raw))


def test_a_clue_that_does_not_fit_says_why() -> None:
    raw = broken()
    next(clue for clue in raw["clues"] if not clue["fits"])["why"] = None
    with pytest.raises(ValueError, match="does not fit says why"):
        Drill.model_validate_json(json.dumps(raw))
