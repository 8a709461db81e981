"""Every scene by the name that content/stories.yaml gives to its step."""

from collections.abc import Mapping
from types import MappingProxyType

from . import pore, removal
from .scene import Painter

SCENES: Mapping[str, Painter] = MappingProxyType(
    {
        "healthy-pore": pore.healthy,
        "clogged-pore": pore.clogged,
        "broken-wall": pore.broken,
        "pus": pore.pus,
        "dried-up": pore.dried,
        "sealed-milium": removal.sealed,
        "opened-roof": removal.opened,
        "pushed-plug": removal.pushed,
        "plug-out": removal.taken_out,
        "healed-place": removal.healed,
    }
)
