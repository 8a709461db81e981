"""A learner does anything in any order; pages, browser and files agree with a plain model."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from playwright.sync_api import Page

from milia import MyAnswers, Quiz
from milia.widgets.my_answers.laid_out import item_laid_out

from .conftest import THOROUGH, Watched
from .learner_model import Learner
from .mounted import mount
from .test_quiz_page import BANK, IDEAS, bank  # noqa: F401  (a fixture for every test)

pytestmark = pytest.mark.browser

DAY = 86_400_000
NAMES = ("single", "several", "guess")
ITEMS = [BANK[name] for name in NAMES]

# The browser clears its storage without a word to any page; a fence shows that whatever another
# tab has to tell has arrived; and for one answer there may be no room. A tab
# behind another gets few frames, so none is waited for.
SCRIPT = """
window.now = %d; Date.now = () => window.now;
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (window.full && key !== "fence") throw new DOMException("full", "QuotaExceededError");
  put.call(this, key, value);
};
addEventListener("storage", (event) => {
  if (event.key === null) event.stopImmediatePropagation();
  if (event.key === "fence") { window.arrived = Number(event.newValue); window.passed?.(); }
});
// Which tab is in front is no part of this: a new day is shown with the next change.
document.addEventListener("visibilitychange", (e) => e.stopImmediatePropagation(), true);
window.find = (selector) => document.querySelector(selector);
window.press = (root, words) => [...find(root).querySelectorAll("button")]
  .find(({ textContent }) => textContent.startsWith(words)).click();
