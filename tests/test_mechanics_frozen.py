"""What is frozen of the squeeze model: the page's data, the shares, and how to make them again."""

import ast
import gzip
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from milia.anatomy.mechanics import reader, resolve, sentences
from milia.anatomy.mechanics.cases import CASES, DRAWN
from milia.anatomy.mechanics.freeze import COARSE, coarse_numbers, mesh_digest
from milia.anatomy.mechanics.mesh import build
from milia.anatomy.mechanics.parameters import QUANTITIES, Parameters
from milia.anatomy.mechanics.reduce import compress
from milia.anatomy.mechanics.sample import hypercube, parameters_at
from milia.anatomy.mechanics.work import Piece, Workshop, as_json

from .conftest import THOROUGH

PACKAGE = Path(reader.__file__).resolve().parents[2]
SOLVERS = {"numpy", "scipy", "skfem"}


def frozen(name: str) -> dict:
    import json

    return json.loads((reader.FROZEN / name).read_text("utf-8"))


# --- the page's data


def test_the_pages_data_is_small() -> None:
    header = reader.header()
    assert len(gzip.compress(reader.raw(), 9)) < 250_000
    assert header["arrays"]["bump"]["shape"] == header["arrays"]["healthy"]["shape"]
    assert 500 < header["arrays"]["bump"]["shape"][0] < 1600
    assert set(header["cases"]) == set(DRAWN)
    nodes = header["arrays"]["bump"]["shape"][0]
    assert max(reader.numbers("triangles")) == nodes - 1
    assert reader.record()["unknowns"] >= 26_000


@pytest.mark.parametrize("case", DRAWN)
def test_at_pinches_it_was_not_made_from_it_is_within_a_hundredth(case: str) -> None:
    known, scale = frozen("held_out.json")[case], reader.header()["scale"]
    for pinch, right in known["moved"]["values"].items():
        found = reader.field_at(case, "moved", float(pinch), known["moved"]["where"])
        assert np.abs(np.array(found) - right).max() < 0.01 * known["range"], pinch
    for pinch, right in known["times"]["values"].items():
        found = reader.times_healthy(case, float(pinch), known["times"]["where"])
        assert np.abs(np.array(found) - right).max() < 0.01 * scale, pinch
    assert len(known["moved"]["values"]) >= 5
    errors = reader.record()["interpolation_error"][case]
    assert errors["moved"] < 0.01
    assert errors["stress, 99.9 of 100 triangles"] < 0.01


def test_nothing_leaves_what_is_sealed_and_more_leaves_an_open_pore_at_each_step() -> None:
    cases = reader.header()["cases"]
    assert not any(cases["milium"]["escaped"])
    assert not any(np.round(cases["closed-pustule"]["escaped"], 4))
    assert (np.diff(cases["open-pustule"]["escaped"]) > 0).all()
    assert (np.diff(cases["closed-pustule"]["pressure"]) > 0).all()
    assert set(cases["healthy"]["around"]) == {1.0}


def test_a_field_that_is_reduced_comes_back() -> None:
    pinches = np.linspace(0.01, 0.1, 10)
    x = np.linspace(0, 1, 50)

    def field(pinch):
        return pinch * np.sin(x) + pinch**2 * np.cos(x)

    back = compress(pinches, np.array([field(pinch) for pinch in pinches]), 2)
    assert back.modes.dtype == "<i2"
    for pinch in (0.0, 0.005, 0.035, 0.0925):
        assert back.at(pinch) == pytest.approx(field(pinch), abs=1e-5)


# --- solved again


def test_a_coarse_slice_solved_again_says_what_is_frozen() -> None:
    again, known = coarse_numbers(COARSE), frozen("coarse.json")
    assert again["unknowns"] == known["unknowns"]
    for sheet in ("slack", "taut"):
        for case in CASES:
            assert again[sheet][case] == pytest.approx(known[sheet][case], rel=1e-5, abs=1e-9)


def test_the_triangles_are_those_that_it_was_computed_on() -> None:
    for fineness, digest in reader.record()["mesh"].items():
        assert mesh_digest(build(fineness=float(fineness))) == digest
    assert reader.record()["parameters"] == vars(Parameters())


@pytest.mark.skipif(not THOROUGH, reason="make bench solves the fine slice again")
def test_the_large_strain_model_solved_again_says_what_is_frozen() -> None:
    from milia.anatomy.mechanics.snapshots import PINCHES, snapshot, travels

    travel = travels(build(fineness=1.5), Parameters(), PINCHES[:8])
    found = snapshot("closed-pustule", travel, fineness=1.5)
    cases = reader.header()["cases"]
    assert found["read"][:, 3] == pytest.approx(cases["closed-pustule"]["pressure"][1:9], rel=0.05)


