"""The words of the cross-section explorer: parts that can be chosen, and how it can be set."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Entry, Id, Part, Text, twice


class RoleSentence(Part):
    """What one bump has to say of a part, or that it has none."""

    of: Literal["milium", "closed-comedone", "pustule"]
    text: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def lacks(self) -> bool:
        """Whether it says that there is no such part here."""
        return self.text.startswith("There is no")


class SectionRole(Entry):
    """A part that can be chosen in the explorer, with a sentence for each of the bumps."""

    noun: ClassVar[str] = "section-role"

    name: Text
    sentences: Annotated[tuple[RoleSentence, ...], Field(min_length=3, max_length=3)]

    @model_validator(mode="after")
    def _bumps_differ(self) -> "SectionRole":
        if again := twice(sentence.of for sentence in self.sentences):
            raise ValueError(f"The {again} has two sentences. Give each bump one.")
        return self

    def sentence(self, kind: str) -> RoleSentence:
        """Return what is said of this kind of bump."""
        return next(sentence for sentence in self.sentences if sentence.of == kind)

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of its sentences."""
        return {"claim": [claim for said in self.sentences for claim in said.claims]}


class SectionSetting(Entry):
    """One way the explorer can be set, or a reason it gives, in words."""

    noun: ClassVar[str] = "section-setting"

    kind: Literal["site", "size", "view", "extra", "reason"]
    name: Text
    note: Text | None = None
    claims: tuple[Id, ...] = ()

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}
