"""The two servers of the lessons, each started once for all the tests of a worker."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from . import servers


@pytest.fixture
def page(fresh_page: Page) -> Page:
    """A page that no other test used: a server's lessons keep things where none can clear them."""
    return fresh_page


@pytest.fixture(scope="session")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    log = tmp_path_factory.mktemp("voila") / "voila.log"
    server = servers.voila(servers.ROOT / "notebooks", log)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def from_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    log = tmp_path_factory.mktemp("dashboard") / "dashboard.log"
    server = servers.dashboard(servers.ROOT / "notebooks", log)
    yield server
    server.stop()


@pytest.fixture(scope="session", params=["voila", "from_memory"])
def dashboard(request: pytest.FixtureRequest) -> servers.Server:
    """The same lessons from either server: a learner finds no difference."""
    return request.getfixturevalue(request.param)
