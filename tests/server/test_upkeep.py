"""Who has left is let go of after a while, and who is only away for a moment is not."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from server.upkeep import EVERY, GONE, give_back_memory, let_go


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runtime]:
    monkeypatch.setattr(Runtime, "_instance", None)
    frame = Path(__file__).parents[2] / "frame.py"
    yield Runtime(RuntimeConfig(str(frame), MemoryMediaFileStorage("/media"), MemoryUploadedFileManager("/uploads")))
    Runtime._instance = None


def test_whoever_is_away_for_a_minute_is_let_go_and_nobody_else(runtime: Runtime) -> None:
    def known(session: str) -> bool:
        return runtime._session_mgr.get_session_info(session) is not None

    async def come_and_go() -> None:
        await runtime.start()
        browser: Any = Mock()
        stays, leaves, returns = (runtime.connect_session(browser, {}) for _ in range(3))
        runtime.disconnect_session(leaves)
        runtime.disconnect_session(returns)
        away = let_go(runtime, {}, 1000.0)
        assert set(away) == {leaves, returns}
        runtime.connect_session(browser, {}, existing_session_id=returns)
        away = let_go(runtime, away, 1000.0 + GONE - 1)
        assert away == {leaves: 1000.0}
        assert known(leaves)
        let_go(runtime, away, 1000.0 + GONE)
        assert [known(each) for each in (stays, leaves, returns)] == [True, False, True]
        runtime.stop()
        await runtime.stopped

    asyncio.run(come_and_go())


def test_all_is_back_within_two_minutes() -> None:
    """With the half minute after which a browser that says nothing is found to be gone (.streamlit/config.toml)."""
    assert 30 + EVERY + GONE + EVERY <= 120


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is nothing to give back")
def test_memory_can_be_given_back() -> None:
    give_back_memory()
