"""What helps? Every option told alike, every situation answered, and no promise made."""

import re
from html import unescape
from itertools import combinations, product
from types import MappingProxyType

import ipywidgets
import nbformat
import pytest
import traitlets
from pydantic import ValidationError

from milia import WhatHelps
from milia.content import ContentError, load
from milia.content.models import SITUATIONS, WEEKS, Answer, Explored, Fact, Stretch
from milia.widgets.base import HERE
from milia.widgets.what_helps.options import bad, of_situation, of_week, options, words

from .test_notebooks import ROOT
from .wording import grade

CONTENT = load()
OPTIONS = {way.id: way for way in options()}
WORDS = words()
each_option = pytest.mark.parametrize("way", OPTIONS.values(), ids=list(OPTIONS))
PUSH = re.compile(
    r"\b(recommend|you should|best (choice|option)|better than|first choice|ideal|prefer)", re.I
)


def all_words(way) -> list[str]:
    """Everything that is told of an option."""
    told = way.explored
    facts = (*told.benefits, *told.costs, *told.steps, *told.ask, *told.course)
    reasons = (told.answers.of(name).reason for name in SITUATIONS)
    more = (way.who, way.how_long, way.expect, way.evidence.why, way.where, told.stop)
    return [
        *(f.text for f in facts),
        *reasons,
        *way.harms,
        *way.not_for,
        *(text for text in more if text),
    ]


# -- what is told -----------------------------------------------------------------------------


def test_leaving_it_alone_is_the_first_option() -> None:
    assert list(OPTIONS) == [
        "leave-alone",
        "salicylic",
        "glycolic",
        "adapalene",
        "retinoid-rx",
        "extraction",
    ]


@each_option
def test_an_option_says_all_that_is_needed_to_weigh_it(way) -> None:
    told = way.explored
    for part in (way.who, way.how_long, way.expect, way.evidence.why, way.not_for):
        assert part
    assert told.benefits
    assert told.steps
    assert told.ask
    assert way.harms or bad(way)[0] == WORDS.no_harms
    assert bool(way.harms) == (way.id != "leave-alone")
    assert told.stop is None or told.stop.startswith("We found nothing")


@each_option
def test_good_and_bad_are_told_in_like_measure(way) -> None:
    good = [fact.text for fact in way.explored.benefits]
    assert len(good) == 3
    assert 2 <= len(bad(way)) <= 6
    assert 0.5 <= len(" ".join(bad(way))) / len(" ".join(good)) <= 1.5


@each_option
def test_a_country_is_named_wherever_something_can_be_had(way) -> None:
    if way.id != "leave-alone":
        assert re.search(r"\b(US|UK)\b", way.where)
        assert re.search(r"not looked up|UK", way.where)


@each_option
def test_nothing_is_recommended_or_promised(way) -> None:
    for text in all_words(way):
        assert not PUSH.search(text), text
        assert "%" not in text
    promise = re.compile(r"\b(will|guarantee|always|sure to|cures?)\b", re.I)
    assert [s.text for s in way.explored.course if promise.search(s.text)] == []


def test_the_words_around_the_options_favour_none() -> None:
    around = [WORDS.lead, WORDS.proof, WORDS.no_promise, WORDS.close]
    around += [question.text for question in WORDS.questions]
    assert [text for text in around if PUSH.search(text)] == []
    names = [way.explored.short.split()[0] for way in options()[1:]]
    assert [(n, t) for n, t in product(names, around) if n in t] == []
    assert "promise" in WORDS.no_promise
    assert all(question.text.endswith("?") for question in WORDS.questions)


@each_option
def test_every_week_says_something_in_short_words(way) -> None:
    for week in range(WEEKS + 1):
        assert way.explored.in_week(week)
    assert grade(" ".join(all_words(way))) <= 7


def test_no_band_is_narrow_but_the_day_one_begins() -> None:
    for way in OPTIONS.values():
        for stretch in way.explored.course:
            first, last = stretch.weeks
            assert last - first >= 4 or stretch.weeks == (0, 0)


def test_nothing_says_how_a_milium_is_opened() -> None:
    how = re.compile(r"\b(prick it|pierce it|cut|needle|lancet|blade|press|squeeze out)\b", re.I)
    told = OPTIONS["extraction"].explored
    assert [f.text for f in (*told.steps, *told.benefits) if how.search(f.text)] == []


# -- for whom ---------------------------------------------------------------------------------

each_answer = pytest.mark.parametrize(
    ("name", "situation"), list(product(OPTIONS, SITUATIONS)), ids=lambda value: value
)


def answer(name: str, situation: str) -> Answer:
    return OPTIONS[name].explored.answers.of(situation)


