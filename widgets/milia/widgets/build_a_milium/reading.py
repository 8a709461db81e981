"""The slice and its tray in words: as the page says them, and as HTML where no script runs."""

from base64 import b64encode
from collections.abc import Collection
from hashlib import sha256
from html import escape
from itertools import combinations

from ...anatomy.section.kit import draw_finished
from ...content.models import Building, Piece


def ids(building: Building) -> tuple[str, ...]:
    """Name the parts that belong, in the order of their numbers."""
    return tuple(part.id for part in building.belonging)


def key(placed: Collection[str], building: Building) -> str:
    """Name a state of the slice: what is on it, in the order of the tray."""
    return " ".join(name for name in ids(building) if name in placed)


def states(building: Building) -> dict[str, str]:
    """Say what is on the slice and what is missing, by the key of the state."""
    belong = ids(building)
    some = (chosen for size in range(len(belong) + 1) for chosen in combinations(belong, size))
    return {key(chosen, building): state(chosen, building) for chosen in some}


def state(placed: Collection[str], building: Building) -> str:
    """Say what is on the slice and what is missing."""
    on = [part.listed for part in building.belonging if part.id in placed]
    off = [part.listed for part in building.belonging if part.id not in placed]
    if not on:
        return building.blank
    if not off:
        return building.done
    return f"On the slice: {_listed(on)}. Still missing: {_listed(off)}."


def in_words(building: Building) -> str:
    """All that is shown and said, and a mark that changes when a picture does."""
    lines = [building.title, building.lead, building.blank]
    for part in building.parts:
        sign = "belongs" if part.belongs else "comes back"
        lines.append(f"  {part.name} ({part.word}), {sign}: {part.reason}")
    mark = sha256(_finished(building).encode()).hexdigest()[:12]
    around = (building.belong, building.come_back, building.done, building.caption)
    return "\n".join([*lines, *around, f"Picture: {building.done_alt} sha256 {mark}"])


def as_html(building: Building) -> str:
    """The finished slice with its numbered parts, and the parts that do not belong."""
    image = b64encode(_finished(building).encode()).decode()
    on = "".join(map(_row, building.belonging))
    off = "".join(_row(part) for part in building.parts if not part.belongs)
    return (
        f"<p><strong>{escape(building.title)}</strong></p>"
        f'<p><img src="data:image/svg+xml;base64,{image}" alt="{escape(building.done_alt)}" '
        f'width="420"></p><p>{escape(building.belong)}</p><ol>{on}</ol><p>{escape(building.come_back)}</p><ul>{off}</ul>'
        f"<p>{escape(building.done)}</p><p>{escape(building.caption)}</p>"
    )


def _row(part: Piece) -> str:
    return f"<li><strong>{escape(part.name)}.</strong> {escape(part.reason)}</li>"


def _finished(building: Building) -> str:
    return draw_finished(ids(building), building.title, building.done_alt, "b")


def _listed(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
