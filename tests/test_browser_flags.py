"""What the browser of the tests is told: all that Playwright tells it still holds."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from .conftest import FLAGS

pytestmark = pytest.mark.browser
OFF = "--disable-features="


def test_our_list_of_what_is_switched_off_holds_all_of_playwrights(
    chromium: Browser, tmp_path: Path
) -> None:
    """Of several such lists Chromium heeds the last alone, and that is ours."""
    program = tmp_path / "browser"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$0.told"\n')
    program.chmod(0o755)
    with pytest.raises(Error):  # it is no browser, and ends at once
        chromium.browser_type.launch(executable_path=program, args=FLAGS)
    told = (tmp_path / "browser.told").read_text().splitlines()
    theirs, ours = [set(word.removeprefix(OFF).split(",")) for word in told if OFF in word]
    assert theirs - ours == set()
    assert "WebUIOmniboxPopup" in ours
