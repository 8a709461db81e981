"""Lay each kind of entry open as a card."""

from collections.abc import Iterable

from ...content import Content
from ...content.models import (
    EVERYONE,
    PLACING,
    AnatomyNumber,
    Asking,
    Band,
    Building,
    Choice,
    Claim,
    Condition,
    Drill,
    FaceMapWords,
    FigureWords,
    Helping,
    Item,
    LookAlike,
    Mechanics,
    Misconception,
    Person,
    QuestionCard,
    SectionRole,
    SectionSetting,
    Sign,
    Source,
    Squeezing,
    Story,
    Term,
    ToneWords,
    Treatment,
    Zooming,
)
from .options import explored
from .parts import Card, Line, Row, filled, row, to_claim

STRENGTH = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "expert-opinion": "expert opinion only",
}
BASIS = {
    "measured": "measured",
    "quoted": "quoted from a text",
    "modelled": "chosen by the course; nobody measured it",
}

PRE_TEST = "asked before the course without feedback, and again after it with the feedback above"


class Cards:
    """Makes cards from the course's content and from what is known of where claims are used."""

    def __init__(self, content: Content, uses: dict[str, tuple[Line, ...]]) -> None:
        """Keep both at hand, as most cards name claims and sources."""
        self.content, self.uses = content, uses

    def claim(self, claim: Claim) -> Card:
        """Lay a claim open."""
        numbers = (
            Line(f"{number.what}: {number}", more=f"from {self._short(number.source)}")
            for number in claim.numbers
        )
        rules = self.content.contested.values()
        wording = (rule.say for rule in rules if claim.id in rule.claims)
        rows = filled(
            row("Detail", claim.detail),
            row("Numbers", *numbers),
            row("Caution", claim.caution),
            row("How it is worded", *wording),
            row("Taught in", *(self.uses.get(claim.id) or [Line("nothing yet")])),
        )
        tags = (STRENGTH[claim.strength], claim.priority)
        sources = (*claim.sources, *(number.source for number in claim.numbers))
        return self._card(claim.noun, claim, claim.statement, rows, tags, sources)

    def treatment(self, way: Treatment) -> Card:
        """Lay an option, or the list of things never to do, open."""
        rows = filled(
            row("In one sentence", way.line),
            row("Who does it", way.who),
            row("How long", way.how_long),
            row("What to expect", way.expect),
            row("Why this strength", way.evidence.why),
            row("Harms", *way.harms),
            row("Not for", *way.not_for),
            row("Never", *way.never),
            row("Where", way.where),
            *(explored(way.explored) if way.explored else ()),
            self._claims(way.refers()["claim"]),
        )
        tags = (STRENGTH[way.evidence.strength],)
        return self._card(way.noun, way, way.name, rows, tags, way.sources)

    def sign(self, band: Band, sign: Sign) -> Card:
        """Lay a sign open, with what else must be so."""
        about = sign.about if sign.about != EVERYONE else ()
        names = self._signs()
        rows = filled(
            row("Asked as", sign.question),
            row("Asked about", *(self._people()[id_] for id_ in about)),
            row("Asked only after", names.get(sign.after)),
            row("And one of these", *sign.any_of),
            row("Without them it counts as", names.get(sign.otherwise)),
            row("And all of these", *(self._condition(each) for each in sign.all_of)),
            row("Said when calling", sign.tell),
            row("Then", f"{band.name}. {band.what_to_do}"),
            self._claims(sign.claims),
        )
        anchor = f"sign-{band.id}-{sign.id}"
        return self._card("sign", sign, sign.sign, rows, (), sign.sources, anchor=anchor)

    def asking(self, words: Asking) -> Card:
        """Lay the words around the clues open."""
        people = map(self._person, words.people)
        rows = filled(
            row("First", words.lead, words.no_diagnosis, words.unsure),
            row("Asked before the clues", words.who),
            row("Choices", *people),
            row("Second clue", words.also, words.also_tell),
            row("Before each reason", words.said.yes, words.said.no, words.said.unsure),
            row("Before the calm reasons", words.calm_too),
            row("When calling", words.unsure_tell, words.no_tell, words.be_ready),
            row("To fill in on paper", *words.to_fill_in),
            row("Always said", words.private, words.emergency),
            self._claims(words.claims),
        )
        return self._card(words.noun, words, words.title, rows)

    def helping(self, words: Helping) -> Card:
        """Lay the words around the options open."""
        rows = filled(
            row("First", words.lead, words.proof),
            row("Asked before the options", words.who),
            row("Situations", *(Line(s.label, more=s.name) for s in words.situations)),
            row("Verdicts", *words.verdicts.model_dump().values()),
            row("Strength in words", *words.strength.model_dump().values()),
            row("Where there is no harm", words.no_harms),
            row("Over time", words.time, words.no_promise, words.week),
            row("At the end", words.matters, *(q.text for q in words.questions), words.close),
            self._claims(words.refers()["claim"]),
        )
        return self._card(words.noun, words, words.title, rows)

    def look_alike(self, other: LookAlike) -> Card:
        """Lay a look-alike open."""
        bands = self.content.care
        sooner = (Line(case.when, more=bands[case.band].name) for case in other.sooner)
        rows = filled(
            row("Listed under", *other.places),
            row("Where", other.where),
            row("Clue", other.clue),
            row("Unlike a milium", other.difference),
            row("What to do", other.what_to_do),
            row("How soon", bands[other.band].name),
            row("Sooner", *sooner),
            self._claims(other.claims),
        )
        return self._card(other.noun, other, other.name, rows, (), other.sources)

    def misconception(self, wrong: Misconception) -> Card:
        """Lay a wrong idea open, and what is said instead."""
        items = (
            Line(item.stem, href=f"items.html#item-{item.id}")
            for item in self.content.items.values()
            if any(choice.reveals == wrong.id for choice in item.all_choices)
        )
        rows = filled(
            row("Why people hold it", wrong.why),
            row("Correction", wrong.correction),
            row("Brought out by", *items),
            self._claims(wrong.claims),
        )
        return self._card(wrong.noun, wrong, f"Wrong idea: {wrong.belief}", rows)

    def item(self, item: Item) -> Card:
        """Lay an item open, with its key."""
        choices = (
            row(_standing(item, choice), Line(choice.text, more=f"Feedback: {choice.feedback}"))
            for choice in item.all_choices
        )
        lesson = self.content.lessons[item.lesson].title if item.lesson else "no lesson yet"
        idea = self.content.ideas[item.idea]
        taught = f"taught under “{idea.heading}”" if idea.heading else "taught in no lesson yet"
        rows = filled(
            row("Hint", item.hint),
            *choices,
            row("Then shown", item.reveal),
            row("Idea", Line(idea.name, more=taught)),
            row("Asked in", lesson),
            row("Pre-test", PRE_TEST if item.pre_test else None),
            self._claims(item.claims),
        )
        return self._card(item.noun, item, item.stem, rows, (item.type.replace("-", " "),))

    def term(self, term: Term) -> Card:
        """Lay a term open."""
        rows = filled(
            row("Meaning", term.definition),
            row("Said", term.pronunciation),
            row("Also called", *term.also_called),
            self._claims(term.claims),
        )
        return self._card(term.noun, term, term.term, rows)

    def figure(self, figure: FigureWords) -> Card:
        """Lay the words of a figure open."""
        parts = (Line(part.name, more=part.note) for part in figure.parts)
        rows = filled(
            row("In its place", figure.alt),
            row("Caption", figure.caption),
            row("Parts", *parts),
            self._claims(dict.fromkeys(figure.refers()["claim"])),
        )
        return self._card(figure.noun, figure, figure.title, rows)

    def section_role(self, role: SectionRole) -> Card:
        """Lay open what the explorer says of a part in each of the bumps."""
        rows = (row(said.of.replace("-", " ").capitalize(), said.text) for said in role.sentences)
        claims = self._claims(dict.fromkeys(role.refers()["claim"]))
        return self._card(role.noun, role, f"Explorer: {role.name}", filled(*rows, claims))

    def section_setting(self, setting: SectionSetting) -> Card:
        """Lay open what the explorer says of the way it is set."""
        rows = filled(row("Said", setting.note), self._claims(setting.claims))
        return self._card(setting.noun, setting, f"Explorer: {setting.name}", rows)

    def story(self, story: Story) -> Card:
        """Lay a story open, step by step."""
        steps = (
            row(
                f"Step {count}",
                Line(step.name, more=step.says),
                Line("The picture shows", more=step.alt),
            )
            for count, step in enumerate(story.steps, 1)
        )
        rows = filled(
            row("First", story.lead),
            *steps,
            row("Caption", story.caption),
            self._claims(story.refers()["claim"]),
        )
        return self._card(story.noun, story, story.title, rows)

    def building(self, building: Building) -> Card:
        """Lay a tray of parts open: which belong, which come back, and why."""
        parts = (
            row(
                "Belongs" if part.belongs else "Comes back",
                Line(f"{part.name}: {part.word}", more=part.reason),
            )
            for part in building.parts
        )
        rows = filled(
            row("First", building.lead, building.blank),
            *parts,
            row("Put together", Line(building.done), Line("The picture", more=building.done_alt)),
            row("Caption", building.caption),
            self._claims(building.refers()["claim"]),
        )
        return self._card(building.noun, building, building.title, rows)

    def zooming(self, zooming: Zooming) -> Card:
        """Lay the ways down from the face to the cell open, view by view."""
        steps = (
            row(
                f"{way.name}, step {count}",
                Line(f"{step.name}. {step.looking}", more=step.says),
                Line("The picture shows", more=step.alt),
                *(Line("It names", more=label.text) for label in step.labels),
            )
            for way in zooming.stories
            for count, step in enumerate(way.steps, 1)
        )
        rows = filled(
            row("First", zooming.lead),
            *steps,
            row("Caption", zooming.caption),
            self._claims(zooming.refers()["claim"]),
        )
        return self._card(zooming.noun, zooming, zooming.title, rows)

    def face_map(self, words: FaceMapWords) -> Card:
        """Lay the face map open, face by face and place by place."""
        places = (
            row(
                f"{face.name}: {place.name}",
                *(said.text for said in place.says),
                *((place.often.text,) if place.often else ()),
            )
            for face in words.faces
            for place in face.places
        )
        faces = (
            row(
                face.name,
                *((Line("How often", more=face.often.text),) if face.often else ()),
                *(fact.text for fact in face.facts),
                Line("The picture", more=face.alt),
            )
            for face in words.faces
        )
        rows = filled(
            row("First", words.lead, words.none),
            *faces,
            *places,
            row("Below", words.unknown, words.unsure.text, words.caption),
            self._claims(words.refers()["claim"]),
        )
        return self._card(words.noun, words, words.title, rows)

    def skin_tones(self, words: ToneWords) -> Card:
        """Lay what is said around the pictures of skin in ten tones open."""
        states = (
            Line(f"{state.name}: {state.says}", more=state.dark or "") for state in words.states
        )
        rows = filled(
            row("First", words.lead, words.none),
            row("Pictures", *states, words.caption, words.note),
            row(
                "Redness",
                words.redness,
                words.redness_says,
                words.bars,
                words.redness_limit,
                words.teachers_say,
            ),
            row("Always said", words.kept, words.not_kept),
            self._claims(words.refers()["claim"]),
        )
        return self._card(words.noun, words, words.title, rows)

    def squeezing(self, words: Squeezing) -> Card:
        """Lay the squeeze lab open: what was put in, what was worked out, what doctors say."""
        boxes = (
            row(title, Line(lead), *(each.text for each in said))
            for title, lead, said in (
                (words.put_in_title, words.put_in_lead, words.put_in),
                (words.computed_title, words.computed_lead, (*words.computed, *words.further)),
                (words.clinical_title, words.beside, words.clinical),
            )
        )
        panels = (
            row(
                panel.name,
                Line(panel.about),
                *(said.text for state in panel.states for said in state.pressed),
            )
            for panel in words.panels
        )
        rows = filled(
            row("First", words.lead, words.lesson.text),
            *panels,
            *boxes,
            row(words.sure_title, *words.sure),
            row(words.leaves_out_title, *words.leaves_out),
            self._claims(words.refers()["claim"]),
        )
        return self._card(words.noun, words, words.title, rows)

    def question_card(self, card: QuestionCard) -> Card:
        """Lay a card of questions open."""
        rows = filled(
            row("First", card.lead, card.not_legal_advice),
            row("Questions", *(Line(each.question, more=each.why) for each in card.questions)),
            row("To fill in", card.own),
            row("Always said", card.private, card.not_kept),
            self._claims(card.refers()["claim"]),
        )
        return self._card(card.noun, card, card.title, rows)

    def drill(self, drill: Drill) -> Card:
        """Lay a drill open: its rule, every clue and every bump that is told by them."""
        text = {clue.id: clue.text for clue in drill.clues}
        clues = {True: [], False: []}
        for clue in drill.clues:
            clues[clue.fits].append(Line(clue.text, more=clue.why or ""))
        bumps = (
            row(
                f"Told as: {bump.name}",
                *(" / ".join(text[id_] for id_ in slot) for slot in bump.clues),
                bump.why,
                Line("Then", more=bump.then),
            )
            for bump in drill.bumps
        )
        pictures = (
            Line(picture.id.replace("-", " "), more=picture.alt) for picture in drill.pictures
        )
        rows = filled(
            row("First", drill.lead, drill.rule, drill.tested),
            row("Asked", drill.ask, drill.yes, drill.no),
            row("Clues that fit a milium", *clues[True]),
            row("Clues that do not fit", *clues[False]),
            *bumps,
            row("Drawings", drill.cut, *pictures),
            row("Always said", drill.private, drill.not_kept),
            self._claims(drill.refers()["claim"]),
        )
        return self._card(drill.noun, drill, drill.title, rows)

    def anatomy(self, number: AnatomyNumber) -> Card:
        """Lay a number of the skin open."""
        title = f"{number.structure}, {number.site}" if number.site else number.structure
        rows = filled(
            row("Value", str(number)),
            row("Method", number.method),
            row("Advice for drawing", number.drawing),
            row("Caution", number.caution),
        )
        return self._card(number.noun, number, title, rows, (BASIS[number.basis],), number.sources)

    def mechanics(self, number: Mechanics) -> Card:
        """Lay a number of mechanics open."""
        rows = filled(
            row("Value", str(number)),
            row("Conditions", number.conditions),
            row("May be used to say", number.use),
            row("Caution", number.caution),
        )
        title, tags = f"{number.quantity}: {number.material}", (BASIS[number.basis],)
        return self._card(number.noun, number, title, rows, tags, number.sources)

    def _card(
        self,
        kind: str,
        entry: object,
        title: str,
        rows: tuple[Row, ...],
        tags: tuple[str, ...] = (),
        sources: Iterable[str] = (),
        anchor: str = "",
    ) -> Card:
        return Card(
            kind=kind,
            id=entry.id,
            anchor=anchor or f"{kind}-{entry.id}",
            title=title,
            rows=rows,
            tags=tags,
            sources=self._sources(sources),
            teacher=getattr(entry, "audience", "learner") == "teacher",
            ask=getattr(entry, "ask_reviewer", None),
            keeps_review=hasattr(entry, "reviewed"),
            reviewed=getattr(entry, "reviewed", ()),
        )

    def _sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        return tuple(self.content.sources[id_] for id_ in dict.fromkeys(ids))

    def _signs(self) -> dict[str, str]:
        return {sign.id: sign.sign for band in self.content.care.values() for sign in band.signs}

    def _people(self) -> dict[str, str]:
        return {p.id: p.name for words in self.content.asking.values() for p in words.people}

    def _person(self, person: Person) -> Line:
        call = f"When calling: {person.tell}" if person.tell else ""
        sign = f"Counts as a yes to: {self._signs()[person.sign]}" if person.sign else ""
        return Line(person.name, more=f"{call} {sign}".strip())

    def _condition(self, condition: Condition) -> Line:
        more = [f"Not so with: {self._signs()[id_]}." for id_ in condition.signs]
        if condition.question:
            band = self.content.care[condition.band].name
            more.append(f"Asked as: {condition.question} Yes or not sure: {band}.")
        return Line(condition.so, more=" ".join(more))

    def _claims(self, ids: Iterable[str]) -> Row:
        return row("Rests on", *(to_claim(self.content.claims[id_]) for id_ in ids))

    def _short(self, source: str) -> str:
        found = self.content.sources[source]
        return " ".join(filter(None, (found.authors.partition(",")[0], str(found.year or ""))))


def _standing(item: Item, choice: Choice) -> str:
    """Say whether a choice is right, or where it belongs."""
    if item.type in PLACING and choice in item.choices:
        return f"Belongs to “{item.place_text(choice)}”"
    return "Right choice" if choice.id in item.right else "Wrong choice"
