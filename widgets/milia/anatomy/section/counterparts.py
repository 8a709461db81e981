"""Which part plays which role in each pore and bump, so that they can be compared one by one."""

from collections.abc import Mapping
from types import MappingProxyType

from ..skin import Comedone, Follicle, Milium, Pustule

KINDS = (Follicle.kind, Comedone.kind, Milium.kind, Pustule.kind)

# None: there is no such part. A common milium has no opening, hair tube or oil gland of its own.
# A healthy pore has nothing over it and nothing stuck in it; the skin around it is plain skin.
# The skin over pus has no role: no claim of the course is about it.
_ROLES: dict[str, dict[str, str | None]] = {
    "roof": {"closed-comedone": "roof", "milium": "roof"},
    "opening": {"follicle": "opening", "closed-comedone": "opening", "pustule": "opening"},
    "wall": dict.fromkeys(KINDS, "wall"),
    "contents": {"closed-comedone": "contents", "milium": "contents", "pustule": "contents"},
    "hair-tube": {"follicle": "wall", "closed-comedone": "wall", "pustule": "wall"},
    "gland": {"follicle": "gland", "closed-comedone": "gland", "pustule": "gland"},
    "skin": {"closed-comedone": "skin", "milium": "skin", "pustule": "skin"},
}

COUNTERPARTS: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        role: MappingProxyType(
            {kind: f"{kind}-{names[kind]}" if names.get(kind) else None for kind in KINDS}
        )
        for role, names in _ROLES.items()
    }
)
"""For each role and kind, the id (`data-part`) of the part that plays it, or None."""
