"""The loader: what it returns, and how it says no."""

from datetime import date
from pathlib import Path

import pytest

from milia.content import ContentError, find, load, reading
from milia.content.load import load_folder
from milia.content.models import Range

from .small_course import SMALL, said_of, write


def complaint(folder: Path, file: str, old: str, new: str) -> str:
    """Change one thing in the small course, and return what the loader says to it."""
    assert old in SMALL[file]
    return said_of(write(folder, {**SMALL, file: SMALL[file].replace(old, new, 1)}))


def test_the_course_loads_and_every_kind_has_entries() -> None:
    content = load()
    assert len(content.sources) >= 181
    assert len(content.claims) >= 170
    assert content.items
    assert content.lessons


def test_loading_twice_returns_the_same_content() -> None:
    assert load() is load()


def test_nothing_that_was_loaded_can_be_changed() -> None:
    content = load()
    claim = find("claim", "milium-no-opening")
    with pytest.raises(TypeError):
        content.claims["new"] = claim
    with pytest.raises(ValueError, match="frozen"):
        claim.statement = "Milia are dirt."
    assert isinstance(claim.sources, tuple)


def test_an_entry_is_found_by_its_kind_and_id() -> None:
    assert find("lesson", "01_two_white_bumps").title == "Two white bumps"


def test_a_misspelt_id_is_answered_with_the_nearest_one(tmp_path) -> None:
    content = load_folder(write(tmp_path, SMALL))
    with pytest.raises(ContentError) as caught:
        content.find("item", "why-no-squeezeing")
    assert str(caught.value) == (
        "No item 'why-no-squeezeing' in content/items. Did you mean 'why-no-squeezing'?"
    )


def test_a_misspelt_kind_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(ContentError, match=r"No kind 'clam' in content. Did you mean 'claim'"):
        find("clam", "milium-no-opening")