@each_answer
def test_every_situation_is_answered_for_every_option_with_a_reason(name, situation) -> None:
    found = answer(name, situation)
    assert len(found.reason.split()) >= 5
    assert found.claims or found.reason.startswith("We found nothing")


STORE = ("salicylic", "glycolic", "adapalene")


def test_babies_are_answered_as_the_claims_and_the_care_bands_answer() -> None:
    """`baby-no-treatment` and `baby-no-lotions`: no option but leaving them alone."""
    for name in OPTIONS:
        verdict = answer(name, "baby").verdict
        assert verdict == ("fine" if name == "leave-alone" else "not-for-you"), name
    left = answer("leave-alone", "baby")
    asked = {c for band in CONTENT.care.values() for s in band.signs for c in s.claims}
    assert {"baby-check-3-months", "baby-danger-signs"} <= asked & set(left.claims)
    assert "3 months" in left.reason
    for sign in ("fever", "blisters", "pus bumps", "feeding"):
        assert sign in left.reason


def test_pregnancy_is_answered_as_the_claims_answer() -> None:
    """Nothing that is put on the skin is simply fine, and tazarotene never is."""
    for name in OPTIONS:
        verdict = answer(name, "pregnant").verdict
        assert (verdict == "fine") == (name == "leave-alone"), name
    needed = {
        "salicylic": "pregnancy-salicylic-mixed",
        "glycolic": "pregnancy-glycolic-usually-ok",
        "adapalene": "pregnancy-retinoids-ask",
        "retinoid-rx": "pregnancy-tazarotene-no",
    }
    for name, claim in needed.items():
        assert claim in answer(name, "pregnant").claims
        assert (
            "ask" in answer(name, "pregnant").reason or "asking" in answer(name, "pregnant").reason
        )
    assert answer("retinoid-rx", "pregnant").verdict == "not-for-you"
    assert "not use tazarotene" in answer("retinoid-rx", "pregnant").reason
    assert "UK" in answer("adapalene", "pregnant").reason


def test_eyelids_are_answered_as_the_claims_and_the_care_bands_answer() -> None:
    """`care.yaml` never lets a bump on the eyelid wait for good: someone has to look."""
    (calm,) = [s for s in CONTENT.care["fine-to-wait"].signs if s.id == "calm-dot"]
    assert "eyelid" in {sign for condition in calm.all_of for sign in condition.signs}
    for name in OPTIONS:
        verdict = answer(name, "eyelid").verdict
        assert verdict == ("not-for-you" if name in STORE else "ask-first"), name
    for name in STORE:
        assert "otc-not-on-eyelids" in answer(name, "eyelid").claims
    assert "retinoid-near-eyes" in answer("retinoid-rx", "eyelid").claims
    left = answer("leave-alone", "eyelid")
    assert {"see-if-eyelid", "eyelid-see-a-doctor", "eyelid-vision-urgent"} <= set(left.claims)
    assert "same day" in left.reason


def test_broken_skin_gets_no_cream() -> None:
    for name in (*STORE, "retinoid-rx"):
        assert answer(name, "broken-skin").verdict == "not-for-you"
    assert "4 weeks" in answer("leave-alone", "broken-skin").reason


@each_option
def test_what_an_option_is_not_for_and_its_answers_agree(way) -> None:
    listed = " ".join(way.not_for)
    words_for = {"pregnant": "pregnancy", "baby": "babies", "broken-skin": "broken skin"}
    for situation, word in words_for.items():
        if word in listed:
            assert way.explored.answers.of(situation).verdict != "fine"
    if re.search(r"\beye(lids)?\b", listed):
        assert way.explored.answers.of("eyelid").verdict != "fine"


# -- the lesson -------------------------------------------------------------------------------

TAUGHT_HERE = [
    claim.id
    for claim in CONTENT.claims.values()
    if claim.priority == "core" and claim.topic in ("otc", "retinoid", "natural-history")
]


@pytest.mark.parametrize("claim", [*TAUGHT_HERE, "compare-cream"])
def test_what_the_lesson_teaches_is_said_in_it_and_decided_by_one_of_its_items(claim) -> None:
    cells = nbformat.read(ROOT / "notebooks/06_what_helps.ipynb", as_version=4).cells
    said = {claim for cell in cells for claim in cell.metadata.get("milia", {}).get("claims", ())}
    assert claim in said
    items = [item for item in CONTENT.items.values() if item.lesson == "06_what_helps"]
    assert [item.id for item in items if claim in item.decides]


def test_wrong_ideas_about_creams_are_met_in_more_than_one_case() -> None:
    items = [item for item in CONTENT.items.values() if item.lesson == "06_what_helps"]
    for wrong in ("mc-cream-works-fast", "mc-acne-cream-kills-it", "mc-otc-means-safe-everywhere"):
        met = {item.id for item in items for choice in item.all_choices if choice.reveals == wrong}
        assert len(met) >= 2, wrong


