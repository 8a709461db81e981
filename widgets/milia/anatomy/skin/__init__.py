"""The numbers of the course, once: facial skin and what lies in it, in millimetres."""

from . import lengths
from .lengths import Length
from .lesions import Comedone, Follicle, Lesion, Milium, Pocket, Pustule
from .sites import SITES, Site, Skin
from .specimen import Specimen, deeper, stretched

__all__ = [
    "SITES",
    "Comedone",
    "Follicle",
    "Length",
    "Lesion",
    "Milium",
    "Pocket",
    "Pustule",
    "Site",
    "Skin",
    "Specimen",
    "deeper",
    "lengths",
    "stretched",
]
