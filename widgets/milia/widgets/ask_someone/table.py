"""Every way through the clues, as a table that the page looks up."""

from dataclasses import dataclass, field

from ...content import Content
from .rules import ANSWERS, Answers, Clue, End, Rules


@dataclass
class Table:
    """Clues by id, and steps: what comes after yes, no and not sure is another step.

    A step that asks is `{"clue", "yes", "no", "unsure", "most"}`, `most` being how many clues can
    still come, this one counted; a step that ends is `{"band", "because"}`. Ways that lead on alike
    are one step.
    """

    clues: dict[str, Clue] = field(default_factory=dict)
    steps: list[dict] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)  # by the id of a person
    _places: dict[tuple, int] = field(default_factory=dict)

    def walk(self, rules: Rules, answers: Answers) -> int:
        """Add every way on from these answers, and return the place of the first step."""
        found = rules.next(answers)
        if isinstance(found, End):
            return self._place({"band": found.band, "because": list(found.because)})
        self.clues[found.id] = found
        ways = {said: self.walk(rules, {**answers, found.id: said}) for said in ANSWERS}
        most = 1 + max(self.steps[way].get("most", 0) for way in ways.values())
        return self._place({"clue": found.id, **ways, "most": most})

    def _place(self, step: dict) -> int:
        key = tuple(map(str, step.values()))
        if key not in self._places:
            self._places[key] = len(self.steps)
            self.steps.append(step)
        return self._places[key]


def table(content: Content) -> Table:
    """Walk every way through the clues, for each kind of person."""
    made = Table()
    for person in content.find("asking", "ask-someone").people:
        rules = Rules(content, person)
        made.clues |= {clue.id: clue for clue in rules.said_by_the_person()}
        made.starts[person.id] = made.walk(rules, {})
    return made
