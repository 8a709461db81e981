"""The faces and the face map: what is drawn, in which colours, and what is said of each place."""

import gzip
import os
import re
import subprocess
import sys
from base64 import b64decode
from hashlib import sha256
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from milia import FaceMap
from milia.anatomy.face import FACES, OWN, REGIONS, draw_face, draw_map, picture, skin
from milia.anatomy.face.adult.outlines import HEAD as ADULT
from milia.anatomy.face.baby.outlines import HEAD as BABY
from milia.anatomy.optics import tones
from milia.content import ContentError, load
from milia.widgets.base import HERE

from .small_course import SMALL, said_of, write
from .wording import grade, sentences

WORDS = load().face_map["face"]
MOST = 12_000  # bytes of a face
HEADS = {"adult": ADULT, "baby": BABY}
PRINT = """from hashlib import sha256
from milia.anatomy.face import FACES, picture
drawn = "".join(picture(name, "x", tone) for name in FACES for tone in range(1, 11))
print(sha256(drawn.encode()).hexdigest())"""


def points(d: str) -> list[tuple[float, float]]:
    """The corners and control points of an outline; a curve stays among them."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", d)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def curve(d: str) -> list[tuple[float, float]]:
    """Points along an outline of curves."""
    found, at = [], (0.0, 0.0)
    for letter, rest in re.findall(r"([MCL])([^A-Z]*)", d):
        pens = points(rest)
        if letter == "C":
            for one, two, end in zip(pens[::3], pens[1::3], pens[2::3], strict=True):
                for step in range(1, 13):
                    t, u = step / 12, 1 - step / 12
                    shares = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                    four = (at, one, two, end)
                    found.append(
                        tuple(
                            sum(s * p[k] for s, p in zip(shares, four, strict=True)) for k in (0, 1)
                        )
                    )
                at = end
        else:
            found += pens
            at = pens[-1]
    return found


def holds(outline: list, point: tuple[float, float]) -> bool:
    """Whether a point lies inside an outline: a ray to the right leaves it an odd time."""
    x, y = point
    return (
        sum(
            (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
            for a, b in pairwise([*outline, outline[0]])
        )
        % 2
        == 1
    )


def light(colour: str) -> float:
    """Luminance of a colour such as "#bb9d89"."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    bent = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * bent[0] + 0.7152 * bent[1] + 0.0722 * bent[2]


def test_each_face_is_small_and_the_same_bytes_in_another_process() -> None:
    for name in FACES:
        assert len(draw_face(name).encode()) <= MOST
        assert len(picture(name, "A face").encode()) <= MOST
        assert len(gzip.compress(draw_map(name).encode(), mtime=0)) <= 5_000
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", PRINT], capture_output=True, text=True, env=env, check=True
    )
    drawn = "".join(picture(name, "x", tone) for name in FACES for tone in range(1, 11))
    assert other.stdout.strip() == sha256(drawn.encode()).hexdigest()


def test_every_colour_of_the_skin_comes_from_the_tone_and_darkens_with_it() -> None:
    wanted = set(re.findall(r"var\((--face-[a-z]+)\)", draw_map("adult") + draw_map("baby")))
    assert wanted == {*skin(6), "--face-ground"}
    each = [skin(tone.number) for tone in tones()]
    assert [colours["--face-base"] for colours in each] == [tone.colour for tone in tones()]
    for name in skin(6):
        falling = [light(colours[name]) for colours in each]
        assert all(a > b for a, b in pairwise(falling)), name
    for colours in each:
        order = ("light", "base", "shade", "deep", "line")
        falling = [light(colours[f"--face-{name}"]) for name in order]
        assert all(a > b for a, b in pairwise(falling)), colours
        lit, base = (light(colours[f"--face-{name}"]) + 0.05 for name in ("light", "base"))
        assert lit / base > 1.25  # not even the darkest face is flat
    with pytest.raises(ValueError, match="No skin tone 11"):
        skin(11)


