"""What the course must teach is taught, asked, and asked so that the answer rests on it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from milia.content import load
from milia.content.models import Claim, Item
from milia.pages.lesson_time import calls

from .test_notebooks import LESSONS, asked, read
from .test_sources import claims_shown
from .wording import told

CONTENT = load()
CORE = [
    claim
    for claim in CONTENT.claims.values()
    if claim.priority == "core" and claim.audience == "learner"
]
PLACED = [item for item in CONTENT.items.values() if item.lesson]
FEW = set(re.findall(r"\w+", "a an the of in on is are be or and to it that for with may can not"))


def taught(path: Path) -> set[str]:
    """The claims a lesson states in its words, figures, terms and widgets; its items only ask."""
    notebook = read(path)
    stated = {
        claim
        for cell in notebook.cells
        for claim in cell.metadata.get("milia", {}).get("claims", [])
    }
    return stated.union(*(claims_shown(call) for call in calls(notebook) if call.name != "Quiz"))


TAUGHT = {path.stem: taught(path) for path in LESSONS}
DECIDED = {claim for item in PLACED for claim in item.decides}


@pytest.mark.parametrize("claim", CORE, ids=lambda claim: claim.id)
def test_a_core_claim_is_taught(claim: Claim) -> None:
    assert [lesson for lesson, claims in TAUGHT.items() if claim.id in claims]


@pytest.mark.parametrize("claim", CORE, ids=lambda claim: claim.id)
def test_a_core_claim_is_decided_by_an_item(claim: Claim) -> None:
    assert claim.id in DECIDED


@pytest.mark.parametrize("item", PLACED, ids=lambda item: item.id)
def test_an_item_is_decided_by_what_was_taught_there_or_before(item: Item) -> None:
    """A pre-test and a prediction ask before they tell."""
    assert item.decides
    if item.pre_test or item.type == "predict":
        return
    known = {
        claim for lesson, claims in TAUGHT.items() if lesson <= item.lesson for claim in claims
    }
    assert set(item.decides) - known == set()


def stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]+", text.casefold()) if word not in FEW}


@pytest.mark.parametrize("item", PLACED, ids=lambda item: item.id)
def test_what_decides_an_item_speaks_of_the_same_thing(item: Item) -> None:
    """A claim set beside an item by mistake shares no words with it."""
    said = " ".join(f"{choice.text} {choice.feedback}" for choice in item.all_choices)
    words = stems(f"{item.stem} {said} {item.reveal or ''}")
    for claim in item.decides:
        assert len(stems(CONTENT.claims[claim].statement) & words) >= 2, claim


def test_there_are_sixty_items_or_more_of_more_than_one_type() -> None:
    kinds = Counter(item.type for item in PLACED)
    assert sum(kinds.values()) >= 60
    assert min(kinds[kind] for kind in ("single-choice", "multiple-choice", "predict")) >= 8
    assert [item.id for item in CONTENT.items.values() if not item.lesson] == []


@pytest.mark.parametrize("misconception", CONTENT.misconceptions)
def test_a_misconception_is_met_twice_in_different_contexts(misconception: str) -> None:
    met = [
        item
        for item in PLACED
        if misconception in {choice.reveals for choice in item.all_choices} and not item.parallel
    ]
    assert len({(item.lesson, item.idea) for item in met}) >= 2, [item.id for item in met]


def test_pre_and_post_test_are_parallel_one_to_one() -> None:
    before = {item.id: item for item in PLACED if item.pre_test}
    after = {item.parallel: item for item in PLACED if item.parallel}
    assert after.keys() == before.keys()
    for name, item in before.items():
        assert item.idea == after[name].idea
        assert item.stem != after[name].stem
        assert len(item.choices) == len(after[name].choices)
        assert set(item.decides) <= set(after[name].decides) | set(after[name].claims)
    (path,) = [path for path in LESSONS if path.stem.startswith("11")]
    assert {item.id for _, item, _ in asked(path)} >= {item.id for item in after.values()}


def test_a_claim_about_pimples_is_never_said_of_a_milium() -> None:
    for where, text in told(CONTENT):
        for sentence in re.split(r"(?<=[.?!])\s", text):
            if re.search(r"\b(push|press|squeez)\w*\b.*\bdeeper\b", sentence, re.IGNORECASE):
                assert not re.search(r"\bmili(um|a)\b", sentence, re.IGNORECASE), where


def test_redness_on_dark_skin_is_never_called_invisible() -> None:
    text = "\n".join(cell.source for path in LESSONS for cell in read(path).cells)
    said = [text, *(words for _, words in told(CONTENT))]
    assert [words for words in said if re.search(r"\binvisib|\bcannot be seen\b", words)] == []
