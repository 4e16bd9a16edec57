"""What the server does now and then: it lets go of who has left, and gives their memory back to the system.

Streamlit keeps a session whose browser is gone until the next one leaves, however long that takes; Python and the C
library keep the memory that it had.
"""

import asyncio
import ctypes
import gc
import sys
import time

from streamlit.runtime import Runtime

EVERY, GONE = 15.0, 60.0  # seconds: between two looks; after which a browser that is away finds its session no more


async def upkeep() -> None:
    """For as long as the server serves. A browser that comes back later has its plan with it, as after a restart."""
    away: dict[str, float] = {}
    while True:
        await asyncio.sleep(EVERY)
        away = let_go(Runtime.instance(), away, time.monotonic())
        gc.collect()  # not after every run of a page (.streamlit/config.toml), all of which would wait for it
        give_back_memory()


def let_go(runtime: Runtime, away: dict[str, float], now: float) -> dict[str, float]:
    """Ends the sessions whose browsers were away for long enough; away: since when each was seen to be, by its id."""
    without_browser = [each.session.id for each in runtime._session_mgr.list_sessions() if each.client is None]  # noqa: SLF001 (no public way)
    since = {session: away.get(session, now) for session in without_browser}
    for session, began in since.items():
        if now - began >= GONE:
            runtime.close_session(session)
    return since


def give_back_memory() -> None:
    """Gives freed memory back, where the C library (glibc) keeps it for later; another has no such word."""
    if sys.platform == "linux":
        getattr(ctypes.CDLL(None), "malloc_trim", int)(0)
