"""Make the course as plain files: python -m milia.pages.site notebooks site [SINGLE=1]."""

import os
import sys
from pathlib import Path

from .folder import Refused, check, write
from .making import pages_of, single_files, site


def main(words: list[str]) -> int:
    """Make the site, and say how large it is and where."""
    single = settings([word for word in words if "=" in word])
    notebooks, folder = folders([word for word in words if "=" not in word])
    if single:
        folder = folder.with_name(f"{folder.name}-single")
    check(folder)  # before the minute it takes, and again after it
    files = (single_files if single else site)(pages_of(notebooks))
    write(files, folder)
    pages = sum(name.endswith(".html") for name in files)
    size = sum(map(len, files.values())) // 1000
    what = "Open index.html there" if single else "Copy it to any web host"
    print(f"Wrote {pages} pages, {size} kB, to {folder.resolve()}. {what}.")
    return 0


def settings(words: list[str]) -> bool:
    """Whether to make one file of each page, as the environment or a word has it."""
    for word in words:
        if not word.startswith("SINGLE="):
            raise Refused(f"{word} is no setting: SINGLE= is.")
        os.environ.update([word.split("=", 1)])
    said = os.environ.get("SINGLE", "")
    if said not in ("", "0", "1"):
        raise Refused(f"SINGLE={said} says nothing: SINGLE=1 makes one file of each page.")
    return said == "1"


def folders(words: list[str]) -> tuple[Path, Path]:
    """Return where the lessons are and where the site goes."""
    if len(words) != 2 or any(word.startswith("-") for word in words):
        raise Refused(
            "Name the lessons' folder and the site's, and no more: "
            "python -m milia.pages.site notebooks site"
        )
    return Path(words[0]), Path(words[1])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped: what was there is as it was.", file=sys.stderr)
        sys.exit(130)
