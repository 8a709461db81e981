"""The face map in words: as the page says it, and as HTML where no script runs."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from ...anatomy.face import picture
from ...content.models import Face, FaceMapWords, FacePlace


def told(place: FacePlace, words: FaceMapWords) -> dict[str, object]:
    """Say what can come up at a place, and how often as far as that is known."""
    often = place.often.text if place.often else words.unknown
    says = [each.text for each in place.says]
    return {"id": place.id, "name": place.name, "says": says, "often": often}


def in_words(words: FaceMapWords) -> str:
    """All that is shown and said, and a mark that changes when a picture does."""
    lines = [words.title, words.lead]
    for face in words.faces:
        mark = sha256(_picture(face).encode()).hexdigest()[:12]
        lines += [f"{face.name}. {face.alt} sha256 {mark}", *(fact.text for fact in face.facts)]
        for count, place in enumerate(face.places, 1):
            lines.append(f"  {count} {place.name}: {' '.join(_sentences(place, words))}")
    return "\n".join([*lines, words.none, words.unsure.text, words.caption])


def as_html(words: FaceMapWords) -> str:
    """Each face with its numbered places, and the list of them."""
    faces = "".join(_face(face, words) for face in words.faces)
    title, unsure = escape(words.title), escape(words.unsure.text)
    return f"<p><strong>{title}</strong></p>{faces}<p>{unsure}</p><p>{escape(words.caption)}</p>"


def _face(face: Face, words: FaceMapWords) -> str:
    image = b64encode(_picture(face).encode()).decode()
    places = "".join(
        f"<li><strong>{escape(place.name)}.</strong> "
        f"{escape(' '.join(_sentences(place, words)))}</li>"
        for place in face.places
    )
    facts = "".join(f"<p>{escape(fact.text)}</p>" for fact in face.facts)
    return (
        f"<p><strong>{escape(face.name)}</strong></p>"
        f'<p><img src="data:image/svg+xml;base64,{image}" alt="{escape(face.alt)}" width="320"></p>'
        f"{facts}<ol>{places}</ol>"
    )


def _sentences(place: FacePlace, words: FaceMapWords) -> Iterable[str]:
    said = told(place, words)
    return (*said["says"], said["often"])


def _picture(face: Face) -> str:
    return picture(face.id, face.alt, prefix=face.id, numbered=True)
