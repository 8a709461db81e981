"""Where the browser tests get their Chromium, and what is said when there is none."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def chromium(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tests/chromium.py on a machine that has nothing: no browser, no apt-get, no network."""
    spec = spec_from_file_location("chromium", HERE / "chromium.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.delenv("CHROMIUM", raising=False)
    module.ran = []
    monkeypatch.setattr(module, "run", lambda _, *command: module.ran.append(command[-1]))
    monkeypatch.setattr(module.os, "geteuid", lambda: 0)
    return module


@pytest.fixture
def machine(chromium: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable:
    def has(*names: str, starts: Callable[[str], bool] = bool) -> None:
        monkeypatch.setattr(
            chromium.shutil, "which", lambda name: f"/bin/{name}" if name in names else None
        )
        monkeypatch.setattr(chromium, "starts", starts)

    has()
    return has


def test_the_one_asked_for_is_taken(
    chromium: ModuleType, machine: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine("chromium")
    monkeypatch.setenv("CHROMIUM", "/mine")
    assert chromium.find() == "/mine"


def test_one_asked_for_in_vain_is_not_replaced_in_silence(
    chromium: ModuleType, machine: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine("chromium", starts=lambda path: path != "/mine")
    monkeypatch.setenv("CHROMIUM", "/mine")
    with pytest.raises(SystemExit, match="CHROMIUM=/mine does not start as a browser"):
        chromium.find()


def test_a_stub_that_does_not_start_is_passed_over(chromium: ModuleType, machine: Callable) -> None:
    machine("chromium", "google-chrome", starts=lambda path: path == "/bin/google-chrome")
    assert chromium.find() == "/bin/google-chrome"
    assert chromium.ran == []


def test_playwrights_own_is_used_if_it_is_there(chromium: ModuleType, machine: Callable) -> None:
    machine(starts=lambda path: path == "")
    assert chromium.find() == ""
    assert chromium.ran == []


def test_playwrights_own_is_fetched_first(chromium: ModuleType, machine: Callable) -> None:
    machine("apt-get", starts=lambda path: path == "" and bool(chromium.ran))
    assert chromium.find() == ""
    assert chromium.ran == ["chromium-headless-shell"]


def test_root_gets_debians_where_playwrights_cannot_be_fetched(
    chromium: ModuleType, machine: Callable, capsys: pytest.CaptureFixture
) -> None:
    machine("apt-get", "chromium", starts=lambda path: bool(path) and "update" in chromium.ran)
    assert chromium.find() == "/bin/chromium"
    assert chromium.ran == ["chromium-headless-shell", "update", "chromium"]
    assert capsys.readouterr().err.splitlines() == [
        "No Chromium here: fetching Playwright's own …",
        "It cannot be fetched: installing Debian's package chromium with apt-get …",
    ]


@pytest.mark.parametrize("user", [0, 1000])
def test_without_a_browser_the_tests_fail_and_name_the_command(
    chromium: ModuleType, machine: Callable, monkeypatch: pytest.MonkeyPatch, user: int
) -> None:
    machine("apt-get", starts=lambda _: False)
    monkeypatch.setattr(chromium.os, "geteuid", lambda: user)
    with pytest.raises(SystemExit, match="run `sudo apt install chromium`, or name one with"):
        chromium.find()
    assert ("update" in chromium.ran) == (user == 0)


def test_a_program_that_is_no_browser_does_not_start(chromium: ModuleType) -> None:
    assert not chromium.starts("/bin/true")
