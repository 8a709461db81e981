"""The computed pictures of skin, from the folder that holds them, as a page can carry them."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from traitlets import Dict, Int

from ..base import CourseWidget
from ..figure import PACKAGE


class TonePicture(CourseWidget):
    """The pictures of one tone, by state: a page fetches them when this tone is asked for.

    The widget that shows them names ten of these, so a learner who looks at one tone does not wait
    for ten. It has no face of its own.
    """

    _esm = "export default {};"

    number = Int().tag(sync=True)
    pictures = Dict(help="{state: a JPEG as a data address}").tag(sync=True)

    def text(self) -> str:
        """Name the tone and the pictures, with marks that change when they do."""
        return f"tone {self.number}: " + ", ".join(
            f"{state} {mark(state, self.number)}" for state in self.pictures
        )


@cache
def surface(state: str, number: int) -> bytes:
    """Read a picture: from the package where it was installed, else from images/ beside it."""
    installed = PACKAGE / "images"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent / "images"
    file = folder / "surfaces" / f"{state}-{number:02}.jpg"
    if not file.is_file():
        raise FileNotFoundError(f"No picture {file}. Draw it: python images/surfaces/draw.py")
    return file.read_bytes()


def address(state: str, number: int) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/jpeg;base64,{b64encode(surface(state, number)).decode()}"


def mark(state: str, number: int) -> str:
    """Return a short mark that changes when the picture does."""
    return sha256(surface(state, number)).hexdigest()[:8]
