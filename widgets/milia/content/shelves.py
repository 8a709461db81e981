"""The kinds of content, each on its shelf: one YAML file of that name, or a folder of files."""

from collections.abc import Mapping
from dataclasses import dataclass

from .errors import ContentError, did_you_mean
from .models import (
    AnatomyNumber,
    Asking,
    Band,
    Building,
    Claim,
    Contested,
    Criterion,
    Drill,
    Entry,
    ExemptWord,
    FaceMapWords,
    FigureWords,
    Helping,
    Idea,
    Item,
    Lesson,
    LookAlike,
    Mechanics,
    Misconception,
    OwnPart,
    QuestionCard,
    SectionRole,
    SectionSetting,
    SelfCheck,
    Source,
    Squeezing,
    Story,
    Term,
    ToneWords,
    Treatment,
    Zooming,
)

SHELVES: dict[str, type[Entry]] = {
    "sources": Source,
    "claims": Claim,
    "lessons": Lesson,
    "misconceptions": Misconception,
    "ideas": Idea,
    "items": Item,
    "figures": FigureWords,
    "cross_section_roles": SectionRole,
    "cross_section_settings": SectionSetting,
    "stories": Story,
    "building": Building,
    "zooming": Zooming,
    "face_map": FaceMapWords,
    "skin_tones": ToneWords,
    "squeezing": Squeezing,
    "questions": QuestionCard,
    "drills": Drill,
    "my_answers": OwnPart,
    "glossary": Term,
    "treatments": Treatment,
    "care": Band,
    "asking": Asking,
    "helping": Helping,
    "look_alikes": LookAlike,
    "anatomy_numbers": AnatomyNumber,
    "mechanics": Mechanics,
    "contested": Contested,
    "exempt_words": ExemptWord,
    "criteria": Criterion,
    "self_checks": SelfCheck,
}
OPTIONAL = {
    "figures",
    "cross_section_roles",
    "cross_section_settings",
    "asking",
    "helping",
    "stories",
    "building",
    "zooming",
    "face_map",
    "skin_tones",
    "squeezing",
    "questions",
    "drills",
    "my_answers",
    "criteria",
    "self_checks",
}  # it may have none


@dataclass(frozen=True)
class Content:
    """All words of the course, each kind a mapping by id that cannot be changed."""

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    lessons: Mapping[str, Lesson]
    misconceptions: Mapping[str, Misconception]
    ideas: Mapping[str, Idea]
    items: Mapping[str, Item]
    figures: Mapping[str, FigureWords]
    cross_section_roles: Mapping[str, SectionRole]
    cross_section_settings: Mapping[str, SectionSetting]
    stories: Mapping[str, Story]
    building: Mapping[str, Building]
    zooming: Mapping[str, Zooming]
    face_map: Mapping[str, FaceMapWords]
    skin_tones: Mapping[str, ToneWords]
    squeezing: Mapping[str, Squeezing]
    questions: Mapping[str, QuestionCard]
    drills: Mapping[str, Drill]
    my_answers: Mapping[str, OwnPart]  # in the order of the page
    glossary: Mapping[str, Term]
    treatments: Mapping[str, Treatment]
    care: Mapping[str, Band]  # from most to least urgent
    asking: Mapping[str, Asking]
    helping: Mapping[str, Helping]
    look_alikes: Mapping[str, LookAlike]
    anatomy_numbers: Mapping[str, AnatomyNumber]
    mechanics: Mapping[str, Mechanics]
    contested: Mapping[str, Contested]
    exempt_words: Mapping[str, ExemptWord]
    criteria: Mapping[str, Criterion]
    self_checks: Mapping[str, SelfCheck]  # for authors and reviewers, never for learners

    def find(self, kind: str, name: str) -> Entry:
        """Return one entry, such as find("item", "why-no-squeezing")."""
        shelves = {model.noun: shelf for shelf, model in SHELVES.items()}
        if kind not in shelves:
            raise ContentError(f"No kind '{kind}' in content. {did_you_mean(kind, shelves)}")
        shelf = getattr(self, shelves[kind])
        if name not in shelf:
            guess = did_you_mean(name, shelf)
            raise ContentError(f"No {kind} '{name}' in content/{shelves[kind]}. {guess}")
        return shelf[name]
