"""Milium, closed comedone and pustule, cut open side by side, with their parts linked."""

from traitlets import Bool, Dict, List, Unicode, observe, validate

from ...content import load
from ..base import CourseWidget, css, js
from . import choices, reading
from .choices import KINDS, SIZES, WHOLE, known
from .drawings import VIEWS, atlas

STEMS = ("drawing", "marks", "controls", "cross_section")


class CrossSection(CourseWidget):
    """Show three white bumps cut open; choosing a part in one shows its counterpart in the others.

    `CrossSection()` starts with a cheek, to scale. `site` ("cheek", "nose" or "eyelid"), `size`
    of the milium ("small", "usual" or "large"), `view` ("true" or "stretched"), `companions` (a
    hair and a sheet of paper) and `part` (such as "roof"; "" is the whole bump) can be given, set
    and read; the page sets them as the learner chooses. Raises `ContentError` for what cannot
    be chosen, before anything is drawn.
    """

    interactive = True

    _esm = js("shared", "drawn", *(f"cross_section/{stem}" for stem in STEMS))
    _css = css("shared", "cross_section/cross_section")

    part = Unicode(help='The part chosen, "" for the whole bump.').tag(sync=True)
    site = Unicode("cheek").tag(sync=True)
    size = Unicode("usual", help="Of the milium.").tag(sync=True)
    view = Unicode("true", help="To scale, or stretched.").tag(sync=True)
    companions = Bool(False, help="Whether a hair and paper are shown.").tag(sync=True)
    kinds = List(Dict(), help="[{id, name}]").tag(sync=True)
    roles = List(Dict(), help="[{id, name, said, texts, parts}]; lists go by kind.").tag(sync=True)
    sites = List(Dict(), help="[{id, name}]").tag(sync=True)
    sizes = List(Dict(), help="[{id, name}]").tag(sync=True)
    views = List(Dict(), help="[{id, name}]").tag(sync=True)
    notes = Dict(help="What else is said, by id.").tag(sync=True)
    said = Dict(help="What is said of each setting, by 'site size view companions'.").tag(sync=True)
    pieces = List(Unicode(), help="What drawings are made of.").tag(sync=True)
    drawings = Dict(help="{box, tall, made, at, band} by 'kind site size view'.").tag(sync=True)
    look = Unicode(help="The style of the drawings.").tag(sync=True)

    def __init__(
        self,
        part: str = "",
        *,
        site: str = "cheek",
        size: str | None = None,
        view: str = "true",
        companions: bool = False,
    ) -> None:
        """Look everything up and draw it; a size that was not asked for is one that fits."""
        part, site, size, view = _chosen(part, site, size, view)
        super().__init__(
            part=part, site=site, size=size, view=view, companions=companions, **_table(), **atlas()
        )

    @validate("part", "site", "size", "view")
    def _refuse_strangers(self, proposal: dict) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known(name, value, OFFERED[name]())
        return choices.fitted(self.site, value) if name == "size" else value

    @observe("site")
    def _fit(self, change: dict) -> None:
        if self.size not in choices.fitting(change["new"]):
            self.size = _nearest(change["new"])

    def describe(
        self,
        part: str | None = None,
        *,
        site: str | None = None,
        size: str | None = None,
        view: str | None = None,
        companions: bool | None = None,
    ) -> str:
        """Say in words what is shown, letter for letter as the page does.

        What is not given is as it is now; `ContentError` refuses what cannot be chosen.
        """
        if size is None and self.size in choices.fitting(site or self.site):
            size = self.size
        part, site, size, view = _chosen(
            self.part if part is None else part, site or self.site, size, view or self.view
        )
        shown = self.companions if companions is None else companions
        return " ".join([choices.of_part(part), *choices.of_setting(site, size, view, shown)])

    def text(self) -> str:
        """Everything the explorer shows and says, and a mark that changes when a drawing does."""
        return reading.in_words(self.describe(), self.sizes, self.sites, self.views)

    def fallback(self) -> str:
        """The three drawings as images, and every part in words as a table."""
        return reading.as_html(self.site, self.size, self.view, self.describe())


OFFERED = {
    "part": lambda: ["", *(name for name in load().cross_section_roles if name != WHOLE)],
    "site": lambda: [site.id for site in choices.settings("site")],
    "size": lambda: list(SIZES),
    "view": lambda: list(VIEWS),
}


def _chosen(part: str, site: str, size: str | None, view: str) -> tuple[str, str, str, str]:
    """Refuse what cannot be chosen, and find a size that fits where none was asked for."""
    known("part", part, OFFERED["part"]())
    known("site", site, OFFERED["site"]())
    known("view", view, VIEWS)
    size = _nearest(site) if size is None else choices.fitted(site, known("size", size, SIZES))
    return part, site, size, view


def _nearest(site: str) -> str:
    """The usual size, or the largest that fits."""
    fit = choices.fitting(site)
    return "usual" if "usual" in fit else fit[-1]


def _table() -> dict:
    """All words the page looks up."""

    def named(kind: str) -> list[dict]:
        return [{"id": s.id, "name": s.name} for s in choices.settings(kind)]

    return {
        "kinds": [{"id": kind, "name": choices.name_of(kind)} for kind in KINDS],
        "roles": [
            {
                "id": part,
                "name": choices.role(part).name,
                "said": choices.of_part(part),
                "texts": [choices.role(part).sentence(kind).text for kind in KINDS],
                "parts": [choices.plays(part, kind) for kind in KINDS],
            }
            for part in OFFERED["part"]()
        ],
        "sites": named("site"),
        "sizes": named("size"),
        "views": named("view"),
        "notes": {s.id: s.note for s in choices.settings("reason")}
        | {"companions": choices.find("section-setting", "companions").name},
        "said": {
            f"{site} {size} {view} {str(shown).lower()}": choices.of_setting(
                site, size, view, shown
            )
            for site in OFFERED["site"]()
            for size in choices.fitting(site)
            for view in VIEWS
            for shown in (False, True)
        },
    }
