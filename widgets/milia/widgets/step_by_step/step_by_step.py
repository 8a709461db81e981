"""A story in steps, that a learner walks through or lets play."""

from traitlets import Int, List, TraitError, Unicode, validate

from ...content import find
from ..base import CourseWidget, css, js
from .pictures import pictures
from .reading import as_html, in_words, said


class StepByStep(CourseWidget):
    """Show how something comes about, a picture at a time: `StepByStep("pore-to-pimple")`.

    `step` counts from 1 and is set as the learner goes; `steps` are their names. Raises
    `ContentError` for a story that is not there, `TraitError` for a step that the story has not.
    """

    interactive = True

    _esm = js("shared", "drawn", "step_by_step/step_by_step")
    _css = css("shared", "step_by_step/step_by_step")

    story = Unicode(help="Which story: an id in content/stories.yaml.").tag(sync=True)
    title = Unicode().tag(sync=True)
    lead = Unicode().tag(sync=True)
    steps = List(Unicode(), help="The name of each step.").tag(sync=True)
    says = List(Unicode(), help="What is said of each step.").tag(sync=True)
    pictures = List(Unicode(), help="The picture of each step, as SVG.").tag(sync=True)
    caption = Unicode().tag(sync=True)
    step = Int(1, min=1, help="The step that is shown, from 1.").tag(sync=True)

    def __init__(self, story: str) -> None:
        """Take the words of this story and draw its steps."""
        self._words = words = find("story", story)
        super().__init__(
            story=story,
            title=words.title,
            lead=words.lead,
            steps=[step.name for step in words.steps],
            says=[step.says for step in words.steps],
            pictures=list(pictures(words)),
            caption=words.caption,
        )

    @validate("step")
    def _in_the_story(self, proposal: dict) -> int:
        return self._known(proposal["value"])

    def _known(self, step: int) -> int:
        last = len(self._words.steps)
        if not 1 <= step <= last:
            raise TraitError(f"No step {step} in '{self._words.id}'. Choose 1 to {last}.")
        return step

    def describe(self, step: int | None = None) -> str:
        """Say a step as the page says it; the one that is shown, where none is given."""
        return said(self._words, self.step if step is None else self._known(step))

    def text(self) -> str:
        """Everything the story shows and says, and a mark that changes when a picture does."""
        return in_words(self._words)

    def fallback(self) -> str:
        """The steps as a list with their pictures; nothing to press."""
        return as_html(self._words)
