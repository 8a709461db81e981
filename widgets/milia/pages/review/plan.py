"""Which entry stands on which page of the review: each on exactly one."""

from pathlib import Path

from ...content import Content
from .cards import STRENGTH, Cards
from .parts import Page, Section, filled, row
from .self_check import self_check
from .uses import uses_of_claims


def pages(content: Content, notebooks: Path) -> tuple[Page, ...]:
    """Return every page but the index, what decides most for a patient first."""
    cards = Cards(content, uses_of_claims(content, notebooks))
    return (
        _care(content, cards),
        _treatments(content, cards),
        *_claims(content, cards),
        _items(content, cards),
        _figures(content, cards),
        _glossary(content, cards),
        _numbers(content, cards),
        *([self_check(content)] if content.self_checks else []),
    )


def _care(content: Content, cards: Cards) -> Page:
    bands = (
        Section(
            f"Signs: {band.name.lower()}",
            tuple(cards.sign(band, sign) for sign in band.signs),
            filled(
                row("A result says", band.says),
                row("What to do", band.what_to_do, band.for_baby and f"A baby: {band.for_baby}"),
                row("To say when calling", band.call.head, band.call.first, band.call.ask),
                row("Strength", STRENGTH[band.strength]),
            ),
            f"band-{band.id}",
        )
        for band in content.care.values()
    )
    asking = Section(
        "Should I ask someone?",
        tuple(map(cards.asking, content.asking.values())),
        anchor="asking",
    )
    alike = Section(
        "Bumps that look alike",
        tuple(map(cards.look_alike, content.look_alikes.values())),
        anchor="look-alikes",
    )
    lead = (
        "How soon to ask for help. The first band with a sign that fits wins. The course never "
        "says what a learner's bump is."
    )
    return Page(
        "care", "When to ask for help", lead, (*bands, *([asking] if asking.cards else []), alike)
    )


def _treatments(content: Content, cards: Cards) -> Page:
    ways = content.treatments.values()
    options = tuple(cards.treatment(way) for way in ways if not way.never)
    warnings = tuple(cards.treatment(way) for way in ways if way.never)
    lead = "Options for ordinary milia. The evidence is for milia, not for acne."
    sections = (Section("Options", options, anchor="options"),)
    if words := tuple(map(cards.helping, content.helping.values())):
        sections += (Section("The words around the options", words, anchor="helping"),)
    if warnings:
        sections += (Section("Never", warnings, anchor="never"),)
    if asked := tuple(map(cards.question_card, content.questions.values())):
        sections += (Section("Before a removal", asked, anchor="questions"),)
    return Page("treatments", "Treatments", lead, sections)


def _claims(content: Content, cards: Cards) -> list[Page]:
    heads = {"core": "Core", "extra": "Extra"}
    lead = "A learner is shown the statement. Detail, caution and numbers are for those who teach."
    made = []
    for topic in dict.fromkeys(claim.topic for claim in content.claims.values()):
        here = [claim for claim in content.claims.values() if claim.topic == topic]
        sections = tuple(
            Section(
                head, tuple(cards.claim(c) for c in here if c.priority == priority), (), priority
            )
            for priority, head in heads.items()
            if any(claim.priority == priority for claim in here)
        )
        title = f"Claims: {topic.replace('-', ' ')}"
        made.append(Page(f"claims-{topic}", title, lead, sections))
    return made


def _items(content: Content, cards: Cards) -> Page:
    wrong = tuple(map(cards.misconception, content.misconceptions.values()))
    items = tuple(map(cards.item, content.items.values()))
    lead = "What people get wrong, and the questions that bring it out. People in them are made up."
    sections = (Section("Misconceptions", wrong, anchor="misconceptions"),)
    sections += (Section("Items", items, anchor="items"),)
    if drills := tuple(map(cards.drill, content.drills.values())):
        sections += (Section("Drills", drills, anchor="drills"),)
    return Page("items", "Misconceptions and items", lead, sections)


def _figures(content: Content, cards: Cards) -> Page:
    figures = tuple(map(cards.figure, content.figures.values()))
    lead = "The words of the pictures. The pictures themselves lie in the course's images folder."
    explorer = (
        *map(cards.section_role, content.cross_section_roles.values()),
        *map(cards.section_setting, content.cross_section_settings.values()),
    )
    sections = (Section("Figures", figures, (), "all"),)
    if explorer:
        sections += (Section("The cross-section explorer", explorer, anchor="explorer"),)
    if stories := tuple(map(cards.story, content.stories.values())):
        sections += (Section("Stories in steps", stories, anchor="stories"),)
    if built := tuple(map(cards.building, content.building.values())):
        sections += (Section("Parts to put together", built, anchor="building"),)
    if ways := tuple(map(cards.zooming, content.zooming.values())):
        sections += (Section("From the face to the cell", ways, anchor="zooming"),)
    if maps := tuple(map(cards.face_map, content.face_map.values())):
        sections += (Section("The face map", maps, anchor="face-map"),)
    if tones := tuple(map(cards.skin_tones, content.skin_tones.values())):
        sections += (Section("Skin tones", tones, anchor="skin-tones"),)
    if labs := tuple(map(cards.squeezing, content.squeezing.values())):
        sections += (Section("The squeeze lab", labs, anchor="squeezing"),)
    return Page("figures", "Words of the pictures", lead, sections)


def _glossary(content: Content, cards: Cards) -> Page:
    terms = tuple(map(cards.term, content.glossary.values()))
    lead = "Words explained to learners, in twenty words or fewer."
    return Page("glossary", "Glossary", lead, (Section("Terms", terms, anchor="terms"),))


def _numbers(content: Content, cards: Cards) -> Page:
    anatomy = tuple(map(cards.anatomy, content.anatomy_numbers.values()))
    mechanics = tuple(map(cards.mechanics, content.mechanics.values()))
    lead = "The numbers behind the pictures and the squeeze model."
    sections = (Section("Anatomy", anatomy, anchor="anatomy"),)
    sections += (Section("Mechanics", mechanics, anchor="mechanics"),)
    return Page("numbers", "Numbers", lead, sections)
