"""The page of all sources: each of them once, with the lessons that rest on it."""

from milia import AllSources
from milia.content import load
from milia.widgets.sources import sources_of

LESSONS = [lesson for lesson in load().lessons.values() if lesson.claims]


def test_every_source_of_every_lesson_stands_there_once() -> None:
    wanted = {source.id for lesson in LESSONS for source in sources_of(lesson.id)}
    shown = [source.id for source, _ in AllSources().used]
    assert sorted(shown) == sorted(wanted)
    assert AllSources().html().count("<li>") == len(wanted)


def test_each_names_the_lessons_that_rest_on_it_and_no_other() -> None:
    for source, lessons in AllSources().used:
        assert lessons == [lesson for lesson in LESSONS if source in sources_of(lesson.id)]
    lines = AllSources().text().splitlines()[1:]
    for (source, lessons), line in zip(AllSources().used, lines, strict=True):
        assert source.title in line
        assert line.endswith(f"In: {', '.join(lesson.title for lesson in lessons)}.")


def test_the_html_is_made_of_what_jupyterlab_lets_through() -> None:
    data, metadata = AllSources()._repr_mimebundle_()
    assert metadata == {"milia": {"static": True}}
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-", " class="):
        assert forbidden not in data["text/html"]
