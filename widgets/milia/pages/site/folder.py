"""The folder a site is written to: swapped in whole, and nobody else's file touched."""

from pathlib import Path
from tempfile import TemporaryDirectory

LIST = ".made-by-the-course"  # names every file of a site, and so tells ours from a stranger's


class Refused(SystemExit):
    """Why nothing was written, in one sentence."""


def write(files: dict[str, bytes], folder: Path) -> None:
    """Put these files in place of the site that was there; whatever fails, that one stays whole."""
    folder = folder.resolve()  # the folder itself, where its name is a link to it
    check(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(
            prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True
        ) as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            fill(new, files)
            if folder.exists():
                folder.rename(old)
            try:
                new.rename(folder)
            except OSError:
                if old.exists():
                    old.rename(folder)
                raise
    except OSError as error:
        raise Refused(
            f"The site cannot be written to {folder} ({error.strerror}), and what was there is as "
            "it was: make room or get leave there, or name another folder."
        ) from None


def fill(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files and the list of them."""
    names = [*files, LIST]
    for name, content in [*files.items(), (LIST, "\n".join([*sorted(names), ""]).encode())]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def check(folder: Path) -> None:
    """Stop if anything there is not of our making."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Refused(f"{folder} is a file: move it away, or name another folder.")
    list_ = folder / LIST
    ours = set(list_.read_text("utf-8").splitlines()) if list_.is_file() else set()
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not _plain(path)}
    if strange := sorted(found - ours):
        raise Refused(
            f"{folder} holds {strange[0]}, which is no part of a site of ours and would be lost: "
            "move it away, or name another folder."
        )


def _plain(path: Path) -> bool:
    """Whether it is a folder of files, each of which is looked at by itself."""
    return path.is_dir() and not path.is_symlink() and any(path.iterdir())