@pytest.mark.parametrize("name", FACES)
def test_every_id_is_there_once_and_every_place_lies_within_the_face(name: str) -> None:
    drawn = draw_map(name)
    made = re.findall(r' id="([^"]+)"', drawn)
    used = {a or b for a, b in re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', drawn)}
    assert len(made) == len(set(made))
    assert all(own.startswith(f"{OWN}-") for own in made)
    assert used <= set(made) <= used | {f"{OWN}-hatch", *made}
    svg = ElementTree.fromstring(drawn)
    places = [node.get("data-region") for node in svg.iter() if node.get("data-region")]
    assert places == list(REGIONS[name])
    head = curve(HEADS[name])
    for place, (twin, d, number) in REGIONS[name].items():
        outline = curve(d)
        assert all(holds(head, point) for point in outline), place
        assert max(x for x, _ in outline) < 200 or not twin, place  # its twin is on the right
        if place != "near-eyes" and place != "eyelids":
            near = [abs(x - number[0]) + abs(y - number[1]) for x, y in outline]
            assert holds(outline, number) or min(near) < 40, place


def test_words_and_drawings_name_the_same_places_and_each_sentence_has_a_claim() -> None:
    for face in WORDS.faces:
        assert [place.id for place in face.places] == list(REGIONS[face.id])
    claims = load().claims
    for told in WORDS.told():
        assert all(claims[name].audience == "learner" for name in told.claims)
    for face in WORDS.faces:  # "how often" is a number only where a claim has that number
        for often in (face.often, *(place.often for place in face.places)):
            if often:
                known = [n for name in often.claims for n in claims[name].numbers]
                assert {"99", "100"} <= set(re.findall(r"\d+", often.text)) or known
                assert known
    assert {"baby-mouth-pearls", "baby-milia-normal", "look-syringoma"} <= set(
        WORDS.refers()["claim"]
    )


def test_the_map_names_no_bump_for_anybody_and_reads_easily() -> None:
    told = FaceMap().text()
    banned = r"you have (a|milia\b(?! and))|your bump is|it is a|needle|pin\b|blade|tweezers"
    assert not re.search(banned, told, re.I)
    assert "Not sure? Ask" in told
    said = [each.text for each in WORDS.told()]
    assert grade(" ".join(said)) <= 6
    assert all(len(s.split()) <= 20 for text in said for s in sentences(text))


def test_text_and_fallback_name_every_place_and_a_wrong_one_is_refused() -> None:
    data, _ = FaceMap()._repr_mimebundle_()
    text, html = data["text/plain"], data["text/html"]
    assert text == FaceMap().text()
    for face in WORDS.faces:
        assert face.alt in text
        for place in face.places:
            assert f"<strong>{place.name}.</strong>" in html
            assert all(said.text in text for said in place.says)
    assert len(re.findall(r"sha256 [0-9a-f]{12}", text)) == 2
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "img", "ol", "li"}
    images = [b64decode(found).decode() for found in re.findall(r'base64,([^"]+)', html)]
    for image, face in zip(images, WORDS.faces, strict=True):
        assert re.findall(r"<text[^>]*>(\d)</text>", image) == [
            str(count) for count, _ in enumerate(face.places, 1)
        ]
    widget = FaceMap()
    widget.chosen = "baby/mouth"
    with pytest.raises(ContentError, match=r"No face 'babby'.*Did you mean 'baby'"):
        widget.chosen = "babby"
    with pytest.raises(ContentError, match=r"No place 'noze' on the face 'adult'.*'nose'"):
        widget.chosen = "adult/noze"
    assert widget.chosen == "baby/mouth"


def test_what_a_page_loads_for_it_is_light() -> None:
    for stem, most in (("js", 3_000), ("css", 1_500)):
        own = (HERE / f"face_map/face_map.{stem}").read_bytes()
        assert len(gzip.compress(own, mtime=0)) <= most
        assert b"innerHTML" not in own


def test_places_that_cannot_be_told_apart_are_refused(tmp_path) -> None:
    place = "{id: a, name: A, says: [{text: T., claims: [sealed]}]}"
    written = (
        f"- {{id: face, title: T, lead: L, faces: [{{id: adult, name: N, alt: A, places: [{place}, "
        f"{place}]}}], none: N, heading_often: H, unknown: U, unsure: {{text: U., claims: "
        "[sealed]}, caption: C}\n"
    )
    problem = "Face 'adult': two places have the id 'a'. Rename one."
    assert problem in said_of(write(tmp_path, {**SMALL, "face_map.yaml": written}))
