"""What a learner can read, sentence by sentence, and how hard it is to read."""

import re
from collections.abc import Iterator
from functools import cache

import textstat

from milia.content import Content, load
from milia.content.models import PLACING, SITUATIONS, Drill

MARKS = re.compile(r"(?<=[.?!])[\"”]?\s+")


def told(content: Content) -> Iterator[tuple[str, str]]:
    """Yield all that the course itself says to learners: where, and the words."""
    for claim in content.claims.values():
        if claim.audience == "learner":
            yield f"claim {claim.id}", claim.statement
    for item in content.items.values():
        yield from _all(f"item {item.id}", *(case.text for case in item.cases))
        for choice in item.all_choices:
            yield f"item {item.id}", choice.feedback
            # Of a post it is the sentences left alone that are so; what is placed states nothing.
            if item.type not in PLACING and (choice.id in item.right) != (
                item.type == "spot-error"
            ):
                yield f"item {item.id}", choice.text
        yield from _all(f"item {item.id}", item.stem, item.by, item.hint, item.reveal)
    for idea in content.ideas.values():
        yield f"idea {idea.id}", idea.name
    for term in content.glossary.values():
        if term.audience == "learner":
            yield f"term {term.id}", term.definition
    for misconception in content.misconceptions.values():
        yield f"misconception {misconception.id}", misconception.correction
    for figure in content.figures.values():
        notes = [word for part in figure.parts for word in (part.note, part.where)]
        words = (figure.alt, figure.unnamed, figure.caption, *notes)
        yield from _all(f"figure {figure.id}", *words)
    for role in content.cross_section_roles.values():
        texts = [sentence.text for sentence in role.sentences]
        yield from _all(f"section role {role.id}", role.name, *texts)
    for setting in content.cross_section_settings.values():
        yield from _all(f"section setting {setting.id}", setting.name, setting.note)
    for lesson in content.lessons.values():
        yield from _all(f"lesson {lesson.id}", lesson.title, lesson.question)
    for story in content.stories.values():
        yield from _all(f"story {story.id}", story.title, story.lead, story.caption)
        for step in story.steps:
            yield from _all(f"story {story.id}", step.name, step.says, step.alt)
    for built in content.building.values():
        around = (built.title, built.lead, built.blank, built.done, built.done_alt, built.caption)
        yield from _all(f"building {built.id}", *around)
        for part in built.parts:
            yield from _all(f"building {built.id}", part.reason)
    for ways in content.zooming.values():
        around = (ways.title, ways.lead, ways.choose, ways.list, ways.caption)
        yield from _all(f"zooming {ways.id}", *around)
        for way in ways.stories:
            for step in way.steps:
                words = (
                    step.name,
                    step.looking,
                    step.says,
                    step.alt,
                    *(label.text for label in step.labels),
                )
                yield from _all(f"zooming {way.id} {step.id}", *words)
    for words in content.face_map.values():
        around = (words.title, words.lead, words.none, words.unknown, words.caption)
        alts = (face.alt for face in words.faces)
        yield from _all(f"face map {words.id}", *around, *alts, *(t.text for t in words.told()))
    for words in content.skin_tones.values():
        said = words.model_dump(
            exclude={"id", "states", "dark_from", "claims", "ask_reviewer", "reviewed"}
        )
        yield from _all(f"skin tones {words.id}", *said.values())
        for state in words.states:
            yield from _all(f"skin tones {words.id}", state.name, state.says, state.dark)
    for lab in content.squeezing.values():
        yield from _all(f"squeezing {lab.id}", *lab.told())
    for card in content.questions.values():
        around = (card.title, card.lead, card.not_legal_advice, card.own, card.private)
        yield from _all(f"questions {card.id}", *around, card.not_kept)
        for each in card.questions:
            yield from _all(f"questions {card.id}", each.question, each.why)
    for drill in content.drills.values():
        yield from _drill(drill)
    for part in content.my_answers.values():
        yield from _all(f"my answers {part.id}", part.title, part.lead, part.empty)
    yield from _care(content)


