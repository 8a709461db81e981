"""Which clue comes next, and how soon to ask: worked out from the signs in content/care.yaml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...content import Content, ContentError
from ...content.errors import did_you_mean
from ...content.models import Person, Sign

ANSWERS = ("yes", "no", "unsure")
ALSO = "-also"  # ends the id of a second clue
Answers = Mapping[str, str]  # by the id of a clue


@dataclass(frozen=True)
class Clue:
    """One question; yes and not sure are a sign, but for the last one, where yes is calm."""

    id: str
    band: str
    question: str
    tell: str
    choices: tuple[str, ...] = ()
    calm_too: tuple[str, ...] = ()  # what else is so where the last one ends in yes
    sign: Sign | None = None  # the sign it asks for
    calm: bool = False

    @property
    def also(self) -> str:
        """The id of its second clue."""
        return self.id + ALSO


@dataclass(frozen=True)
class End:
    """How soon to ask, and the clues that say so."""

    band: str
    because: tuple[str, ...]


class Rules:
    """The clues about one person, from most to least urgent, and where each answer leads."""

    def __init__(self, content: Content, person: Person) -> None:
        """Take the signs that are asked about this person."""
        self._content, self.person = content, person
        self._signs = {sign.id: (b.id, sign) for b in content.care.values() for sign in b.signs}
        self._words = content.find("asking", "ask-someone")
        self._wait, self._rather_ask = list(content.care)[-1], list(content.care)[-2]
        self._refuse_strangers()
        self.clues = tuple(self._clues())

    def next(self, answers: Answers) -> Clue | End:
        """Return the next clue, or the end where the answers so far decide.

        A sign ends it at once, and bands are asked from the most urgent on: none can be missed.
        """
        for band in self._content.care:
            if held := self._held(band, answers):
                return held
            for clue in self.clues:
                if clue.band == band and not self._is_left_out(clue, answers):
                    if clue.id not in answers:
                        return clue
                    if found := self._follow(clue, answers):
                        return found
        return End(self._rather_ask, ())  # nobody is told to wait by default

    def said_by_the_person(self) -> Iterator[Clue]:
        """Yield the clue that is answered with yes by whom it is about."""
        if name := self.person.sign:
            band, sign = self._signs[name]
            yield Clue(name, band, sign.question, sign.tell, sign=sign)

    def _follow(self, clue: Clue, answers: Answers) -> Clue | End | None:
        """Return where an answered clue leads; None where the next clue is to be asked."""
        if clue.calm:
            calm = answers[clue.id] == "yes"
            return End(self._wait if calm else self._rather_ask, (clue.id,))
        if answers[clue.id] == "no":
            return None
        if not (clue.sign and clue.sign.any_of):
            return End(clue.band, (clue.id,))
        if clue.also not in answers:
            return self._second(clue)
        return End(clue.band, (clue.id, clue.also)) if answers[clue.also] != "no" else None

    def _held(self, band: str, answers: Answers) -> End | None:
        """Return the end at a sign that holds without being asked for."""
        if self._band_of(self.person.sign) == band:
            return End(band, (self.person.sign,))
        for clue in self.clues:
            other = clue.sign and clue.sign.otherwise
            if self._band_of(other) == band and self._lacks_second(clue.id, answers):
                return End(band, (clue.id,))
        return None

    def _band_of(self, sign: str | None) -> str | None:
        return self._signs[sign][0] if sign else None

    def _is_left_out(self, clue: Clue, answers: Answers) -> bool:
        after = clue.sign and clue.sign.after
        return bool(after) and not self._lacks_second(after, answers)

    @staticmethod
    def _lacks_second(clue: str, answers: Answers) -> bool:
        return answers.get(clue, "no") != "no" and answers.get(clue + ALSO) == "no"

    def _second(self, clue: Clue) -> Clue:
        tell = f"{self._words.also_tell} {', '.join(clue.sign.any_of)}."
        return replace(
            clue,
            id=clue.also,
            question=self._words.also,
            tell=tell,
            choices=clue.sign.any_of,
            sign=None,
        )

    def _clues(self) -> Iterator[Clue]:
        """Yield a band's signs, then what else would break a condition, then the calm sign."""
        ours = [(b, sign) for b, sign in self._signs.values() if self.person.id in sign.about]
        ours = [(b, sign) for b, sign in ours if sign.id != self.person.sign]
        for band in self._content.care:
            for at, sign in ours:
                if at == band and not sign.all_of:
                    yield Clue(sign.id, band, sign.question, sign.tell, sign=sign)
            for _, sign in ours:
                for number, condition in enumerate(sign.all_of, 1):
                    if condition.band == band:
                        name = f"{sign.id}-{number}"
                        yield Clue(name, band, condition.question, condition.tell)
            for at, sign in ours:
                if at == band and sign.all_of:
                    too = tuple(condition.so for condition in sign.all_of)
                    yield Clue(sign.id, band, sign.question, sign.tell, (), too, sign, calm=True)

    def _refuse_strangers(self) -> None:
        for _, sign in self._signs.values():
            broken = [name for condition in sign.all_of for name in condition.signs]
            for name in filter(None, (sign.after, sign.otherwise, *broken, self.person.sign)):
                if name not in self._signs:
                    raise ContentError(
                        f"content/care.yaml: sign '{sign.id}' names sign '{name}', which is not"
                        f" there. {did_you_mean(name, self._signs)}"
                    )
