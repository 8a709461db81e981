"""What can be chosen in the explorer, which of it fits together, and what is said of it."""

from collections.abc import Iterable
from functools import cache

from ...anatomy.section import COUNTERPARTS
from ...anatomy.skin import Comedone, Lesion, Milium, Pustule, Skin, Specimen
from ...content import ContentError, find, load
from ...content.errors import did_you_mean
from ...content.models import SectionRole, SectionSetting

KINDS = (Milium.kind, Comedone.kind, Pustule.kind)
SIZES = {  # within what is reported of a milium; the small one can stand out by no more than half
    "small": Milium(diameter=0.5, rise=0.25),
    "usual": Milium(),
    "large": Milium(diameter=2.0, rise=0.75),
}
WHOLE = "whole"  # a bump as such: the trait `part` says "" of it


def role(part: str) -> SectionRole:
    """Return the words of a part that can be chosen; "" is the whole bump."""
    return find("section-role", part or WHOLE)


def settings(kind: str) -> tuple[SectionSetting, ...]:
    """Return every setting of a kind, in the order it is offered."""
    return tuple(s for s in load().cross_section_settings.values() if s.kind == kind)


def note(setting: str) -> str:
    """Return what is said while it is set so."""
    return find("section-setting", setting).note


def plays(part: str, kind: str) -> str:
    """Return the id of the part that plays this role in this bump, "" where there is none."""
    return COUNTERPARTS.get(part, {}).get(kind) or ""


def lesion(kind: str, size: str) -> Lesion:
    """Return the bump that is drawn."""
    return {Milium.kind: SIZES[size], Comedone.kind: Comedone(), Pustule.kind: Pustule()}[kind]


@cache
def specimen(kind: str, site: str, size: str) -> Specimen | None:
    """Return the piece of skin with this bump, or None where it does not fit."""
    try:
        return Specimen(Skin.at(site), (lesion(kind, size),))
    except ValueError:
        return None


def fitting(site: str) -> list[str]:
    """Return the sizes of a milium that fit in the skin of this site."""
    return [size for size in SIZES if specimen(Milium.kind, site, size)]


def known(what: str, name: str, names: Iterable[str]) -> str:
    """Return a name that can be chosen, or refuse it with the nearest that can."""
    names = list(names)
    if name not in names:
        guess = did_you_mean(str(name), filter(None, names))
        raise ContentError(f"CrossSection has no {what} '{name}'. {guess}")
    return name


def fitted(site: str, size: str) -> str:
    """Return a size that fits in the skin of this site, or refuse it with one that does."""
    if size not in fitting(site):
        wide, fit = SIZES[size].diameter, " or ".join(f"'{size}'" for size in fitting(site))
        raise ContentError(
            f"A milium of {wide:g} mm does not fit in the skin of the {site} as it is drawn. "
            f"Choose size={fit}, or another site."
        )
    return size


def of_part(part: str) -> str:
    """Say what a part is in each of the bumps."""
    words = role(part)
    each = (f"{name_of(kind)}: {words.sentence(kind).text}" for kind in KINDS)
    return f"{words.name}. {' '.join(each)}"


def of_setting(site: str, size: str, view: str, companions: bool) -> list[str]:
    """Say what skin is shown, how wide the milium is, and whether all is to scale.

    The sentences after the first tell the ear of a bump that is missing; the eye sees that.
    """
    missing = [name_of(kind) for kind in KINDS if not specimen(kind, site, size)]
    said = [note(site), note(size), note(view)]
    said += [note("companions")] if companions and view == "true" else []
    return [" ".join(said), *(f"{name}: {note('too-deep')}" for name in missing)]


def name_of(kind: str) -> str:
    """Return the name of a bump as it is written in the course."""
    return kind.replace("-", " ").capitalize()
