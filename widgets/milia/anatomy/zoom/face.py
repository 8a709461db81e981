"""The face of the course, from the front, and where on it each bump stands."""

from ..face import FACES, MIDDLE, draw_face, dress
from ..face import SCOPE as FACE
from ..section.svg import number, tag
from .frame import SIDE

LOW, CROWN, CHIN = 432.0, 58.0, 404.0  # where the view ends, and the head's ends, as it is drawn
HEAD = 225.0  # mm from crown to chin (ASSUMPTION: nobody was looked up who had measured heads)
MM = HEAD / (CHIN - CROWN)  # for each unit of the drawing
WIDE = FACES["adult"].BOX[2]
FIELD = WIDE * MM
BAR = 50.0
PLACES = {"milium": (263.0, 270.0), "pustule": (185.0, 387.0)}  # under an eye; on the chin


def spot(story: str) -> tuple[float, float]:
    """Where a bump stands: mm from the left and the top of the view."""
    x, y = PLACES[story]
    return x * MM, (y - (LOW - WIDE)) * MM


def art() -> tuple[str, str]:
    """Draw the head and its neck in a square, and give its style for every skin tone."""
    size = {"width": number(SIDE), "height": number(SIDE)}
    box = f"0 {number(LOW - WIDE)} {WIDE} {WIDE}"
    tones = "".join(f'[data-tone="{tone}"] {dress(FACE, tone)}' for tone in range(1, 11))
    head = draw_face("adult").replace(' role="img"', "", 1)  # the view is the image
    return tag("svg", head, viewBox=box, **size), dress(FACE, MIDDLE) + tones
