"""What a learner has answered, as it should be: two open pages, one browser, and files.

Plain Python and no browser: `test_quiz_machine.py` does the same things here and in Chromium and
compares. An answer is as the browser keeps it: {response, sure, attempt, at, first}.
"""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta

from milia.content.models import Item

CLEARED = "This browser has cleared older answers by itself. It may do so again."
NO_ROOM = "This browser cannot keep your answers. They last until you leave this page."
SURE = {"guess": "You were guessing. ", "fairly": "You felt fairly sure. "}
SURE |= {"very": "You felt very sure. ", "": ""}
ORDER = ["again", "cleared", "clear"]
COMES_BACK = [1, 3, 7]  # days after the first answer
WORST_FIRST = ["Look again", "Not answered yet", "Clear after another try", "Clear"]


@dataclass
class OpenPage:
    """A page as it stands open: what it shows may be older or newer than what is kept."""

    answers: dict[str, dict] = field(default_factory=dict)
    at: int = 0  # the item in sight, or the end
    seen: set[str] = field(default_factory=set)  # what it has seen kept
    note: str = ""
    listed: dict[str, dict] = field(default_factory=dict)  # what My answers lists
    clock: int = 0  # what this tab takes for the time
    today: date = date.min  # the day for which My answers was shown


class Learner:
    """A learner with two tabs open."""

    def __init__(self, items: list[Item]) -> None:
        """Start in a browser that keeps nothing yet."""
        self.items = {item.id: item for item in items}
        self.now = 1_700_000_000_000
        self.kept: dict[str, dict] = {}
        self.erased = 0
        self.pages = [OpenPage(), OpenPage()]

    # -- what can happen ----------------------------------------------------------------------

    def answer(self, at: int, name: str, response: list[str], sure: str, room: bool) -> None:
        """Answer an item on a page; where there is no room, the page alone knows of it."""
        page = self.pages[at]
        before = page.answers.get(name)
        said = {"response": response, "sure": sure}
        last = max([0, *(answer["at"] for answer in page.answers.values())])
        attempt = before["attempt"] + 1 if before else 1
        given = max(self.now, self.erased + 1, last + 1)
        first = before["first"] if before else said | {"at": given}
        new = {"attempt": attempt, "at": given, "first": first}
        wiped = before and name in page.seen and name not in self.kept
        page.answers[name] = said | new
        page.note = (CLEARED if wiped else "") if room else NO_ROOM
        if room:
            self.kept[name] = said | new
            self._changed()

    def open(self, at: int, saved: list[dict]) -> None:
        """Open a page anew, with the answers that were saved with its notebook."""
        bare = {a["item"]: {k: v for k, v in a.items() if k != "item"} for a in saved}
        page = self.pages[at] = OpenPage(answers=bare, clock=self.now)
        self._follow(page)
        missing = {n: a for n, a in page.answers.items() if self.kept.get(n) != a}
        self.kept |= missing
        if missing:
            self._changed()
        self._follow(page)
        page.at = next((i for i, n in enumerate(self.items) if n not in page.answers), self.end)

    def erase(self) -> None:
        """Erase everything: no page and no saved notebook brings an older answer back."""
        times = [answer["at"] for answer in self.kept.values()]
        self.erased = max([self.now, self.erased, *times])
        self.kept = {}
        self._changed()

    def load(self, text: str) -> str:
        """Load a file, the newer of two answers each time; returns what is said of it."""
        found = {
            key.removeprefix("item:"): answer
            | {"at": min(answer["at"], self.now)}
            | {"first": answer["first"] | {"at": min(answer["first"]["at"], self.now)}}
            for key, answer in json.loads(text)["answers"].items()
        }
        here = {name: self.kept.get(name, {"at": 0})["at"] for name in found}
        news = {name: answer for name, answer in found.items() if answer["at"] > here[name]}
        same = sum(answer["at"] == here[name] for name, answer in found.items())
        older = len(found) - len(news) - same
        self.kept |= news
        if news:
            self._changed()
        count = f"{len(news)} answer{'s' * (len(news) != 1)} loaded."
        words = [count if news else "This file holds nothing new."]
        words += [f"{same} {'was' if same == 1 else 'were'} here before."] if same else []
        s, were = ("", "was") if older == 1 else ("s", "were")
        words += [f"{older} newer answer{s} here {were} kept."] if older else []
        return " ".join(words)

    def clear(self) -> None:
        """The browser clears what it kept, and tells nobody."""
        self.kept, self.erased = {}, 0

    def _changed(self) -> None:
        for page in self.pages:
            self._follow(page)

    def _follow(self, page: OpenPage) -> None:
        """On each page the newer of its own answer and the one kept stands, if not erased."""
        own = {n: a for n, a in page.answers.items() if a["at"] > self.erased}
        page.seen = page.seen & set(own) | set(self.kept)
        page.listed, page.today = dict(self.kept), _day(page.clock)
        page.answers = own | {
            name: answer
            for name, answer in self.kept.items()
            if name not in own or answer["at"] > own[name]["at"]
        }

    # -- what is then to be seen ----------------------------------------------------------------

    @property
    def end(self) -> int:
        """The place behind the last item."""
        return len(self.items)

    def stored(self) -> dict:
        """What the browser's storage holds."""
        erased = {"milia:erased": self.erased} if self.erased else {}
        return {f"milia:item:{name}": answer for name, answer in self.kept.items()} | erased

    def told(self, at: int) -> dict:
        """What Python hears of a page."""
        given = self.pages[at].answers
        in_order = [(name, given[name]) for name in self.items if name in given]
        answers = sorted(in_order, key=lambda found: found[1]["at"])
        name, last = answers[-1] if answers else ("", {"response": []})
        return {
            "answers": [{"item": item} | answer for item, answer in answers],
            "item": name,
            "response": last["response"],
            "attempt": sum(answer["attempt"] for _, answer in answers),
        }

    def shown(self, at: int) -> dict:
        """What the quiz of a page shows."""
        page = self.pages[at]
        return {
            "count": f"Question {page.at + 1} of {self.end}"
            if page.at < self.end
            else f"All {self.end} questions",
            "next": self._next(page),
            "note": page.note,
            "forms": [
                {
                    "hidden": place != page.at,
                    "checked": sorted(page.answers.get(name, {"response": []})["response"]),
                    "sure": page.answers.get(name, {"sure": ""})["sure"],
                    "feedback": self._feedback(item, page.answers.get(name)),
                }
                for place, (name, item) in enumerate(self.items.items())
            ],
            "summary": self._summary(page) if page.at == self.end else [],
        }

    def listed(self, at: int) -> list[dict]:
        """What My answers of a page lists."""
        listed = self.pages[at].listed
        found = [(item, listed[name]) for name, item in self.items.items() if name in listed]
        return [
            {
                "stem": item.stem,
                "said": "; ".join(f"Text of {choice}" for choice in answer["response"]),
                "how": f"{SURE[answer['sure']]}{answer['attempt']} "
                f"{'try' if answer['attempt'] == 1 else 'tries'}.",
                "standing": self._standing_in_list(item, answer),
            }
            for item, answer in found
        ]

    def knows(self, at: int) -> list[tuple[str, str]]:
        """Each idea of My answers with where it stands: the worst of its answered items."""
        listed = self.pages[at].listed
        told = [(name, item) for name, item in self.items.items() if item.type != "predict"]
        found = {}
        for idea in dict.fromkeys(item.idea for _, item in told):
            states = {
                self._standing_in_list(item, listed[name])
                for name, item in told
                if item.idea == idea and name in listed
            }
            found[idea] = next((state for state in ORDER if state in states), "unanswered")
        known = [(idea, found[idea]) for state in ORDER for idea in found if found[idea] == state]
        return known and known + [each for each in found.items() if each not in known]

    def surprised(self, at: int) -> list[str]:
        """The items whose first answer felt sure and did not fit, "very sure" before "fairly"."""
        listed = self.pages[at].listed
        return [
            name
            for sure in ("very", "fairly")
            for name, item in self.items.items()
            if name in listed and item.type != "predict"
            if listed[name]["first"]["sure"] == sure
            if set(listed[name]["first"]["response"]) != set(item.right)
        ]

    def waits(self, at: int) -> list[tuple[str, int]]:
        """What comes back today, with its day of the three; what is not clear stands first."""
        page = self.pages[at]
        found = []
        for name, item in self.items.items():
            if name not in page.listed or item.type == "predict":
                continue
            answer = page.listed[name]
            first = min(_day(answer["first"]["at"]), page.today)
            last = max(first, min(_day(answer["at"]), page.today))
            due = [n for n in COMES_BACK if first + timedelta(n) <= page.today]
            if due and last < first + timedelta(due[-1]):
                state = self._standing_in_list(item, answer)
                found.append((ORDER.index(state), name, due[-1]))
        return [(name, day) for _, name, day in sorted(found, key=lambda each: each[0])]

    def _next(self, page: OpenPage) -> str:
        if page.at == self.end or list(self.items)[page.at] not in page.answers:
            return "Skip for now"
        return "Next question" if page.at + 1 < self.end else "See how it went"

    def _standing(self, item: Item, answer: dict | None) -> str:
        if not answer:
            return "Not answered yet"
        right = set(item.right)
        if set(answer["response"]) != right:
            return "Look again"
        return "Clear" if set(answer["first"]["response"]) == right else "Clear after another try"

    def _standing_in_list(self, item: Item, answer: dict) -> str:
        if item.type == "predict":
            return "guess"
        states = {"Look again": "again", "Clear": "clear", "Clear after another try": "cleared"}
        return states[self._standing(item, answer)]

    def _summary(self, page: OpenPage) -> list[str]:
        ideas = dict.fromkeys(item.idea for item in self.items.values())
        return [
            min(
                (
                    self._standing(item, page.answers.get(name))
                    for name, item in self.items.items()
                    if item.idea == idea
                ),
                key=WORST_FIRST.index,
            )
            for idea in ideas
        ]

    def _feedback(self, item: Item, answer: dict | None) -> str:
        if not answer:
            return ""
        chosen, right = set(answer["response"]), set(item.right)
        words = {
            "single-choice": self._of_one,
            "multiple-choice": self._of_several,
            "predict": self._of_a_guess,
        }[item.type](sorted(chosen), right)
        if chosen == right:
            return words
        if answer["sure"] == "very":
            words += "You felt very sure about this one, so take a moment here."
        return words if item.type == "predict" else words + "Read again: What is in it?"

    def _of_one(self, chosen: list[str], right: set[str]) -> str:
        verdict = "Yes." if set(chosen) == right else "Not this one."
        return f"{verdict} Feedback of {chosen[0]}."

    def _of_a_guess(self, chosen: list[str], right: set[str]) -> str:
        verdict = "Your guess fits." if set(chosen) == right else "Your guess was different."
        return f"{verdict} Feedback of {chosen[0]}.What is so."

    def _of_several(self, chosen: list[str], right: set[str]) -> str:
        wrong, missed = len(set(chosen) - right), len(right - set(chosen))
        verdict = ["Yes, that is all of them."]
        if wrong or missed:
            do = "does" if wrong == 1 else "do"
            of_chosen = (
                f"{wrong} of your choices {do} not fit." if wrong else "What you chose fits."
            )
            verdict = ["Not yet.", of_chosen]
            verdict += [f"{missed} more {'fits' if missed == 1 else 'fit'}."] if missed else []
        fit = {c: "fits" if c in right else "does not fit" for c in chosen}
        each = [f"Text of {c}: {fit[c]}. Feedback of {c}." for c in chosen]
        return " ".join(verdict) + "".join(each)


def _day(time: int) -> date:
    """The local calendar day of a time in milliseconds."""
    return date.fromtimestamp(time / 1000)
