"""The zoom story: a milium and a pustule, from the face down to the cell."""

from .zoom_story import ZoomStory

__all__ = ["ZoomStory"]
