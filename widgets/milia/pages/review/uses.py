"""Where each claim is taught: the lessons that name it, and all that rests on it."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import nbformat

from ...content import Content
from .parts import Line


def uses_of_claims(content: Content, notebooks: Path) -> dict[str, tuple[Line, ...]]:
    """Return by claim where a learner or a teacher meets it, lessons first."""
    found: dict[str, dict[Line, None]] = defaultdict(dict)  # keeps the order
    for claim, line in (*_lessons(content, notebooks), *_entries(content)):
        found[claim][line] = None
    return {claim: tuple(lines) for claim, lines in found.items()}


def _lessons(content: Content, notebooks: Path) -> Iterator[tuple[str, Line]]:
    paths = sorted(notebooks.glob("*.ipynb"))
    if not paths:
        raise SystemExit(f"No notebook in {notebooks}/. Run this from the course's own folder.")
    for path in paths:
        lesson = content.lessons.get(path.stem)
        name = f"lesson {path.stem[:2]}, {lesson.title}" if lesson else f"notebook {path.stem}"
        for cell in _cells(path):
            for claim in cell.metadata.get("milia", {}).get("claims", ()):
                yield claim, Line(name)


def _cells(path: Path) -> list[nbformat.NotebookNode]:
    try:
        return nbformat.read(path, as_version=4).cells
    except (ValueError, AttributeError, nbformat.reader.NotJSONError) as error:
        reason = str(error).partition("\n")[0][:80]
        raise SystemExit(
            f"The lesson {path.name} cannot be read ({reason}): put back one that can."
        ) from None


def _entries(content: Content) -> Iterator[tuple[str, Line]]:
    """Yield each claim with each entry that rests on it."""
    named = [
        ("item", "items", "items", lambda item: item.stem),
        ("misconception", "misconceptions", "items", lambda wrong: wrong.belief),
        ("figure", "figures", "figures", lambda figure: figure.title),
        ("section-role", "cross_section_roles", "figures", lambda role: role.name),
        ("section-setting", "cross_section_settings", "figures", lambda setting: setting.name),
        ("story", "stories", "figures", lambda story: story.title),
        ("building", "building", "figures", lambda building: building.title),
        ("zooming", "zooming", "figures", lambda ways: ways.title),
        ("face-map", "face_map", "figures", lambda words: words.title),
        ("skin-tones", "skin_tones", "figures", lambda words: words.title),
        ("squeezing", "squeezing", "figures", lambda words: words.title),
        ("question-card", "questions", "treatments", lambda card: card.title),
        ("drill", "drills", "items", lambda drill: drill.title),
        ("term", "glossary", "glossary", lambda term: term.term),
        ("treatment", "treatments", "treatments", lambda way: way.name),
        ("helping", "helping", "treatments", lambda words: words.title),
        ("asking", "asking", "care", lambda words: words.title),
        ("look-alike", "look_alikes", "care", lambda other: other.name),
    ]
    for noun, shelf, page, name in named:
        for entry in getattr(content, shelf).values():
            href = f"{page}.html#{noun}-{entry.id}"
            for claim in entry.refers()["claim"]:
                yield claim, Line(f"{noun} “{name(entry)}”", href=href)
    for band in content.care.values():
        for sign in band.signs:
            href = f"care.html#sign-{band.id}-{sign.id}"
            for claim in sign.claims:
                yield claim, Line(f"sign “{sign.sign}” ({band.name.lower()})", href=href)
