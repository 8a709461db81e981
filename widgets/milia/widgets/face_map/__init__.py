"""The face map: what can come up where on a grown-up's face and on a newborn's."""

from .face_map import FaceMap

__all__ = ["FaceMap"]
