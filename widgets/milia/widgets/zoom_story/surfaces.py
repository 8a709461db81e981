"""The computed surface of each bump, in every skin tone."""

from base64 import b64encode

from traitlets import Dict, Int

from ...anatomy.optics import tones
from ...anatomy.zoom import STORIES
from ..base import CourseWidget
from ..figure import PACKAGE

USUAL = 6  # the tone of the pictures, until a learner chooses one


class Surfaces(CourseWidget):
    """The surfaces in one tone: a page fetches them when this tone is chosen, and no other.

    It has no face of its own; the zoom story names ten of these.
    """

    _esm = "export default {};"

    number = Int().tag(sync=True)
    pictures = Dict(help="{story: a JPEG, as an image whose address holds it}").tag(sync=True)

    def text(self) -> str:
        """Name the tone."""
        return f"Surfaces in tone {self.number}."


def surfaces() -> tuple[Surfaces, ...]:
    """The surfaces of every story, tone by tone from the lightest."""
    numbers = [tone.number for tone in tones()]
    return tuple(
        Surfaces(number=number, pictures={story: _image(story, number) for story in STORIES})
        for number in numbers
    )


def _image(story: str, number: int) -> str:
    return f'<img src="{address(story, number)}">'


def address(story: str, number: int) -> str:
    """The surface of a bump in the tone of this number, as an address that holds it."""
    installed = PACKAGE / "images"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent / "images"
    content = (folder / "surfaces" / f"{story}-{number:02}.jpg").read_bytes()
    return f"data:image/jpeg;base64,{b64encode(content).decode()}"


def every_address(story: str) -> str:
    """The surfaces of a bump in all tones, one after the other, to tell when one changes."""
    return "".join(address(story, tone.number) for tone in tones())
