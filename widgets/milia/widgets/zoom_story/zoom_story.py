"""A way down from the face to the cell, that a learner walks step by step."""

from ipywidgets import widget_serialization
from traitlets import Dict, Int, List, TraitError, Tuple, Unicode, validate

from ...anatomy.zoom import views
from ...content import find
from ...content.errors import did_you_mean
from ..base import CourseWidget, css, js
from .pictures import pictures
from .reading import as_html, in_words, said
from .surfaces import surfaces


class ZoomStory(CourseWidget):
    """Show a milium and a pustule from the face down to the cells: `ZoomStory()`.

    `story` is "milium" or "pustule"; `step` counts from 1. The page sets both as the learner goes.
    Raises `TraitError` for a story or a step that is not there.
    """

    interactive = True

    _esm = js("shared", "drawn", "zoom_story/zoom_story")
    _css = css("shared", "zoom_story/zoom_story")

    title = Unicode().tag(sync=True)
    lead = Unicode().tag(sync=True)
    caption = Unicode().tag(sync=True)
    labels = Dict(help="{choose, list}: what stands over the two choices.").tag(sync=True)
    stories = List(Dict(), help="[{id, name, steps: [{name, looking, says, next}]}]").tag(sync=True)
    pictures = List(Unicode(), help="Each view as SVG, of both stories step by step.").tag(
        sync=True
    )
    surfaces = Tuple(help="The surfaces in each tone, fetched when asked for.").tag(
        sync=True, **widget_serialization
    )
    story = Unicode("milium", help="Which bump is shown.").tag(sync=True)
    step = Int(1, min=1, help="The step that is shown, from 1.").tag(sync=True)

    def __init__(self) -> None:
        """Take the words and draw the views."""
        self._words = words = find("zooming", "milium-and-pustule")
        super().__init__(
            title=words.title,
            lead=words.lead,
            caption=words.caption,
            labels={"choose": words.choose, "list": words.list},
            stories=[
                {
                    "id": way.id,
                    "name": way.name,
                    "steps": [
                        {
                            "name": step.name,
                            "looking": step.looking,
                            "says": step.says,
                            "next": list(view.next or ()),
                        }
                        for step, view in zip(way.steps, views(way.id), strict=True)
                    ],
                }
                for way in words.stories
            ],
            pictures=list(pictures(words)),
            surfaces=surfaces(),
        )

    @validate("story")
    def _known_story(self, proposal: dict) -> str:
        known = [way.id for way in self._words.stories]
        if proposal["value"] not in known:
            guess = did_you_mean(proposal["value"], known)
            raise TraitError(f"No story '{proposal['value']}' to zoom into. {guess}")
        return proposal["value"]

    @validate("step")
    def _known_step(self, proposal: dict) -> int:
        last = len(self._words.stories[0].steps)
        if not 1 <= proposal["value"] <= last:
            raise TraitError(f"No step {proposal['value']}. Choose 1 to {last}.")
        return proposal["value"]

    def describe(self) -> str:
        """Say the step that is shown, as the page says it."""
        return said(next(way for way in self._words.stories if way.id == self.story), self.step)

    def text(self) -> str:
        """Everything that is shown and said, and a mark that changes when a picture does."""
        return in_words(self._words)

    def fallback(self) -> str:
        """Both stories as lists with their pictures; nothing to press."""
        return as_html(self._words)
