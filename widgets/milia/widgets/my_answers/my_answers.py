"""The learner's own page: what is known by now, what to look at again, and every answer."""

from html import escape

from traitlets import Dict, List

from ...content import find, load
from ..ask_someone.reading import line
from ..base import CourseWidget, css, js
from ..quiz.quiz import SCORING
from .laid_out import beliefs_laid_out, idea_laid_out, item_laid_out, items_of

ABOUT = (
    "This page shows what you know by now and what to look at again. It also lists your answers.",
    "You can save them to a file, load them and erase them, and print a sheet to take along.",
    "It needs scripts. Your answers are in your browser, so none are printed here.",
)
SECTIONS = ("knows", "sure_but", "before_after", "again", "sheet", "chapters")
SHARED = ("answers", "print_alone", "own_questions")
OWN = ("standing", "days", *SECTIONS, "my_answers")


class MyAnswers(CourseWidget):
    """Show the learner's own page: `MyAnswers()`.

    Python lays out what can be answered; what was answered never leaves the browser.
    """

    _esm = js("shared", *SCORING, *SHARED, *(f"my_answers/{stem}" for stem in OWN))
    _css = css("shared", *SHARED, "my_answers/my_answers")

    parts = List(Dict(), help="[{id, title, lead, empty}] in the order of the page.").tag(sync=True)
    lessons = Dict(help="{id: title} of the lessons that ask something.").tag(sync=True)
    ideas = Dict(help="{id: {name, again}}; again is where it is taught.").tag(sync=True)
    items = List(
        Dict(),
        help="[{key, lesson, idea, id, type, stem, choices, places, rules, parts}] in order.",
    ).tag(sync=True)
    beliefs = List(Dict(), help="[{id, belief, correction, told, pairs}]").tag(sync=True)
    sheet = Dict(help="What stands on the sheet: {own, private, not_kept, bands, notes}.").tag(
        sync=True
    )

    def __init__(self) -> None:
        """Lay out every item that a lesson asks, and what is said around the answers."""
        content = load()
        asked = [item for lesson in content.lessons for item in items_of(lesson)]
        super().__init__(
            parts=[part.model_dump() for part in content.my_answers.values()],
            lessons={name: find("lesson", name).title for name in {i.lesson: 0 for i in asked}},
            ideas={i.idea: idea_laid_out(find("idea", i.idea)) for i in asked},
            items=[item_laid_out(item) for item in asked],
            beliefs=beliefs_laid_out(asked),
            sheet=_sheet(),
        )

    def text(self) -> str:
        """Say what the page does, and name all that it can list."""
        lines = ["My answers", *ABOUT]
        for part in self.parts:
            lines += ["", *(part[name] for name in ("title", "lead", "empty"))]
        lines += ["", *map(str, (self.sheet[n] for n in ("own", "private", "not_kept")))]
        for band in self.sheet["bands"]:
            lines += [f"{band['name']}: {band['do']}", *(f"  - {sign}" for sign in band["signs"])]
        lines += self.sheet["notes"]
        for each in self.beliefs:
            lines += ["", f"{each['belief']} {each['correction']}"]
            lines += [f"  Asked in: {', '.join(each['told'])}"] if each["told"] else []
            lines += [
                f"  Before: {pair['before']} {', '.join(pair['then'])}. "
                f"After: {pair['after']} {', '.join(pair['now']) or 'none'}."
                for pair in each["pairs"]
            ]
        for item in self.items:
            lines += ["", *self._in_words(item)]
        return "\n".join(lines)

    def _in_words(self, item: dict) -> list[str]:
        title = self.lessons[item["lesson"]]
        idea = self.ideas[item["idea"]]
        where = f" Look again: {idea['again']['text']}" if "again" in idea else ""
        offered = [*item["choices"], *item.get("places", []), *item.get("rules", [])]
        points = [
            part["place"] if part["element"] == item["id"] else f"{part['element']} {part['place']}"
            for part in item["parts"]
            if part["points"]
        ]
        return [
            f"{item['key']} ({title}): {item['stem']}",
            *(f"  {each['id']}: {each['text']}" for each in offered),
            *([f"  A point for: {', '.join(points)}"] if points else []),
            f"  Idea: {idea['name']}.{where}",
        ]

    def fallback(self) -> str:
        """What the page does, and that it needs scripts; no answers."""
        return "".join(f"<p>{escape(sentence)}</p>" for sentence in ABOUT)


def _sheet() -> dict:
    """What stands on the sheet beside the learner's own words."""
    content = load()
    card = find("question-card", "before-a-removal")
    asking = find("asking", "ask-someone")
    return {
        **card.model_dump(include={"own", "private", "not_kept"}),
        "bands": [
            {
                "name": band.name,
                "do": " ".join(filter(None, (band.what_to_do, band.for_baby))),
                "signs": [line(s) for s in band.signs],
            }
            for band in content.care.values()
            if band.id != "fine-to-wait"
        ],
        "notes": [asking.no_diagnosis, asking.emergency],
    }
