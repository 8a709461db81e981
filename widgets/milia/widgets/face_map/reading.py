"""The face map in words: as the page says it, and as HTML where no script runs."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from ...anatomy.face import picture
from ...content.models import Face, FaceMapWords, FacePlace


def told(place: FacePlace) -> dict[str, object]:
    """Say what can come up at a place, and how often if that is known."""
    says = [each.text for each in place.says]
    often = place.often.text if place.often else ""
    return {"id": place.id, "name": place.name, "says": says, "often": often}


def facts(face: Face) -> list[str]:
    """Say what holds for the whole face: first how often, if that is known."""
    return [fact.text for fact in ((face.often, *face.facts) if face.often else face.facts)]


def in_words(words: FaceMapWords) -> str:
    """All that is shown and said, and a mark that changes when a picture does."""
    lines = [words.title, words.lead]
    for face in words.faces:
        mark = sha256(_picture(face).encode()).hexdigest()[:12]
        lines += [f"{face.name}. {face.alt} sha256 {mark}", *facts(face)]
        for count, place in enumerate(face.places, 1):
            lines.append(f"  {count} {place.name}: {_sentences(place)}")
    often = f"{words.heading_often} {words.unknown}"
    return "\n".join([*lines, often, words.none, words.unsure.text, words.caption])


def as_html(words: FaceMapWords) -> str:
    """Each face with its numbered places, and the list of them."""
    faces = "".join(_face(face, words) for face in words.faces)
    title, unsure = escape(words.title), escape(words.unsure.text)
    return f"<p><strong>{title}</strong></p>{faces}<p>{unsure}</p><p>{escape(words.caption)}</p>"


def _face(face: Face, words: FaceMapWords) -> str:
    image = b64encode(_picture(face).encode()).decode()
    places = "".join(
        f"<li><strong>{escape(place.name)}.</strong> {escape(_sentences(place))}</li>"
        for place in face.places
    )
    whole = "".join(f"<p>{escape(fact)}</p>" for fact in facts(face))
    return (
        f"<p><strong>{escape(face.name)}</strong></p>"
        f'<p><img src="data:image/svg+xml;base64,{image}" alt="{escape(face.alt)}" width="320"></p>'
        f"<ol>{places}</ol><p><strong>{escape(words.heading_often)}</strong> "
        f"{escape(words.unknown)}</p>{whole}"
    )


def _sentences(place: FacePlace) -> str:
    said = (*place.says, place.often) if place.often else place.says
    return " ".join(each.text for each in said)


def _picture(face: Face) -> str:
    return picture(face.id, face.alt, prefix=face.id, numbered=True)
