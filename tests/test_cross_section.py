"""The cross-section explorer: what it offers, what it says, and how much of it travels."""

import gzip
import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from milia import CrossSection
from milia.anatomy.section import COUNTERPARTS
from milia.anatomy.skin import SITES, Skin, Specimen, stretched
from milia.content import ContentError, find, load
from milia.content.models import SectionRole
from milia.widgets.cross_section import choices, drawings

from .mounted import state_of
from .tags import Tags
from .wording import grade

ROLES = load().cross_section_roles
SETTINGS = load().cross_section_settings
BUDGET = 90_000  # bytes, gzipped: the whole of it, as it travels to a phone


@pytest.fixture(scope="module")
def explorer() -> CrossSection:
    return CrossSection()


def drawn(explorer: CrossSection, key: str) -> str:
    """A drawing put together as the page does it."""
    return "".join(explorer.pieces[piece] for piece in explorer.drawings[key]["made"])


def test_every_role_of_the_drawing_has_words_and_every_word_a_role() -> None:
    assert set(ROLES) == {*COUNTERPARTS, choices.WHOLE}


@pytest.mark.parametrize("part", COUNTERPARTS)
@pytest.mark.parametrize("kind", choices.KINDS)
def test_a_sentence_says_there_is_none_just_where_the_drawing_has_none(
    part: str, kind: str
) -> None:
    assert ROLES[part].sentence(kind).lacks == (COUNTERPARTS[part][kind] is None)


def test_the_sentences_are_short_plain_and_rest_on_claims() -> None:
    for role in ROLES.values():
        for said in role.sentences:
            assert len(said.text.split()) <= 18, said.text
            assert said.text.count(".") == 1, said.text
            assert said.claims, said.text
        assert grade(" ".join(said.text for said in role.sentences)) <= 6, role.id


def test_two_sentences_for_one_bump_are_refused() -> None:
    said = [{"of": "milium", "text": "It is.", "claims": ("milium-is-tiny-cyst",)}] * 3
    with pytest.raises(ValueError, match="milium has two sentences"):
        SectionRole(id="roof", name="The roof", sentences=tuple(said))


def test_the_settings_are_those_of_the_anatomy() -> None:
    assert {s.id for s in choices.settings("site")} == set(SITES)
    assert {s.id for s in choices.settings("size")} == set(choices.SIZES)
    assert {s.id for s in choices.settings("view")} == set(drawings.VIEWS)
    for size, milium in choices.SIZES.items():
        assert SETTINGS[size].name == f"{milium.diameter:g} mm"
        assert f" {milium.diameter:g} mm wide" in SETTINGS[size].note


def test_the_stretch_is_as_strong_as_the_words_say() -> None:
    assert "four times as thick" in SETTINGS["stretched"].note
    skin = Skin.at("cheek")
    thicker = stretched(Specimen(skin, (choices.SIZES["usual"],))).skin
    assert thicker.epidermis == pytest.approx(4 * skin.epidermis)


def test_no_opening_is_drawn_in_a_milium_and_each_part_named_is_drawn(
    explorer: CrossSection,
) -> None:
    for key in explorer.drawings:
        parts = set(re.findall(r'data-part="([^"]+)"', drawn(explorer, key)))
        kind = key.split()[0]
        assert ("milium-opening" in parts) is False
        wanted = {role["parts"][choices.KINDS.index(kind)] for role in explorer.roles} - {""}
        assert wanted <= parts, key


def test_every_size_that_fits_is_drawn_and_no_other(explorer: CrossSection) -> None:
    for site in SITES:
        for view in drawings.VIEWS:
            found = {s for s in choices.SIZES if f"milium {site} {s} {view}" in explorer.drawings}
            assert found == set(choices.fitting(site))
    assert choices.fitting("eyelid") == ["small"]
    assert "closed-comedone eyelid true" not in explorer.drawings
    assert "pustule eyelid true" not in explorer.drawings


def test_pieces_make_whole_drawings_and_no_piece_travels_twice(explorer: CrossSection) -> None:
    assert len(explorer.pieces) == len(set(explorer.pieces))
    for key in explorer.drawings:
        body = drawn(explorer, key)
        ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>')
        assert "<style" not in body
        ids = re.findall(r' id="([^"]*)"', body)
        assert len(ids) == len(set(ids)), key
        assert all(name.startswith("@-") for name in ids)
        used = set(re.findall(r'(?:href="#|url\(#)([^")]*)', body))
        assert used <= set(ids), key
        assert body.count("@") == body.count("@-"), "the page would change more than ids"


