"""The rules of the course about words: true, hedged, short, and fit for learners."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from milia.content import load
from milia.content.models import CHOOSING

from .wording import grade, sentences, shown, told

CONTENT = load()
CHOSEN = [item for item in CONTENT.items.values() if item.type in CHOOSING]
TOOLS = re.compile(
    r"\b(gauge|lancets?|scalpel|blades?|number 11|\d+ ?G|incision|extractor|curettes?)\b"
    r"|\bopening\b[^.]*\bmm\b"
)
WORKSHOP = re.compile(
    r"starting article|ledger|page cop(y|ies)|\bstored\b|this session|\bprompt\b|/work\b",
    re.IGNORECASE,
)
PUBLISHERS = {
    "about-cancer.cancerresearchuk.org",
    "accesspediatrics.mhmedical.com",
    "asoprseducation.org",
    "dailymed.nlm.nih.gov",
    "dermnetnz.org",
    "dftbskindeep.com",
    "doi.org",
    "drugs.com",
    "escholarship.org",
    "fluidsengineering.asmedigitalcollection.asme.org",
    "govt.westlaw.com",
    "jcadonline.com",
    "library.scconline.org",
    "medicines.org.uk",
    "medlineplus.gov",
    "mothertobaby.org",
    "my.clevelandclinic.org",
    "nursing.unboundmedicine.com",
    "pharmacy-network.co.uk",
    "pmc.ncbi.nlm.nih.gov",
    "pro.dermnetnz.org",
    "publications.aap.org",
    "pubmed.ncbi.nlm.nih.gov",
    "scitepress.org",
    "selcukmedj.org",
    "services.nhslothian.scot",
    "utsouthwestern.elsevierpure.com",
    "www.aestheticnursing.co.uk",
    "www.clinicaladvisor.com",
    "www.contemporarypediatrics.com",
    "www.dermatologyadvisor.com",
    "www.dermatologytimes.com",
    "www.drugs.com",
    "www.fda.gov",
    "www.gponline.com",
    "www.jabfm.org",
    "www.justonenorfolk.nhs.uk",
    "www.mayoclinic.org",
    "www.medscape.co.uk",
    "www.msdmanuals.com",
    "www.njcponline.com",
    "www.skininc.com",
}
LOOKED_AT_YOU = re.compile(r"\byour (bump|dot|spot) is\b|\byou have (a |an )?(mili|pustul|closed)")


def whole(item) -> str:
    """Return an item as it is read from top to bottom."""
    choices = (f"{choice.text}. {choice.feedback}" for choice in item.all_choices)
    return " ".join(
        (
            item.stem,
            *(case.text for case in item.cases),
            *choices,
            item.hint or "",
            item.reveal or "",
        )
    )


def test_nothing_was_lost_on_the_way_in() -> None:
    assert len(CONTENT.sources) >= 181
    assert len(CONTENT.claims) >= 170
    assert len(CONTENT.misconceptions) >= 22
    assert len(CONTENT.glossary) >= 59
    assert len(CONTENT.treatments) >= 12
    assert len(CONTENT.look_alikes) >= 14
    assert len(CONTENT.anatomy_numbers) >= 49
    assert len(CONTENT.mechanics) >= 35


@pytest.mark.parametrize("rule", CONTENT.contested.values(), ids=lambda rule: rule.id)
def test_a_contested_rule_catches_its_bad_examples_and_passes_its_fair_ones(rule) -> None:
    assert [text for text in rule.refused if not rule.catches(text)] == []
    assert [text for text in (*rule.fair, rule.say) if rule.catches(text)] == []


@pytest.mark.parametrize("rule", CONTENT.contested.values(), ids=lambda rule: rule.id)
def test_no_contested_statement_stands_bare(rule) -> None:
    assert [(where, text) for where, text in told(CONTENT) if rule.catches(text)] == []


def test_no_sentence_is_longer_than_18_words() -> None:
    long = [
        (where, sentence)
        for where, text in shown(CONTENT)
        for sentence in sentences(text)
        if len(sentence.split()) > 18
    ]
    assert long == []


def test_a_definition_has_at_most_20_words() -> None:
    long = [t.id for t in CONTENT.glossary.values() if len(t.definition.split()) > 20]
    assert long == []


def test_every_item_reads_at_grade_6_or_lower() -> None:
    assert [i.id for i in CONTENT.items.values() if grade(whole(i)) > 6] == []


def test_every_statement_reads_at_grade_6_or_lower() -> None:
    hard = [
        (claim.id, grade(claim.statement))
        for claim in CONTENT.claims.values()
        if claim.audience == "learner" and grade(claim.statement) > 6
    ]
    assert hard == []


def test_every_exempt_word_is_in_the_glossary_or_known_to_all() -> None:
    unexplained = [w.id for w in CONTENT.exempt_words.values() if not (w.term or w.why)]
    assert unexplained == []
    assert len(CONTENT.exempt_words) <= 12


def test_the_key_is_the_longest_choice_no_more_often_than_chance() -> None:
    longest, chance = 0, 0.0
    for item in CHOSEN:
        length = {choice.id: len(choice.text) for choice in item.choices}
        longest += any(length[key] == max(length.values()) for key in item.right)
        chance += len(item.right) / len(item.choices)
    assert longest <= chance


def test_the_keys_are_spread_over_the_places() -> None:
    places = Counter(
        place
        for item in CHOSEN
        for place, choice in enumerate(item.choices)
        if choice.id in item.right
    )
    assert max(places.values()) <= 2 * min(places[place] for place in range(4))


def test_feedback_leaves_the_verdict_to_the_quiz() -> None:
    verdict = re.compile(r"(yes|no|right|wrong|correct|not quite)\b", re.IGNORECASE)
    choices = [choice for item in CONTENT.items.values() for choice in item.all_choices]
    assert [c.feedback for c in choices if verdict.match(c.feedback)] == []


def test_no_two_items_ask_the_same() -> None:
    stems = Counter(item.stem.casefold() for item in CONTENT.items.values())
    assert [stem for stem, times in stems.items() if times > 1] == []


def test_every_misconception_is_revealed_by_an_item() -> None:
    revealed = {choice.reveals for item in CONTENT.items.values() for choice in item.all_choices}
    assert set(CONTENT.misconceptions) - revealed == set()


def test_every_idea_is_asked_by_an_item() -> None:
    assert set(CONTENT.ideas) - {item.idea for item in CONTENT.items.values()} == set()


def test_every_source_is_used_or_marked_as_background() -> None:
    shelves = (getattr(CONTENT, shelf) for shelf in CONTENT.__dataclass_fields__)
    used = {
        id_ for s in shelves for entry in s.values() for id_ in entry.refers().get("source", ())
    }
    assert {s.id for s in CONTENT.sources.values() if not s.background} - used == set()
    assert {s.id for s in CONTENT.sources.values() if s.background} & used == set()


def test_tools_and_sizes_are_for_teachers_only() -> None:
    assert [(where, text) for where, text in shown(CONTENT) if TOOLS.search(text)] == []


def test_numbers_of_tools_are_marked_for_teachers() -> None:
    entries = (*CONTENT.anatomy_numbers.values(), *CONTENT.mechanics.values())
    tools = re.compile("needle|lancet|extractor|opening made", re.IGNORECASE)
    named = [e for e in entries if tools.search(f"{getattr(e, 'structure', '')} {e.id}")]
    assert len(named) >= 8
    assert [e.id for e in named if e.audience == "learner"] == []


def test_nothing_for_learners_leans_on_a_teachers_claim() -> None:
    teachers = {c.id for c in CONTENT.claims.values() if c.audience == "teacher"}
    assert teachers
    leaning = [
        entry.id
        for shelf in CONTENT.__dataclass_fields__
        for entry in getattr(CONTENT, shelf).values()
        if getattr(entry, "audience", "learner") == "learner"
        and teachers & set(entry.refers().get("claim", ()))
    ]
    assert leaning == []


def test_nobody_is_told_what_their_own_bump_is() -> None:
    assert [(where, text) for where, text in told(CONTENT) if LOOKED_AT_YOU.search(text)] == []


def test_the_project_speaks_of_itself_alone() -> None:
    shelves = (getattr(CONTENT, shelf) for shelf in CONTENT.__dataclass_fields__)
    told_on = [e.id for s in shelves for e in s.values() if WORKSHOP.search(e.model_dump_json())]
    assert told_on == []


def test_care_bands_stand_from_most_to_least_urgent() -> None:
    assert list(CONTENT.care) == ["today", "soon", "next-visit", "fine-to-wait"]


def test_fine_to_wait_always_asks_for_more_than_one_sign() -> None:
    assert all(sign.all_of for sign in CONTENT.care["fine-to-wait"].signs)


@pytest.mark.parametrize("vague", ["pearly bump", "all at once"])
def test_a_sign_that_also_fits_harmless_milia_needs_a_second_clue(vague) -> None:
    signs = [sign for sign in CONTENT.care["soon"].signs if vague in sign.sign]
    assert signs
    assert all(sign.any_of for sign in signs)


def test_four_weeks_is_said_of_sores_only() -> None:
    for where, text in told(CONTENT):
        for sentence in sentences(text):
            assert "in 4 weeks" not in sentence or "sore" in sentence, where


def test_every_look_alike_that_may_need_help_sooner_says_so_in_its_clues() -> None:
    order = list(CONTENT.care)
    for other in CONTENT.look_alikes.values():
        assert all(order.index(case.band) < order.index(other.band) for case in other.sooner)


def test_links_lead_only_to_doi_pubmed_or_a_publisher_somebody_chose() -> None:
    links = [source.link for source in CONTENT.sources.values() if source.link]
    assert len(links) > 60
    assert {urlsplit(link).hostname for link in links} - PUBLISHERS == set()


def test_what_was_not_looked_up_says_so() -> None:
    source = CONTENT.sources["general-knowledge"]
    assert source.kind == "not-looked-up"
    assert not source.verified
    assert source.link is None


def test_a_modelled_number_is_never_called_measured() -> None:
    entries = (*CONTENT.anatomy_numbers.values(), *CONTENT.mechanics.values())
    lean = [e for e in entries if set(e.sources) <= {"own-arithmetic", "general-knowledge"}]
    assert lean
    assert [e.id for e in lean if e.basis == "measured"] == []
