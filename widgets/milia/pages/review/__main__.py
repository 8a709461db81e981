"""Write the review: python -m milia.pages.review review."""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...content import Content, ContentError, load
from .plan import pages

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "widgets" / "shared.css"
OURS = '<meta name="generator" content="Pearl or Pimple? review">'


def render(content: Content, notebooks: Path) -> dict[str, str]:
    """Return every page of the review by its file's name; the same content gives the same text."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = "\n".join(file.read_text("utf-8") for file in (SHARED, HERE / "review.css"))
    planned = pages(content, notebooks)
    environment.globals.update(style=style, ours=OURS, pages=planned)
    files = {"index.html": environment.get_template("index.html.j2").render()}
    for page in planned:
        files[page.file] = environment.get_template("page.html.j2").render(page=page)
    return files


def write(files: dict[str, str], folder: Path) -> None:
    """Write the pages, and take away those of an earlier review that are no more."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        for old in folder.glob("*.html"):
            if old.name not in files and OURS in old.read_text("utf-8", "replace"):
                old.unlink()
    except OSError as error:
        raise SystemExit(
            f"The review cannot be written to {error.filename or folder} ({error.strerror}): "
            "make room or get leave there, or name another folder."
        ) from None


def main(words: list[str]) -> None:
    """Write the review into the folder that the command line names."""
    if len(words) != 1:
        raise SystemExit("Name one folder to write to: python -m milia.pages.review review")
    folder = Path(words[0])
    try:
        content = load()
    except ContentError as error:
        raise SystemExit(str(error)) from None
    files = render(content, Path("notebooks"))
    write(files, folder)
    print(f"Wrote {len(files)} pages. Open {(folder / 'index.html').resolve()}")


if __name__ == "__main__":
    main(sys.argv[1:])
