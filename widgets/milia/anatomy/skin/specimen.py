"""A piece of skin with what lies in it, in true proportion or with its thin layers stretched."""

from dataclasses import dataclass, field, replace

from .lesions import Follicle, Lesion, Milium, Pustule
from .sites import Skin

BUMPS = 2  # at most: each takes one side of the drawing for its labels


@dataclass(frozen=True)
class Specimen:
    """One piece of skin and, from left to right, the pores and bumps that fit into it."""

    skin: Skin = field(default_factory=Skin)
    lesions: tuple[Lesion, ...] = (Milium(), Follicle(), Pustule())

    def __post_init__(self) -> None:
        """Refuse what this skin cannot hold, and a row that no drawing could hold."""
        limit = self.skin.thickness
        for lesion in self.lesions:
            name = lesion.kind.replace("-", " ")
            if lesion.floor > limit:
                raise ValueError(
                    f"The {name} reaches {lesion.floor:.2f} mm deep. The skin is {limit:.2f} mm "
                    "thick, and none of these grows into the fat: choose a smaller one or "
                    "thicker skin."
                )
        kinds = [lesion.kind for lesion in self.lesions]
        bumps = len(kinds) - kinds.count(Follicle.kind)
        astray = len(kinds) > BUMPS and kinds[1] != Follicle.kind
        if not kinds or len(set(kinds)) < len(kinds) or bumps > BUMPS or astray:
            raise ValueError(
                f"A specimen of {', '.join(kinds) or 'nothing'} cannot be drawn. Give it one "
                f"or {BUMPS} different ones, or {BUMPS} bumps with a healthy follicle between "
                "them: each has a side for its labels and ids of its own."
            )


def deeper(depth: float, skin: Skin, times: float) -> float:
    """Where a depth lies once the epidermis is drawn `times` as thick: all below moves down (mm).

    The same for every structure, so nothing changes its place, only the thin layers their look.
    """
    return depth + (times - 1) * min(depth, skin.epidermis)


def stretched(specimen: Specimen, times: float = 4) -> Specimen:
    """The textbook view: epidermis, outer coat, roof and covers drawn `times` as thick.

    Widths, and what lies below the epidermis, keep their size; a value below 1 is a ValueError.
    """
    if not times >= 1:
        raise ValueError(f"A stretch of {times} is none. Choose 1 (to scale) or more.")
    skin = specimen.skin

    def thicker(lesion: Lesion) -> Lesion:
        if isinstance(lesion, Milium):
            return replace(lesion, roof=deeper(lesion.roof, skin, times))
        names = ("depth", "gland_depth") if isinstance(lesion, Follicle) else ("depth", "cover")
        return replace(
            lesion, **{name: deeper(getattr(lesion, name), skin, times) for name in names}
        )

    layers = replace(
        skin,
        stratum_corneum=times * skin.stratum_corneum,
        epidermis=times * skin.epidermis,
    )
    return Specimen(layers, tuple(thicker(lesion) for lesion in specimen.lesions))