def _drill(drill: Drill) -> Iterator[tuple[str, str]]:
    around = (drill.title, drill.lead, drill.rule, drill.ask, drill.yes, drill.no, drill.cut)
    yield from _all(f"drill {drill.id}", *around, drill.tested, drill.private, drill.not_kept)
    for clue in drill.clues:
        yield from _all(f"clue {clue.id}", clue.text, clue.why)
    for bump in drill.bumps:
        yield from _all(f"bump {bump.id}", bump.why, bump.then)
    for picture in drill.pictures:
        yield f"drill {drill.id}", picture.alt


def _care(content: Content) -> Iterator[tuple[str, str]]:
    for way in content.treatments.values():
        words = (way.name, way.line, way.who, way.how_long, way.expect, way.evidence.why, way.where)
        yield from _all(f"treatment {way.id}", *words, *way.harms, *way.not_for)
        if told := way.explored:
            facts = (*told.benefits, *told.costs, *told.steps, *told.ask, *told.course)
            reasons = (told.answers.of(situation).reason for situation in SITUATIONS)
            words = (fact.text for fact in facts)
            yield from _all(f"treatment {way.id}", told.short, told.stop, *words, *reasons)
    for band in content.care.values():
        words = (band.name, band.what_to_do, band.says, band.for_baby)
        yield from _all(f"band {band.id}", *words, *band.call.model_dump().values())
        for sign in band.signs:
            words = (sign.sign, sign.question, sign.tell, *sign.any_of)
            also = (word for c in sign.all_of for word in (c.so, c.question, c.tell))
            yield from _all(f"sign {sign.id}", *words, *also)
    for words in content.asking.values():
        said = words.model_dump(
            exclude={"id", "people", "claims", "ask_reviewer", "reviewed", "said", "to_fill_in"}
        )
        named = (word for person in words.people for word in (person.name, person.tell))
        parts = (*words.said.model_dump().values(), *words.to_fill_in)
        yield from _all(f"asking {words.id}", *said.values(), *named, *parts)
    for words in content.helping.values():
        said = (words.title, words.lead, words.proof, words.who, words.no_harms, words.time)
        more = (words.no_promise, words.week, words.matters, words.close)
        named = (word for s in words.situations for word in (s.label, s.name))
        asked = (question.text for question in words.questions)
        graded = (*words.verdicts.model_dump().values(), *words.strength.model_dump().values())
        yield from _all(f"helping {words.id}", *said, *more, *named, *asked, *graded)
    for other in content.look_alikes.values():
        words = (other.name, other.where, other.clue, other.difference, other.what_to_do)
        cases = (case.when for case in other.sooner)
        yield from _all(f"look-alike {other.id}", *words, *other.places, *cases)


def _all(where: str, *words: str | None) -> Iterator[tuple[str, str]]:
    yield from ((where, word) for word in words if word)


def shown(content: Content) -> Iterator[tuple[str, str]]:
    """Yield all of that, and the wrong ideas and choices that stand there to be corrected."""
    yield from told(content)
    for item in content.items.values():
        yield from _all(f"item {item.id}", *(choice.text for choice in item.all_choices))
        yield from _all(f"item {item.id}", *(place.text for place in item.places))
    for misconception in content.misconceptions.values():
        yield from _all(f"misconception {misconception.id}", misconception.belief)
    for built in content.building.values():
        for part in built.parts:
            yield from _all(f"building {built.id}", part.name, part.word, part.listed)
    for words in content.face_map.values():
        for face in words.faces:
            yield from _all(f"face map {words.id}", face.name, *(p.name for p in face.places))
    for way in content.treatments.values():
        yield from _all(f"treatment {way.id}", *way.never)


def sentences(text: str) -> list[str]:
    """Cut a text at its full stops, question and exclamation marks."""
    return [sentence for sentence in MARKS.split(text) if sentence]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade; a word the course teaches counts as one syllable."""
    return textstat.flesch_kincaid_grade(_taught().sub("bump", text))


@cache
def _taught() -> re.Pattern[str]:
    words = [form for word in load().exempt_words.values() for form in (word.id, *word.forms)]
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)
