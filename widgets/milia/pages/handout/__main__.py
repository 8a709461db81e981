"""Print the course: python -m milia.pages.handout handout, or with lessons: … handout 01 06."""

import sys
from difflib import get_close_matches
from pathlib import Path

from ...content import ContentError, load
from ..execution import LessonFailed
from .press import Press
from .sheets import edition, lesson_sheet, question_card, take_home

NOTEBOOKS = Path("notebooks")


def chosen(words: list[str]) -> list[str]:
    """Return the ids of the lessons that are named, by number or in full; all if none is.

    Ends with a sentence if there is no such lesson.
    """
    known = [lesson.id for lesson in load().lessons.values() if lesson.kind == "lesson"]
    found = []
    for word in words:
        fits = [name for name in known if word in (name, name.partition("_")[0])]
        if not fits:
            near = get_close_matches(word, known, 1, 0.4) or known[:1]
            raise SystemExit(
                f"There is no lesson {word} to print. Did you mean {near[0]}? A number will do, "
                'as in `make handout ARGS="01 06"`.'
            )
        found += fits
    return list(dict.fromkeys(found)) or known


def write(path: Path, pdf: bytes) -> None:
    """Write a PDF in one piece, or say in a sentence what stands in the way."""
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(pdf)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True) if new.parent.is_dir() else None
        raise SystemExit(
            f"The handout cannot be written to {error.filename or path} ({error.strerror}): make "
            "room or get leave there, or name another folder."
        ) from None


def make(folder: Path, lessons: list[str], notebooks: Path) -> None:
    """Print these lessons, the card and the sheet into a folder, each as soon as it is ready."""
    date = edition(notebooks)
    with Press(date) as press:
        jobs = [(name, lambda at=notebooks / f"{name}.ipynb": lesson_sheet(at)) for name in lessons]
        jobs.append(("questions-to-ask", lambda: question_card(date)))
        jobs.append(("take-home-sheet", lambda: take_home(notebooks, date)))
        for count, (name, made) in enumerate(jobs, 1):
            pdf, pages = press.print(made())
            write(folder / f"{name}.pdf", pdf)
            sheets = f"{pages} page{'s'[: pages > 1]}"
            print(f"{count}/{len(jobs)}  {name + '.pdf':<30} {sheets}", flush=True)
    print(f"The handout lies in {folder.resolve()}: give it a look before you give it out.")


def main(words: list[str]) -> None:
    """Print what the command line names, and say in one sentence what stands in the way."""
    if not words:
        raise SystemExit("Name a folder to write to: python -m milia.pages.handout handout")
    try:
        make(Path(words[0]), chosen(words[1:]), NOTEBOOKS)
    except (ContentError, LessonFailed) as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
