"""The server is killed while somebody types: at most the edit under the fingers is lost. More trials: killed.py."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.killed import Trials
from tests.browser.session import ServerProcess, blank_context


@pytest.fixture
def trials(browser: Browser) -> Iterator[Trials]:
    """A person at a tab of a server that nobody else needs."""
    with ServerProcess() as server:
        server.start()
        with blank_context(browser, server.address) as context:
            trials = Trials(context.new_page(), server, random.Random(1), seconds=1.5)  # noqa: S311
            trials.begin()
            yield trials


def test_at_most_the_edit_under_the_fingers_is_lost(trials: Trials) -> None:
    trials.one(loaded_anew=False)  # its field for a file still shows the one that the server before was given
    trials.one(loaded_anew=True)
    trials.one(loaded_anew=False)