# -- what the loader refuses ------------------------------------------------------------------


def test_a_reason_without_claims_owns_up() -> None:
    with pytest.raises(ValidationError, match="Name the claims of a reason, or begin it with"):
        Answer(verdict="ask-first", reason="It is known to be risky.")
    with pytest.raises(ValidationError, match="Where nothing was found it is not fine"):
        Answer(verdict="fine", reason="We found nothing on this.")
    with pytest.raises(ValidationError, match="Name the claims of a reason, or begin it with"):
        Answer(verdict="fine", reason="We found nothing.", claims=("no-medical-need",))


def test_a_course_leaves_no_week_out_and_stands_in_order() -> None:
    told = OPTIONS["adapalene"].explored
    fact, late = Fact(text="It is so.", claims=("a",)), {"text": "It may be.", "claims": ("a",)}
    more = {
        "short": "A",
        "benefits": (fact, fact),
        "steps": (fact, fact),
        "ask": (fact,),
        "answers": told.answers,
    }
    with pytest.raises(ValidationError, match="Its course says nothing of week 0"):
        Explored(course=(Stretch(weeks=(1, 24), **late),), **more)
    with pytest.raises(ValidationError, match="Its course is out of order"):
        Explored(course=(Stretch(weeks=(1, 24), **late), Stretch(weeks=(0, 2), **late)), **more)
    with pytest.raises(ValidationError, match="'weeks' ends before it begins"):
        Stretch(weeks=(5, 4), **late)


# -- the widget -------------------------------------------------------------------------------


def test_it_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([WhatHelps()]).children[0], ipywidgets.DOMWidget)


@pytest.mark.parametrize("about", ["", *SITUATIONS])
def test_what_it_is_about_is_ticked_at_first(about) -> None:
    widget = WhatHelps(about)
    assert widget.about == about
    assert widget.describe() == WhatHelps().describe([about] if about else [])


def test_an_unknown_situation_or_week_is_refused_with_advice() -> None:
    with pytest.raises(ContentError, match=r"nothing about 'pregnancy'. Did you mean 'pregnant'"):
        WhatHelps("pregnancy")
    widget = WhatHelps()
    with pytest.raises(ContentError, match="nothing about 'bab'"):
        widget.describe(["bab"])
    for week in (-1, 25):
        with pytest.raises(ContentError, match="Choose one from 0 to 24"):
            widget.week = week
    with pytest.raises(traitlets.TraitError):
        widget.week = "8"
    with pytest.raises(ContentError, match="Choose one from 0 to 24"):
        widget.describe(week=True)


def test_the_week_can_be_read_and_observed() -> None:
    widget, heard = WhatHelps(), []
    widget.observe(lambda change: heard.append(change.new), "week")
    widget.week = 8
    assert heard == [8]


def test_it_describes_what_is_so_now_and_what_would_be_so() -> None:
    widget = WhatHelps("baby")
    assert widget.describe() == f"{of_situation('baby')} {of_week(0)}"
    assert widget.describe([], week=12) == of_week(12)
    for some in combinations(SITUATIONS, 2):
        said = widget.describe(some)
        assert said == " ".join([*map(of_situation, some), of_week(0)])
    assert "Fine: Leave it alone. No: Salicylic acid," in of_situation("baby")
    for way in OPTIONS.values():
        assert way.explored.short in of_situation("eyelid")
        assert f"{way.explored.short}: {way.explored.in_week(3)}" in of_week(3)


def test_the_text_and_the_fallback_hold_every_word() -> None:
    widget = WhatHelps()
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == widget.text()
    html = unescape(data["text/html"])
    for way in OPTIONS.values():
        for text in all_words(way):
            assert text in widget.text()
            assert text in html
    for text in (WORDS.no_promise, WORDS.lead, *(q.text for q in WORDS.questions)):
        assert text in widget.text()
        assert text in html
    tags = {"p", "strong", "ul", "li", "details", "summary"}
    tags |= {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<(\w+)", data["text/html"])) == tags


def test_nothing_is_kept_in_the_browser() -> None:
    own = "".join(path.read_text("utf-8") for path in sorted((HERE / "what_helps").glob("*.js")))
    for forbidden in ("record.", "Storage", "fetch(", "model.send", "innerHTML"):
        assert forbidden not in own


def test_an_option_is_told_only_where_its_country_is() -> None:
    way = OPTIONS["salicylic"]
    with pytest.raises(ValidationError, match="says 'where' it can be had"):
        type(way).model_validate({**dict(way), "where": None})
    assert isinstance(CONTENT.treatments, MappingProxyType)
