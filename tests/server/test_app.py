"""What the program does as a server beside answering."""

import asyncio
import webbrowser

import pytest
from streamlit import config

import app
from pages.shared.runs import processes


@pytest.mark.parametrize("screen", [True, False])
def test_the_planner_is_opened_where_there_is_a_screen(screen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the port that was found, though nobody said which; Streamlit opens scripts only."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(processes, "start", lambda: None)
    options = {"server.headless": not screen, "server.port": 8612}
    monkeypatch.setattr(config, "get_option", lambda name, told=config.get_option: options.get(name, told(name)))

    async def served() -> None:
        async with app.while_it_serves(app.app):
            await asyncio.get_running_loop().shutdown_default_executor()

    asyncio.run(served())
    assert opened == ["http://localhost:8612"] * screen
