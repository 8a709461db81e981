"""Ask items, and answer every response with its feedback."""

from dataclasses import asdict

from traitlets import Bool, Dict, Instance, Int, List, Unicode, observe

from ...content import ContentError, find
from ...content.models import CHOOSING, PLACING, Item
from ..base import CourseWidget, css, js
from .offered import offered
from .pictured import picture
from .reading import as_html, in_words
from .scoring import Outcome, score, table_of_parts

# Whoever tells what an answer was, and what it earned, needs these two alone.
SCORING = ("quiz/placing", "quiz/scoring")
TYPES = tuple(each.replace("-", "_") for each in (*CHOOSING, *PLACING))
SCRIPTS = (
    "choices",
    "places",
    "drag",
    "picture",
    *TYPES,
    "types",
    "sure",
    "item",
    "summary",
    "post_test",
    "steps",
    "afresh",
    "answer_key",
    "paper",
)
STYLES = ("quiz", "rows", "picture", "compare", "paper")


class Quiz(CourseWidget):
    """Ask one item, or a set of them one by one. The page answers by itself; Python reads along.

    `Quiz("a")` asks the item "a" of the bank, `Quiz("a", "b", ask_sure=True)` a set, with "How
    sure are you?" after each. With `pre_test=True` it asks that too, and says nothing of right
    and wrong. With `post_test=True` it asks items parallel to the pre-test's, and ends with what
    the learner said then and says now.

    `item`, `response` (ids of choices) and `outcome` tell of the answer given last; `attempt`
    counts all answers, so an observer of it hears every one. `answers` holds the newest to each
    item. All are set by the page. Raises `ContentError` for an item that does not exist, is named
    twice, or does not belong in a pre-test, before anything is drawn.
    """

    _esm = js("shared", "drawn", *SCORING, *(f"quiz/{stem}" for stem in (*SCRIPTS, "quiz")))
    _css = css("shared", *(f"quiz/{stem}" for stem in STYLES))

    items = List(Dict(), help="What the page shows and looks up, item by item.").tag(sync=True)
    ask_sure = Bool(False).tag(sync=True)
    pre_test = Bool(False).tag(sync=True)
    post_test = Bool(False).tag(sync=True)
    answers = List(Dict(), help="[{item, response, sure, attempt, at, first}]").tag(sync=True)
    item = Unicode(help="The id of the item answered last.").tag(sync=True)
    response = List(Unicode(), help="The ids it was answered with.").tag(sync=True)
    attempt = Int(0, min=0, help="How often anything was answered here.").tag(sync=True)
    outcome = Instance(Outcome, allow_none=True, read_only=True)

    def __init__(
        self,
        *items: str,
        ask_sure: bool = False,
        pre_test: bool = False,
        post_test: bool = False,
    ) -> None:
        """Find the items in the bank and lay out their choices."""
        self._found = {item.id: item for item in _found(items, pre_test, post_test)}
        laid = [_laid_out(item, pre_test) for item in self._found.values()]
        if post_test:
            laid = [item | {"before": _before(self._found[item["id"]])} for item in laid]
        sure = ask_sure or pre_test or post_test
        super().__init__(items=laid, ask_sure=sure, pre_test=pre_test, post_test=post_test)

    # A trait fires only when it changes: counting attempts makes the same response twice two.
    @observe("attempt")
    def _score(self, _change: dict) -> None:
        item = None if self.pre_test else self._found.get(self.item)
        self.set_trait("outcome", item and score(item, self.response))

    def text(self) -> str:
        """Name each item, its choices, its key and every feedback."""
        kind = "Pre-test" if self.pre_test else "Post-test" if self.post_test else "Quiz"
        sure = ", asking how sure" if self.ask_sure else ""
        number = f"{len(self.items)} item{'s'[: len(self.items) > 1]}"
        return "\n".join([f"{kind} of {number}{sure}", *map(in_words, self._found.values())])

    def fallback(self) -> str:
        """The items as lists, with the answers folded away; a pre-test gives none."""
        return "".join(as_html(i, with_answers=not self.pre_test) for i in self._found.values())


def _found(ids: tuple[str, ...], pre_test: bool, post_test: bool) -> list[Item]:
    """Look up the items, or say what is wrong with the list of them."""
    if not ids or not all(isinstance(name, str) for name in ids):
        raise ContentError(
            'Quiz takes the ids of one or more items: Quiz("a") or Quiz("a", "b"). '
            "They stand in content/items."
        )
    if again := next((name for name in ids if ids.count(name) > 1), None):
        raise ContentError(f"Quiz names the item '{again}' twice. Ask it once.")
    found = [find("item", name) for name in ids]
    if stray := next((item.id for item in found if pre_test and not item.pre_test), None):
        raise ContentError(
            f"Item '{stray}' is not one of the pre-test. Mark it pre_test in content/items, "
            "or leave out pre_test=True."
        )
    if post_test and (pre_test or len(found) < 2):
        raise ContentError("A post-test asks two items or more, and is no pre-test: choose one.")
    if stray := next((item.id for item in found if post_test and not item.parallel), None):
        raise ContentError(
            f"Item '{stray}' is parallel to none of the pre-test. Name its 'parallel' in "
            "content/items, or leave out post_test=True."
        )
    return found


def _before(item: Item) -> dict:
    """The pre-test's item that this one is parallel to; its answers may be told by now."""
    return _laid_out(find("item", item.parallel), pre_test=False)


def _laid_out(item: Item, pre_test: bool) -> dict:
    """What the page needs of an item; of a pre-test it learns nothing about right and wrong."""
    idea = find("idea", item.idea)
    shown = offered(item) | {"by": item.by, "idea": idea.name}
    shown |= {"picture": picture(item)} if item.figure else {}
    parts = [asdict(part) for part in table_of_parts(item)]
    if pre_test:
        return shown | {"parts": [part | {"points": 0, "feedback": ""} for part in parts]}
    taught = idea.lesson and {"lesson": idea.lesson, "heading": idea.heading}
    return shown | {"parts": parts, "hint": item.hint, "reveal": item.reveal, "taught": taught}