window.requestAnimationFrame = (then) => queueMicrotask(then);
window.steps = (forward) => find(".milia-quiz-steps").children[forward ? 1 : 0];
window.goTo = (to) => {
  const forms = [...document.querySelectorAll(".milia-quiz-item")];
  const at = () => { const i = forms.findIndex((f) => !f.hidden);
    return i < 0 ? forms.length : i; };
  while (at() !== to) steps(at() < to).click();
  return forms[to];
};
"""

ANSWER = """async ({ now, to, response, sure, full }) => {
  window.now = now;
  const form = goTo(to), [choices, sureness] = form.querySelectorAll("fieldset");
  for (const input of choices.querySelectorAll("input")) {
    if (input.checked !== response.includes(input.value) && (input.type === "checkbox"
      || !input.checked)) input.click();
  }
  if (sure) sureness.querySelector(`[value=${sure}]`).click();
  window.full = full;
  form.querySelector("[type=submit]").click();
  window.full = false;
}"""

SEEN = """async ({ fence, acted }) => {
  if (acted) localStorage.setItem("fence", fence);
  else if (window.arrived !== fence) await new Promise((done) => { window.passed = done; });
  const text = (node) => node?.textContent ?? "";
  const values = (inputs) => [...inputs].map(({ value }) => value).sort();
  const quiz = find(".milia-quiz"), mine = find(".milia-my-answers");
  const { answers, item, response, attempt } = models[0].saved.at(-1) ?? models[0].state;
  // A probe of the other tab may stand there just now.
  const stored = Object.entries(localStorage).filter(([key]) => /^milia:(?!probe)/.test(key));
  return {
    stored: Object.fromEntries(stored.map(([key, value]) => [key, JSON.parse(value)])),
    told: { answers, item, response, attempt },
    shown: {
      count: text(quiz.querySelector(".milia-quiz-count")),
      next: text(steps(true)),
      note: text(quiz.querySelector(".milia-quiz-note")),
      forms: [...quiz.querySelectorAll(".milia-quiz-item")].map((form) => ({
        hidden: form.hidden,
        checked: values(form.querySelectorAll("fieldset:not(.milia-quiz-sure) :checked")),
        sure: values(form.querySelectorAll(".milia-quiz-sure :checked")).join(),
        feedback: text(form.querySelector("output")),
      })),
      summary: find(".milia-quiz-summary").hidden ? []
        : [...quiz.querySelectorAll(".milia-quiz-summary li")].map((li) => li.dataset.standing),
    },
    listed: [...mine.querySelectorAll(".milia-my-answers-entry")].map((li) => ({
      stem: text(li.querySelector(".milia-my-answers-stem")),
      said: text(li.querySelector("strong")),
      how: text(li.querySelector(".milia-my-answers-how")),
      standing: li.querySelector(".milia-my-answers-standing").dataset.standing,
    })),
    knows: [...mine.querySelectorAll("[data-idea]")].map((li) => [li.dataset.idea,
      li.querySelector("[data-standing]").dataset.standing]),
    surprised: [...mine.querySelectorAll("[data-part=sure-but] [data-item]")]
      .map((li) => li.dataset.item),
    waits: [...mine.querySelectorAll("[data-part=look-again] [data-item]")].map((li) =>
      [li.dataset.item, Number(text(li).match(/^Day ([0-9])/)[1])]),
  };
}"""

STATUS = ".milia-my-answers-status"

DAMAGE: dict[str, Callable[[dict], str]] = {
    "empty": lambda file: "",
    "cut": lambda file: json.dumps(file)[:-2],
    "of another course": lambda file: json.dumps(file | {"course": "Another"}),
    "newer": lambda file: json.dumps(file | {"version": 2}),
    "one bad answer": lambda file: json.dumps(
        file | {"answers": file["answers"] | {"item:several": {"response": ["a"]}}}
    ),
}


def my_answers() -> MyAnswers:
    """My answers of the same plain items as the quiz."""
    mine = MyAnswers()
    mine.items = [item_laid_out(item) | {"lesson": "01_one"} for item in ITEMS]
    mine.lessons = {"01_one": "One"}
    mine.ideas = {
        name: {"name": IDEAS[name].name, "again": {"text": "One", "lesson": "01_one"}}
        for name in dict.fromkeys(item.idea for item in ITEMS)
    }
    mine.beliefs = []
    return mine


class Machine(RuleBasedStateMachine):
    """What a learner can do in either of two tabs, in Chromium and in the model."""

    files = Bundle("files")
    tabs = st.integers(0, 1)

    def __init__(self, watched: Watched, pages: list[Page], widgets: tuple) -> None:
        super().__init__()
        self.watched, self.pages, self.widgets = watched, pages, widgets
        self.learner = Learner(ITEMS)
        self.acted = self.fence = 0
        self.filed: dict[str, dict] = {}  # what the newest file holds
        self.saved: list[dict] = []  # what JupyterLab saved by itself, step by step
        pages[0].evaluate("localStorage.clear()")
        for at in (1, 0):
            self.open(at, {})

    def act(self, at: int, script: str, arg: object = None) -> None:
        """Do something in a tab, at a time of its own."""
        self.acted = at
        self.learner.now += 1000
        self.learner.pages[at].clock = self.learner.now
        self.pages[at].evaluate(f"(now) => {{ window.now = now; {script} }}", self.learner.now)

    def open(self, at: int, saved: dict) -> None:
        quiz = Quiz(*NAMES, ask_sure=True)
        for name, value in saved.items():
            setattr(quiz, name, value)
        self.acted = at
        self.learner.now += 1000
        self.pages[at].bring_to_front()
        mount(self.pages[at], quiz, self.widgets[0], script=SCRIPT % self.learner.now)
        self.learner.open(at, saved.get("answers", []))

    def answer(self, at: int, name: str, response: list[str], sure: str, room: bool) -> None:
        learner, place = self.learner, NAMES.index(name)
        self.acted = at
        learner.now += 1000
        learner.pages[at].clock = learner.now
        said = {"to": place, "response": response, "sure": sure, "full": not room}
        self.pages[at].evaluate(ANSWER, said | {"now": learner.now})
        learner.pages[at].at = place
        before = learner.pages[at].answers.get(name, {"sure": ""})
        learner.answer(at, name, response, sure or before["sure"], room)  # not to be unsaid

    def the_clock_is_put_back(self) -> None:
        self.learner.now -= 7_777  # no whole step, so that no two answers have one time

    def keeps_what_no_file_has(self) -> bool:
        return bool(self.learner.kept) and self.learner.kept != self.filed

    def keeps_some(self) -> bool:
        return bool(self.learner.kept)

    # -- rules --------------------------------------------------------------------------------

    @initialize(target=files, right=st.booleans(), room=st.booleans(), back=st.booleans())
    def saved_a_file_and_went_on(self, right: bool, room: bool, back: bool) -> str:
        self.answer(0, "single", ["b" if right else "a"], "very", True)
        self.answer(0, "several", ["a", "d"], "", True)
        text = self.saves_to_a_file(0)
        if back:
            self.the_clock_is_put_back()
        self.answer(0, "single", ["c"], "guess", room)  # the file is older now
        self.answer(0, "guess", ["a"], "", room)
        return text

    @rule(
        at=tabs,
        name=st.sampled_from(NAMES),
        chosen=st.sets(st.sampled_from("abcd"), min_size=1),
        sure=st.sampled_from(["", "guess", "fairly", "very"]),
        room=st.sampled_from([True, True, True, False]),
    )
    def answers(self, at: int, name: str, chosen: set[str], sure: str, room: bool) -> None:
        item = BANK[name]
        offered = [choice.id for choice in item.choices if choice.id in chosen] or ["a"]
        response = offered if item.type == "multiple-choice" else offered[:1]
        self.answer(at, name, response, sure, room)

    @precondition(keeps_some)
    @rule(at=tabs, name=st.sampled_from(NAMES))
    def tries_the_same_again(self, at: int, name: str) -> None:
        before = self.learner.pages[at].answers.get(name)
        if before:
            self.answer(at, name, before["response"], "", True)

    @rule(at=tabs, forward=st.booleans())
    def skips_or_goes_back(self, at: int, forward: bool) -> None:
        page = self.learner.pages[at]
        to = min(max(page.at + (1 if forward else -1), 0), self.learner.end)
        if to != page.at:
            self.act(at, f"steps({json.dumps(forward)}).click();")
            page.at = to

    @rule(at=tabs)
    def reloads(self, at: int) -> None:
        self.open(at, {})

    @rule(at=tabs, ago=st.integers(1, 8))
    def opens_the_notebook_as_saved_before(self, at: int, ago: int) -> None:
        self.open(at, self.saved[-min(ago, len(self.saved))])

    @precondition(keeps_what_no_file_has)  # Chromium gives ten files in a row, and no more
    @rule(target=files, at=tabs)
    def saves_to_a_file(self, at: int) -> str:
        with self.pages[at].expect_download() as download:
            self.act(at, "press('.milia-my-answers', 'Save to a file');")
        text = Path(download.value.path()).read_text(encoding="utf-8")
        self.filed = dict(self.learner.kept)
        kept = {f"item:{name}": answer for name, answer in self.learner.kept.items()}
        assert json.loads(text)["answers"] == kept
        return text

    @rule(at=tabs, text=files)
    def loads_a_file(self, at: int, text: str) -> None:
        said = self.load(at, text)
        assert said == self.learner.load(text)

    @rule(at=tabs, text=files, damage=st.sampled_from(list(DAMAGE)))
    def loads_a_damaged_file(self, at: int, text: str, damage: str) -> None:
        assert "Nothing was changed." in self.load(at, DAMAGE[damage](json.loads(text)))

    def load(self, at: int, text: str) -> str:
        self.act(at, f"find('{STATUS}').replaceChildren();")
        page = self.pages[at]
        file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
        page.locator("input[type=file]").set_input_files(file)
        page.wait_for_function(f"find('{STATUS}').textContent", polling=10)
        return page.evaluate(f"find('{STATUS}').textContent")

    @precondition(keeps_some)
    @rule(at=tabs, sure=st.sampled_from([True, True, True, False]))
    def erases(self, at: int, sure: bool) -> None:
        ask = "press('.milia-my-answers', 'Erase my answers');"
        self.act(at, ask + f"press('dialog[open]', '{'Erase' if sure else 'Keep them'}');")
        return self.learner.erase() if sure else None

    @precondition(keeps_some)
    @rule(at=tabs)
    def storage_is_cleared_by_the_browser(self, at: int) -> None:
        self.act(at, "localStorage.clear();")
        self.learner.clear()

    @rule()
    def puts_the_clock_back(self) -> None:
        self.the_clock_is_put_back()

    @rule(days=st.sampled_from([1, 1, 2, 3, 7, -2]))
    def comes_back_another_day(self, days: int) -> None:
        self.learner.now += days * DAY + 333

    # -- invariants -----------------------------------------------------------------------------

    @invariant()
    def all_agree(self) -> None:
        self.fence += 1
        for at in (self.acted, 1 - self.acted):
            asked = {"fence": self.fence, "acted": at == self.acted}
            seen = self.pages[at].evaluate(SEEN, asked)
            self.saved.append(seen["told"])
            learner = self.learner
            assert seen["stored"] == learner.stored(), at
            assert seen["told"] == learner.told(at), at
            assert seen["shown"] == learner.shown(at), at
            assert seen["listed"] == learner.listed(at), at
            for part in ("knows", "surprised", "waits"):
                assert [*map(tuple, seen[part])] == [*map(tuple, getattr(learner, part)(at))], part
        assert self.watched.problems == []


def test_whatever_a_learner_does_all_that_shows_answers_agrees(watched: Watched) -> None:
    first = watched.open()
    pages = [first, first.context.new_page()]
    mount(first)
    widgets = (my_answers(),)
    run_state_machine_as_test(
        lambda: Machine(watched, pages, widgets),
        settings=settings(
            derandomize=True,
            deadline=None,
            max_examples=25 if THOROUGH else 12,
            stateful_step_count=15,
            phases=[Phase.generate],  # to shrink is to open some hundred pages more
            suppress_health_check=list(HealthCheck),
        ),
    )
