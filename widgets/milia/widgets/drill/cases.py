"""Made-up cases, put together from the clues of content/drills.yaml, the same ones every time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from math import prod
from random import Random

from ...content import ContentError, find
from ...content.errors import did_you_mean
from ...content.models import TONES, Bump, Clue, Drill
from .pictures import shapes

MILIA, OTHERS = 12, 16  # cases of a set
DRAWN = 0.7  # the share of cases with a picture, of the bumps that are drawn


@dataclass(frozen=True)
class Case:
    """A person, and the clues of a bump; `picture` is the place of its drawing among all."""

    bump: Bump
    who: str
    tone: str
    clues: tuple[Clue, ...]
    picture: int | None = None

    @property
    def milium(self) -> bool:
        """The one rule: it is a milium if every clue fits one."""
        return all(clue.fits for clue in self.clues)

    @property
    def why(self) -> tuple[str, ...]:
        """The reason that decides: each clue that does not fit, or that all do."""
        return tuple(clue.why for clue in self.clues if clue.why) or (self.bump.why,)


def words() -> Drill:
    """Return the words of the drill."""
    return find("drill", "milium-or-not")


def bumps_of(name: str) -> tuple[Bump, ...]:
    """Return the bumps of a set, or refuse its name with the nearest that is one."""
    sets = {each.id: each for each in words().sets}
    if name not in sets:
        raise ContentError(f"MiliumOrNot has no set '{name}'. {did_you_mean(str(name), sets)}")
    return tuple(bump for bump in words().bumps if bump.id in sets[name].bumps)


def make(bump: Bump, name: str, tone: str, rng: Random) -> Case:
    """Make up a case: one clue of each list that can be told of skin of this tone."""
    sites = {shape.site for shape in shapes() if shape.kind == bump.drawn}
    seen = rng.random() < DRAWN and bool(sites)
    slots = [_told(slot, tone) for slot in bump.clues]
    if seen:
        slots[0] = [clue for clue in slots[0] if clue.site in sites]
    clues = tuple(map(rng.choice, slots))
    age = rng.randint(*bump.ages)
    who = f"{name} is {age} and has {tone} skin."
    if bump.baby:
        who = f"Baby {name} is {age} week{'s'[: age > 1]} old and has {tone} skin."
    wanted = (bump.drawn, clues[0].site)
    fitting = [at for at, shape in enumerate(shapes()) if (shape.kind, shape.site) == wanted]
    picture = rng.choice(fitting) if seen else None
    return Case(bump, who, tone, clues, picture)


def how_many(bump: Bump) -> int:
    """Count the ways in which the clues of a bump can be put together."""
    return sum(prod(len(_told(slot, tone)) for slot in bump.clues) for tone in TONES)


@cache
def cases(name: str) -> tuple[Case, ...]:
    """Return the cases of a set: no two alike, each of another person, milia and others mixed."""
    bumps, rng = bumps_of(name), Random(name)
    names, tones = rng.sample(words().names, MILIA + OTHERS), cycle(rng.sample(TONES, len(TONES)))
    milia = [bump for bump in bumps if bump.why]
    others = [bump for bump in bumps if not bump.why]
    found: dict[tuple[str, ...], Case] = {}
    for group, wanted in ((milia, MILIA), (others, MILIA + OTHERS)):
        turn = cycle(group)
        while len(found) < wanted:
            bump, tone = next(turn), next(tones)
            case = make(bump, names[len(found)], tone, rng)
            found.setdefault(tuple(clue.id for clue in case.clues), case)
    return tuple(rng.sample(list(found.values()), len(found)))


def claims_of(name: str) -> set[str]:
    """Return all that a set rests on: its words, the clues its bumps can have, their pictures."""
    bumps, drill = bumps_of(name), words()
    told = {id_ for bump in bumps for slot in bump.clues for id_ in slot}
    shown = [clue for clue in drill.clues if clue.id in told]
    drawn = [picture for picture in drill.pictures if picture.id in {b.drawn for b in bumps}]
    return {claim for part in (drill, *bumps, *shown, *drawn) for claim in part.claims}


def _told(slot: Sequence[str], tone: str) -> list[Clue]:
    return [clue for clue in words().clues if clue.id in slot and tone in clue.tones]
