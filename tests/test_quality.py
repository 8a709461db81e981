"""The gates of `make quality`, and that each of them can close."""

from dataclasses import replace

import pytest

from milia.content import load

from .quality import PASSIVE, Reading, main, read, report, unexplained

LESSONS = [lesson for lesson in load().lessons.values() if lesson.kind == "lesson"]
GOOD = replace(read(LESSONS[1]), passive=(), longest=(), unexplained=())


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_misses_no_gate(lesson) -> None:
    assert list(read(lesson).missed()) == []


@pytest.mark.parametrize(
    ("worse", "says"),
    [
        ({"words": 401}, "401 words: at most 400"),
        ({"grade": 6.1}, "grade 6.1: at most 6"),
        ({"longest": ("On and on.",)}, "more than 18 words: On and on."),
        ({"passive": ("It is done.",), "sentences": 4}, "1 of 4 sentences are passive"),
        ({"unexplained": ("syringoma",)}, "'syringoma' is used before it is explained"),
        ({"checks": 2}, "2 checks: at least 3"),
    ],
)
def test_each_gate_closes(worse: dict, says: str) -> None:
    assert list(GOOD.missed()) == []
    missed: Reading = replace(GOOD, **worse)
    assert list(missed.missed()) == [says]
    assert f"  GATE: {says}" in report([missed])


@pytest.mark.parametrize("sentence", ["It is often picked at.", "They were shown to help."])
def test_a_passive_sentence_is_seen(sentence: str) -> None:
    assert PASSIVE.search(sentence)


@pytest.mark.parametrize("sentence", ["The sac is closed.", "A doctor can help.", "It is red."])
def test_an_active_sentence_or_a_state_is_not_called_passive(sentence: str) -> None:
    assert not PASSIVE.search(sentence)


def test_a_term_is_explained_on_the_way_the_learner_takes() -> None:
    """Lesson 05 is on the short path: what only lesson 03 explains is not known there."""
    assert list(unexplained(load().lessons["05_why_squeezing_fails"], "A follicle.")) == [
        "follicle"
    ]
    assert list(unexplained(load().lessons["04_meet_the_pustule"], "A follicle.")) == []


def test_the_report_names_every_lesson_and_the_short_path(capsys: pytest.CaptureFixture) -> None:
    assert main() == 0
    said = capsys.readouterr().out
    assert all(lesson.id in said for lesson in LESSONS)
    assert "The short path takes" in said
