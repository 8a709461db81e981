"""A face with places to choose, each saying what can come up there."""

from traitlets import Dict, List, Unicode, validate

from ...anatomy.face import GROUND, MIDDLE, REGIONS, draw_map, skin
from ...content import ContentError, find
from ...content.errors import did_you_mean
from ...content.models import Face
from ..base import CourseWidget, css, js
from .reading import as_html, in_words, told

TONES = range(1, 11)


class FaceMap(CourseWidget):
    """See what can come up where on a face: `FaceMap()`.

    `chosen` is the face, and the place on it if there is one, such as "adult/nose"; the page sets
    it as the learner goes. Raises `ContentError` for a face or a place that is not there.
    """

    interactive = True

    _esm = js("shared", "drawn", "face_map/face_map")
    _css = css("shared", "face_map/face_map")

    title = Unicode().tag(sync=True)
    lead = Unicode().tag(sync=True)
    faces = List(Dict(), help="[{id, name, alt, facts, places}]").tag(sync=True)
    labels = Dict(help="{none, often, unsure, caption}").tag(sync=True)
    drawings = Dict(help="Each face as SVG, by its id.").tag(sync=True)
    skins = List(Dict(), help="The colours of each skin tone, from 1 to 10.").tag(sync=True)
    tone = Dict({"middle": MIDDLE, "ground": GROUND}, help="Where none is chosen.").tag(sync=True)
    chosen = Unicode("adult").tag(sync=True)

    def __init__(self) -> None:
        """Take the words and draw the faces."""
        self._words = words = find("face-map", "face")
        for face in words.faces:
            _all_drawn(face)
        super().__init__(
            title=words.title,
            lead=words.lead,
            faces=[
                {
                    "id": face.id,
                    "name": face.name,
                    "alt": face.alt,
                    "facts": [fact.text for fact in face.facts],
                    "places": [told(place, words) for place in face.places],
                }
                for face in words.faces
            ],
            labels={
                "none": words.none,
                "often": words.heading_often,
                "unsure": words.unsure.text,
                "caption": words.caption,
            },
            drawings={face.id: draw_map(face.id) for face in words.faces},
            skins=[skin(number) for number in TONES],
        )

    @validate("chosen")
    def _is_there(self, proposal: dict) -> str:
        name, _, at = proposal["value"].partition("/")
        places = {face.id: [place.id for place in face.places] for face in self._words.faces}
        if name not in places:
            raise ContentError(f"No face '{name}' on the map. {did_you_mean(name, places)}")
        if at and at not in places[name]:
            guess = did_you_mean(at, places[name])
            raise ContentError(f"No place '{at}' on the face '{name}'. {guess}")
        return proposal["value"]

    def text(self) -> str:
        """Every face and place with what is said of it, and a mark of each picture."""
        return in_words(self._words)

    def fallback(self) -> str:
        """Both faces with their numbered places, and the lists of them."""
        return as_html(self._words)


def _all_drawn(face: Face) -> None:
    """Every place has an outline, and every outline a place."""
    outlines = REGIONS.get(face.id, {})
    for place in face.places:
        if place.id not in outlines:
            raise ContentError(
                f"content/face_map.yaml: '{face.id}' has the place '{place.id}', which nobody "
                f"draws. {did_you_mean(place.id, outlines)}"
            )
    if [place.id for place in face.places] != list(outlines):
        raise ContentError(
            f"content/face_map.yaml: the places of '{face.id}' stand in the order of their "
            f"outlines: {', '.join(outlines)}."
        )