def test_bumps_side_by_side_are_in_one_scale(explorer: CrossSection) -> None:
    for site in ("cheek", "nose"):
        for view in drawings.VIEWS:
            keys = (f"milium {site} usual {view}", f"pustule {site} {view}",
                    f"closed-comedone {site} {view}")  # fmt: skip
            assert len({explorer.drawings[key]["box"] for key in keys}) == 1


def test_all_of_it_travels_within_its_budget(explorer: CrossSection) -> None:
    whole = json.dumps(state_of(explorer)) + explorer._esm + explorer._css
    assert len(gzip.compress(whole.encode())) <= BUDGET


def test_what_is_said_follows_what_is_set(explorer: CrossSection) -> None:
    said = explorer.describe("roof")
    assert said.startswith("The roof. Milium: A common milium sits")
    assert "Pustule: There is no closed roof here: a pustule has a door, the pore." in said
    assert said.endswith("The milium is 1.5 mm wide. Drawn to scale.")
    assert "Not to scale" in explorer.describe(view="stretched")
    assert "Pustule: Not drawn here" in explorer.describe(site="eyelid")
    assert "A hair and a sheet of paper lie below" in explorer.describe(companions=True)
    assert "hair and a sheet" not in explorer.describe(companions=True, view="stretched")
    assert explorer.describe("roof") == CrossSection("roof").describe()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"part": "rof"}, "has no part 'rof'. Did you mean 'roof'?"),
        ({"part": "whole"}, "has no part 'whole'."),
        ({"site": "chek"}, "has no site 'chek'. Did you mean 'cheek'?"),
        ({"view": "streched"}, "has no view 'streched'. Did you mean 'stretched'?"),
        ({"size": "big"}, "has no size 'big'. There is large, small, usual."),
        ({"site": "eyelid", "size": "large"}, "A milium of 2 mm does not fit .* size='small'"),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_the_way_out(asked: dict, answer: str) -> None:
    with pytest.raises(ContentError, match=answer):
        CrossSection(**asked)
    with pytest.raises(ContentError, match=answer):
        CrossSection().describe(**asked)


def test_a_setting_made_in_python_is_checked_too() -> None:
    explorer = CrossSection(size="large")
    explorer.site = "eyelid"
    assert explorer.size == "small"
    with pytest.raises(ContentError, match="does not fit"):
        explorer.size = "usual"
    with pytest.raises(ContentError, match="Did you mean 'wall'"):
        explorer.part = "wal"
    assert (explorer.part, explorer.size) == ("", "small")


def test_a_page_that_changes_site_and_size_at_once_is_heard() -> None:
    explorer = CrossSection(site="eyelid")
    explorer.set_state({"size": "large", "site": "nose"})
    assert (explorer.site, explorer.size) == ("nose", "large")


def test_the_text_names_everything_and_changes_with_the_drawings(
    explorer: CrossSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = explorer.text()
    for role in ROLES.values():
        for words in (role.name, *(said.text for said in role.sentences)):
            assert words in text
    for setting in SETTINGS.values():
        assert not setting.note or setting.note in text
    changed = {**drawings.atlas(), "look": ""}
    monkeypatch.setattr("milia.widgets.cross_section.reading.atlas", lambda: changed)
    assert explorer.text() != text


def test_the_fallback_is_images_and_a_table_that_a_sanitiser_lets_through(
    explorer: CrossSection,
) -> None:
    html = explorer.fallback()
    tags = Tags(html).found
    assert {tag for tag, _ in tags} <= {
        "p", "strong", "img", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    images = [attributes for tag, attributes in tags if tag == "img"]
    whole = find("section-role", "whole")
    for kind, image in zip(choices.KINDS, images, strict=True):
        assert image["alt"].endswith(whole.sentence(kind).text)
        kind_, svg = image["src"].split(",", 1)
        assert kind_ == "data:image/svg+xml"
        assert ET.fromstring(unquote(svg)).tag.endswith("svg")
    assert sum(tag == "td" for tag, _ in tags) == 3 * len(ROLES)
    assert len(html) <= 120_000


def test_the_fallback_of_an_eyelid_says_what_is_not_drawn() -> None:
    html = CrossSection(site="eyelid").fallback()
    assert html.count("<img") == 1
    assert html.count("Not drawn here") >= 2