# --- shares


def test_each_computed_sentence_has_its_shares_and_what_is_put_in_has_none() -> None:
    shares = reader.shares()
    assert shares["samples"] >= 100
    assert set(shares["shares"]["slack"]) == set(shares["shares"]["taut"])
    assert set(shares["shares"]["slack"]) == set(sentences.COMPUTED)
    assert not set(sentences.PUT_IN) & set(sentences.COMPUTED)
    for of in shares["shares"].values():
        assert all(0 <= share <= 100 for share in of.values())


def test_the_models_description_has_the_shares_that_are_frozen() -> None:
    words = (Path(reader.__file__).parent / "model.md").read_text("utf-8")
    of = reader.shares()["shares"]
    for key, sentence in sentences.COMPUTED.items():
        assert f"| {sentence.says} | {of['slack'][key]:g} | {of['taut'][key]:g} |" in words
    for name, known in QUANTITIES.items():
        assert f"| `{name}`: {known.words} | {known.low:g} | {known.usual:g} |" in words


def test_a_share_counts_the_samples_in_which_a_sentence_holds() -> None:
    names = [field.name for field in fields(sentences.Sentence)]
    assert names == ["says", "holds"]
    zero = dict.fromkeys(("around", "wall", "pressure", "escaped", "risen"), 0.0)
    still = {case: dict(zero) for case in CASES}
    flows = {**still, "open-pustule": {**zero, "escaped": 0.02}}
    found = sentences.shares([{"slack": still}, {"slack": flows}], "slack")
    assert found["open-pore-lets-fluid-out"] == 50
    assert found["fluid-has-pressure"] == 0
    assert found["milium-stays-with-its-skin"] == 100


def test_each_band_of_each_quantity_is_sampled_once_and_all_fits_together() -> None:
    rows = list(hypercube(20))
    for name in QUANTITIES:
        assert sorted(int(20 * row[name]) for row in rows) == list(range(20))
    assert rows == list(hypercube(20))
    for row in hypercube(200):
        assert parameters_at(row).gap >= 1.5  # a Parameters that does not fit refuses itself


# --- numbers from a reader


def test_a_number_out_of_bounds_is_refused_with_the_bounds() -> None:
    for name, quantity in QUANTITIES.items():
        for value in (quantity.low / 2 - 1, quantity.high * 2 + 1, float("nan")):
            with pytest.raises(ValueError, match=rf"{name} \(.*\) is .*Choose from"):
                Parameters(**{name: value})


def test_what_does_not_fit_together_is_refused_with_a_way_out() -> None:
    with pytest.raises(ValueError, match="choose a smaller diameter"):
        Parameters(diameter=1.8)
    with pytest.raises(ValueError, match=r"rise is 0\.5 mm\. At most 0\.46 mm"):
        Parameters(diameter=1.0, rise=0.5)
    with pytest.raises(ValueError, match=r"No parameter 'dermis_modulos'. Did you mean"):
        Parameters().but(dermis_modulos=1)
    with pytest.raises(ValueError, match=r"pinch is 0\.5\. Choose"):
        resolve.resolve(pinch=0.5)


def test_a_missing_solver_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "find_spec", lambda name: None if name == "skfem" else name)
    with pytest.raises(RuntimeError, match=r"not installed \(skfem\)\. Run `make model ARGS=inst"):
        resolve.resolve()


def test_a_changed_number_changes_the_answer() -> None:
    answer = resolve.resolve(Parameters().but(content_modulus=50))
    assert answer["healthy"].times_healthy == 1
    assert answer["open-pustule"].escaped > 0.01
    assert answer["milium"].escaped == 0


# --- long work, and no solver in the course


def test_interrupted_work_goes_on_where_it_was(tmp_path: Path) -> None:
    done = []

    def piece(name: str) -> Piece:
        def make() -> bytes:
            if name == "c" and len(done) == 2:
                raise KeyboardInterrupt
            done.append(name)
            return as_json({name: 1})

        return Piece(name, make)

    pieces = [piece(name) for name in "abcd"]
    with pytest.raises(KeyboardInterrupt):
        Workshop(tmp_path).do(pieces)
    assert done == ["a", "b"]
    done.append("interrupted")
    Workshop(tmp_path).do(pieces)
    assert done == ["a", "b", "interrupted", "c", "d"]
    assert not list(tmp_path.rglob("*.new"))


def test_the_course_imports_no_solver() -> None:
    free = {"__init__", "cases", "parameters", "reader", "resolve", "sentences"}
    for module in PACKAGE.rglob("*.py"):
        if module.parent.name == "mechanics" and module.stem not in free:
            continue
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.split(".")[0] for name in names} & SOLVERS, module
