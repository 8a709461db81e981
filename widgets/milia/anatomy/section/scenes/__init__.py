"""Scenes: the section at one moment of a story, without labels, sizes or scale."""

from .scene import Scene, draw_scene
from .stories import SCENES

__all__ = ["SCENES", "Scene", "draw_scene"]