def test_the_small_course_is_sound(tmp_path) -> None:
    content = load_folder(write(tmp_path, SMALL))
    assert content.items["why-no-squeezing"].right == ("sealed",)
    assert str(content.claims["sealed"].numbers[0]) == "1 to 2 mm"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("sources.yaml", "year:", "yeer:", "source 'a-review': no 'yeer' is known here. Did you"),
        ("sources.yaml", "  title: A review\n", "", "source 'a-review': 'title' is missing."),
        ("sources.yaml", "title: A review", "title:", "'title' is empty; it should be a text."),
        ("sources.yaml", "year: 2008", "year: '2008'", "'year' is '2008'; it should be a whole"),
        ("sources.yaml", "year: 2008", "year: 208", "'year' is 208; it should be greater"),
        ("sources.yaml", "verified: true", "verified: yes", "it should be true or false"),
        ("sources.yaml", "kind: review", "kind: blog", "'kind' is 'blog'. Use 'guideline'"),
        ("sources.yaml", "id: a-review", "id: A Review", "'id' is 'A Review'. Use small letters"),
        (
            "sources.yaml",
            "year: 2008",
            "url: http://a.org/",
            "Write an address that starts with https",
        ),
        ("claims/milium.yaml", "[a-review]", "[]", "'sources' has 0; it needs at least 1."),
        ("claims/milium.yaml", "[a-review]", "a-review", "'sources' is 'a-review'; it should be a"),
        ("claims/milium.yaml", "[a-review]", "[a-revue]", "names source 'a-revue', which is not"),
        ("claims/milium.yaml", "unit: mm, ", "", "numbers, 1: the number has no unit. Add one,"),
        ("claims/milium.yaml", "low: 1", "low: 3", "Write low <= typical <= high."),
        (
            "claims/milium.yaml",
            "low: 1",
            "phrase: small",
            "write either low, typical or high, or a phrase",
        ),
        ("claims/milium.yaml", "unit: mm", "units: mm", "claim 'sealed', numbers, 1: no 'units'"),
        ("claims/milium.yaml", "unit: mm", "unit: mm, unit: cm", "The key 'unit' stands twice."),
        ("items.yaml", "key: sealed", "key: seeled", "The key 'seeled' is no choice. Did you mean"),
        ("items.yaml", "key: sealed", "keys: [sealed]", "Give one 'key', or for multiple-choice"),
        ("items.yaml", "id: weak", "id: sealed", "Two choices have the id 'sealed'."),
        ("items.yaml", "The push was weak", "it is sealed", "Two choices have the text"),
        ("items.yaml", "A strong push only hurts.", "Yes. It has no hole.", "have the feedback"),
        ("items.yaml", "The push was weak", "All of the above", "sweeps up the other choices"),
        ("items.yaml", "Yes. It has no hole.}", "Yes., reveals: mc-x}", "it reveals no misconcept"),
        ("items.yaml", "single-choice", "sort", "What is to be placed has none."),
        ("lessons.yaml", "- id: 01", "- kind: pages\n  id: 01", "'kind' is 'pages'. Use 'lesson'"),
        (
            "lessons.yaml",
            "  title",
            "  claims: [seeled]\n  title",
            "names claim 'seeled', which is",
        ),
        (
            "lessons.yaml",
            "  title",
            "  claims: [sealed, sealed]\n  title",
            "'sealed' stands twice.",
        ),
        (
            "items.yaml",
            "single-choice",
            "multiple-choice",
            "Give one 'key', or for multiple-choice",
        ),
        ("items.yaml", "key: sealed", "? [a]\n  : b", "line 9: A key that is no word."),
        ("items.yaml", "key: sealed", "key: 'sealed", "not readable as YAML (found"),
        ("items.yaml", "id: why-no", 'id: "why\\nno"\n  x: ', "item 'why no': 'id' is 'why"),
        ("items.yaml", "single-choice", "predict", "A predict item needs a 'reveal'"),
        ("items.yaml", "[sealed]", "[seeled]", "names claim 'seeled', which is not there. Did you"),
        (
            "items.yaml",
            "only hurts.}",
            "only hurts., reveals: mc-posh}",
            "names misconception 'mc-po",
        ),
        (
            "items.yaml",
            "  idea: way-out\n",
            "",
            "item 'why-no-squeezing': 'idea' is missing. Add it.",
        ),
        (
            "items.yaml",
            "way-out",
            "way-in",
            "names idea 'way-in', which is not there. Did you mean",
        ),
        (
            "items.yaml",
            "  lesson: 01_two_white_bumps\n",
            "  pre_test: true\n",
            "A pre-test item needs a 'lesson'",
        ),
        (
            "items.yaml",
            "  idea",
            "  pre_test: yes\n  idea",
            "'pre_test' is 'yes'; it should be true",
        ),
        (
            "ideas.yaml",
            "  heading: Side by side\n",
            "",
            "idea 'way-out': Give the 'lesson' and its",
        ),
        ("ideas.yaml", "  lesson: 01_two_white_bumps\n", "", "or neither until it is taught."),
        ("ideas.yaml", "lesson: 01", "lesson: 02", "names lesson '02_two_white_bumps', which is"),
        ("ideas.yaml", "Whether", "Whether " * 5, "it should have at most 50 characters."),
        ("ideas.yaml", "  name", "  claims: [sealed]\n  name", "no 'claims' is known here."),
        ("misconceptions.yaml", "[sealed]", "[]", "'claims' has 0; it needs at least 1."),
        ("glossary.yaml", "definition", "meaning", "'definition' is missing."),
        ("treatments.yaml", "  expect: It may stay.\n", "", "an option says how_long, expect and"),
        ("treatments.yaml", "not_for", "never", "an option says how_long, expect and not_for"),
        ("treatments.yaml", "why: No need to treat.", "", "evidence: 'why' is missing"),
        ("care.yaml", "id: grows", "id: bleeds", "two signs have the id 'bleeds'. Rename one."),
        ("care.yaml", "id: soon", "id: sooner", "'id' is 'sooner'. Use 'today', 'soon'"),
        ("care.yaml", "      tell: It bleeds.\n", "", "band 'soon', signs, 1: 'tell' is missing."),
        (
            "care.yaml",
            "  tell",
            "  about: [adults]\n      tell",
            "Use 'newborn', 'baby' or 'older'",
        ),
        ("care.yaml", "signs: [bleeds]", "tell: So.", "names the signs that would break it, or"),
        (
            "care.yaml",
            ", ask: Look at it soon.",
            "",
            "band 'soon', call: 'ask' is missing. Add it.",
        ),
        ("care.yaml", "[a-review]", "[b-review]", "band 'soon' names source 'b-review'"),
        ("look_alikes.yaml", "band: soon", "band: today", "look-alike 'stye' names band 'today'"),
        ("anatomy_numbers.yaml", "  unit: µm\n", "", "the number has no unit. Add one, such as"),
        ("anatomy_numbers.yaml", "modelled", "guessed", "Use 'measured', 'quoted' or 'modelled'."),
        ("mechanics.yaml", "[a-review]", "[a-view]", "mechanics 'fat' names source 'a-view'"),
        (
            "contested.yaml",
            "bare: no hole",
            "bare: (no hole",
            "'(no hole' is no pattern (missing )",
        ),
        ("exempt_words.yaml", "term: milium", "term: milia", "names term 'milia', which is not"),
        ("items.yaml", "lesson: 01", "lesson: 02", "names lesson '02_two_white_bumps', which is"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_remedy(tmp_path, file, old, new, says) -> None:
    said = complaint(tmp_path, file, old, new)
    assert said.startswith(f"content/{file}")
    assert says in said


@pytest.mark.parametrize("file", [f for f in sorted(SMALL) if "claims: [sealed]" in SMALL[f]])
def test_a_claim_that_is_not_there_is_named_wherever_it_is_called(tmp_path, file) -> None:
    said = complaint(tmp_path, file, "claims: [sealed]", "claims: [seeled]")
    assert said.startswith(f"content/{file}")
    assert "names claim 'seeled', which is not there. Did you mean 'sealed'?" in said


def test_a_review_names_who_and_when(tmp_path) -> None:
    line = "  reviewed:\n    - {who: Ada, role: dermatologist, date: 2026-11-23}\n"
    file = "claims/milium.yaml"
    write(tmp_path, {**SMALL, file: SMALL[file] + line})
    review = load_folder(tmp_path).claims["sealed"].reviewed[0]
    assert (review.who, review.date) == ("Ada", date(2026, 11, 23))
    write(tmp_path, {file: SMALL[file] + line.replace("11-23", "13-23")})
    assert "'2026-13-23' is no date. Write it as 2026-11-23." in said_of(tmp_path)


def test_a_source_links_to_its_doi_then_pubmed_then_its_publisher() -> None:
    assert find("source", "berk2008").link == "https://doi.org/10.1016/j.jaad.2008.07.034"
    assert find("source", "statpearls-milia").link == "https://pubmed.ncbi.nlm.nih.gov/32809316/"
    assert find("source", "cruk-skin").link == find("source", "cruk-skin").url
    assert find("source", "entokey-milia").link is None


@pytest.mark.parametrize(
    ("values", "read"),
    [
        ({"low": 0.5, "typical": 1.5, "high": 3}, "0.5 to 3 mm, typically 1.5 mm"),
        ({"low": 1, "high": 2}, "1 to 2 mm"),
        ({"low": 1.2, "typical": 1.2, "high": 1.2}, "1.2 mm"),
        ({"typical": 9}, "about 9 mm"),
        ({"low": 5}, "at least 5 mm"),
        ({"high": 3}, "at most 3 mm"),
    ],
)
def test_a_range_is_read_aloud(values, read) -> None:
    assert str(Range(**values, unit="mm")) == read


def test_a_key_given_twice_is_named(tmp_path) -> None:
    items = SMALL["items.yaml"].replace("single-choice", "multiple-choice")
    write(tmp_path, {**SMALL, "items.yaml": items.replace("key: sealed", "keys: [sealed, sealed]")})
    with pytest.raises(ContentError, match="'sealed' stands twice among the keys"):
        load_folder(tmp_path)


def test_when_every_choice_is_a_key_there_is_nothing_to_choose(tmp_path) -> None:
    items = SMALL["items.yaml"].replace("single-choice", "multiple-choice")
    write(tmp_path, {**SMALL, "items.yaml": items.replace("key: sealed", "keys: [sealed, weak]")})
    with pytest.raises(ContentError, match="Every choice is a key"):
        load_folder(tmp_path)


def test_an_idea_may_wait_for_its_lesson(tmp_path) -> None:
    write(tmp_path, {**SMALL, "ideas.yaml": "- {id: way-out, name: Whether there is a way out}\n"})
    assert load_folder(tmp_path).ideas["way-out"].lesson is None


def test_a_figure_may_not_have_two_parts_of_one_id(tmp_path) -> None:
    part = "{id: roof, of: milium, name: Roof, note: Thin skin.}"
    figure = f"- {{id: a, alt: A, caption: B, claims: [sealed], parts: [{part}, {part}]}}\n"
    write(tmp_path, {**SMALL, "figures.yaml": figure})
    with pytest.raises(
        ContentError, match=r"figures.yaml: figure 'a': Two parts have the id 'roof'"
    ):
        load_folder(tmp_path)


def test_the_same_id_in_two_files_names_both(tmp_path) -> None:
    write(tmp_path, {**SMALL, "claims/zebra.yaml": SMALL["claims/milium.yaml"]})
    with pytest.raises(ContentError, match=r"content/claims/zebra.yaml: claim 'sealed' stands in"):
        load_folder(tmp_path)


def test_a_file_of_no_known_kind_is_named(tmp_path) -> None:
    write(tmp_path, {**SMALL, "clams.yaml": SMALL["claims/milium.yaml"]})
    with pytest.raises(ContentError, match=r"content/clams.yaml is no kind.*'claims.yaml'"):
        load_folder(tmp_path)


def test_a_billion_laughs_are_refused_at_the_first_anchor(tmp_path) -> None:
    laughs = "- &a [ha, ha]\n" + "".join(f"- &a{n} [*a, *a, *a]\n" for n in range(50))
    write(tmp_path, {**SMALL, "items.yaml": laughs})
    with pytest.raises(ContentError, match=r"line 1: An anchor or alias"):
        load_folder(tmp_path)


def test_python_without_libyaml_reads_the_same(monkeypatch, tmp_path) -> None:
    write(tmp_path, SMALL)
    fast = load_folder(tmp_path)
    monkeypatch.setattr(reading, "LOADER", reading.yaml.SafeLoader)
    assert load_folder(tmp_path) == fast


def test_plain_words_stay_words(tmp_path) -> None:
    file = write(tmp_path, {"a.yaml": "- no\n- 2026-11-23\n- 1e3\n- 012\n- 1.5\n- ~\n- null\n"})
    assert reading.read(file / "a.yaml", "a") == ("no", "2026-11-23", "1e3", "012", 1.5, "~", None)
