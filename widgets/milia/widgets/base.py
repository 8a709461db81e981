"""What every widget of the course has in common."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import anywidget

HERE = Path(__file__).parent
WITH = {"shared": ("shared", "tone")}  # what is joined wherever this stem is


def js(*stems: str) -> str:
    """Join the scripts of these stems into one module.

    anywidget loads a script from a Blob, so files cannot import one another; what several
    widgets share is put in front of each as text.
    """
    return _joined(stems, "js")


def css(*stems: str) -> str:
    """Join the style sheets of these stems."""
    return _joined(stems, "css")


def _joined(stems: Iterable[str], kind: str) -> str:
    every = (part for stem in stems for part in WITH.get(stem, (stem,)))
    return "\n".join((HERE / f"{part}.{kind}").read_text(encoding="utf-8") for part in every)


class CourseWidget(anywidget.AnyWidget):
    """A widget that can also be read: as plain text, and as HTML where nothing runs.

    The text is what nbval compares, so it names everything a learner is shown. The HTML is
    what a code host, a printer or an untrusted notebook shows in the widget's place.
    """

    interactive = False  # whether there is something to explore, which takes a learner time
    needs_kernel = False  # whether Python has to answer: else a page without a kernel will do

    def text(self) -> str:
        """Everything this widget shows, in plain words."""
        raise NotImplementedError

    def fallback(self) -> str:
        """The same as HTML that survives JupyterLab's sanitiser: images, lists, details."""
        return f"<pre>{escape(self.text())}</pre>"

    def __repr__(self) -> str:
        """Return the widget's text: the inherited one is cut or names a memory address."""
        return self.text()

    def _repr_mimebundle_(self, **kwargs: object) -> tuple[dict, dict] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        if self.needs_kernel:
            metadata = {**metadata, "milia": {"needs_kernel": True}}
        return {**data, "text/plain": self.text(), "text/html": self.fallback()}, metadata


class CoursePassage:
    """Something to read that needs no script: words as HTML, and the same as plain text.

    Its HTML holds nothing but what JupyterLab's sanitiser lets through, and every word of the
    content is escaped on its way in; the pages then show it as it stands.
    """

    def text(self) -> str:
        """Everything this passage says, in plain words; nbval compares it."""
        raise NotImplementedError

    def html(self) -> str:
        """The same as lists and details."""
        raise NotImplementedError

    def __repr__(self) -> str:
        """Return the passage's text."""
        return self.text()

    def _repr_mimebundle_(self, **_kwargs: object) -> tuple[dict, dict]:
        data = {"text/plain": self.text(), "text/html": self.html()}
        return data, {"milia": {"static": True}}
