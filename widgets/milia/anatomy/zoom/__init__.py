"""The way down from the face to the cell: four views of a bump, each a square of known width."""

from .frame import OWN, View
from .views import STORIES, draw_view, views

__all__ = ["OWN", "STORIES", "View", "draw_view", "views"]
