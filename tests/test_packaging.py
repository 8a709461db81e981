"""What is installed: one package, at pinned versions, with all that it reads."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "widgets/milia"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WHEEL = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
PIN = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?P<marker> ; [A-Za-z_.0-9 '=!<>()]+)? \\"
)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?P<more> \\)?")
LOCKS = ("requirements.lock", "requirements-test.lock")


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text("utf-8").splitlines()


def pins(lock: str) -> dict[tuple[str, str], str]:
    """The version of each package, by its name and the machines it is for."""
    found = filter(None, map(PIN.fullmatch, lines(lock)))
    return {(pin["name"], pin["marker"] or ""): pin["version"] for pin in found}


def satisfies(lock: str, spec: str) -> bool:
    wanted = Requirement(spec)
    versions = [
        version
        for (name, _), version in pins(lock).items()
        if name == canonicalize_name(wanted.name)
    ]
    return bool(versions) and all(map(wanted.specifier.contains, versions))


# --- the path


def python(code: str, elsewhere: Path) -> subprocess.CompletedProcess:
    """Run a line of Python, in this venv, from a folder that is not the course's."""
    command = [sys.executable, "-I", "-c", code]
    return subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["tests", "widgets", "widgets.milia", "notebooks", "images"])
def test_nothing_but_the_package_is_on_the_path(name: str, tmp_path: Path) -> None:
    assert "No module named" in python(f"import {name}", tmp_path).stderr


def test_the_package_is_on_the_path(tmp_path: Path) -> None:
    found = python("import milia; print(milia.__file__)", tmp_path)
    assert found.stdout.strip() == str(PACKAGE / "__init__.py"), found.stderr


def test_nothing_else_lies_beside_the_package() -> None:
    beside = {path.name for path in PACKAGE.parent.iterdir()} - {"__pycache__"}
    assert beside == {"milia"}


# --- the locks


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_pins_and_hashes_and_names_no_place(lock: str) -> None:
    for line, following in zip(lines(lock), [*lines(lock)[1:], ""], strict=True):
        pinned, hashed = PIN.fullmatch(line), HASH.fullmatch(line)
        assert pinned or hashed, line
        assert bool(HASH.fullmatch(following)) == bool(pinned or hashed["more"]), line


@pytest.mark.parametrize("spec", PROJECT["project"]["dependencies"])
def test_the_run_lock_has_what_the_course_needs(spec: str) -> None:
    assert satisfies("requirements.lock", spec)


@pytest.mark.parametrize("spec", PROJECT["project"]["optional-dependencies"]["test"])
def test_the_test_lock_has_what_the_tests_need(spec: str) -> None:
    assert satisfies("requirements-test.lock", spec)


@pytest.mark.parametrize("spec", PROJECT["dependency-groups"]["build"])
def test_the_run_lock_has_what_builds_the_course(spec: str) -> None:
    """The course is installed without build isolation: nothing is fetched past the lock."""
    assert satisfies("requirements.lock", spec)


def test_the_build_needs_nothing_past_its_group() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_the_test_lock_holds_the_run_lock_hash_by_hash() -> None:
    assert set(lines("requirements.lock")) <= set(lines("requirements-test.lock"))
    assert pins("requirements.lock").items() <= pins("requirements-test.lock").items()


# --- conda


def test_conda_gets_the_locked_versions() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    *conda, pip = environment["dependencies"]
    assert conda == [f"python{PROJECT['project']['requires-python']}", "pip"]
    names = ("jupyterlab", "ipywidgets", "anywidget", "voila", "nbval")
    locked = pins("requirements-test.lock")
    assert pip == {"pip": [*(f"{name}=={locked[name, '']}" for name in names), "-e ."]}


# --- the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel that hatchling builds here, without a network."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", out]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = out.glob("milia-*.whl")
    with ZipFile(built) as archive:
        return set(archive.namelist())


def tracked(folder: str) -> list[Path]:
    """The files under a folder that git knows, or would take in."""
    ask = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(ask, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


def test_the_wheel_has_every_file_of_the_package(wheel: set[str]) -> None:
    names = {f"milia/{file.relative_to(PACKAGE).as_posix()}" for file in tracked("widgets/milia")}
    assert names <= wheel
    assert {Path(name).suffix for name in names} >= {".py", ".js", ".css"}


def test_the_wheel_has_the_pictures(wheel: set[str]) -> None:
    pictures = {f"milia/images/{file.name}" for file in tracked("images") if file.suffix == ".svg"}
    assert pictures
    assert pictures <= wheel


@pytest.mark.parametrize(("source", "place"), WHEEL["shared-data"].items())
def test_the_wheel_brings_what_jupyter_looks_for(wheel: set[str], source: str, place: str) -> None:
    path = ROOT / source
    files = tracked(source) if path.is_dir() else [path]
    assert files
    data = f"milia-{PROJECT['project']['version']}.data/data/{place}"
    for file in files:
        inside = file.relative_to(path).as_posix() if path.is_dir() else ""
        assert f"{data}/{inside}".rstrip("/") in wheel


def test_the_wheel_installs_nothing_else(wheel: set[str]) -> None:
    stem = f"milia-{PROJECT['project']['version']}"
    assert {name.split("/")[0] for name in wheel} == {"milia", f"{stem}.data", f"{stem}.dist-info"}
