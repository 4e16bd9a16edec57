"""The program as a server: what `streamlit run app.py`, or any ASGI server, starts. What it shows is frame.py."""

import asyncio
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.server_util import get_url

from pages.shared.runs import processes
from planner.address import stated
from planner.store.room import most_saved
from server.answers import WithRules
from server.callers import OnlyOurOwn
from server.front_page import KnowsItsServer
from server.loading import load_all
from server.patience import NotForEver, end_half_open_connections
from server.upkeep import upkeep

# Seconds that a thread has the interpreter while others wait; Python's 0.005 is waited for by each message.
LETS_GO = 0.0005


@asynccontextmanager
async def while_it_serves(_app: st.App) -> AsyncIterator[None]:
    """Has its workers while it serves, and opens the planner where there is a screen, as Streamlit does for scripts."""
    stated()  # so that what is stated and cannot be is said as the server starts, and not by each answer
    most_saved()
    sys.setswitchinterval(LETS_GO)
    processes.start()
    keeping_up = asyncio.create_task(upkeep())
    try:
        if not config.get_option("server.headless"):
            address = get_url(config.get_option("browser.serverAddress"))
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)
        yield
    finally:
        keeping_up.cancel()
        processes.end()


# Or a server that has drawn nothing yet takes pages/ for Streamlit's older kind of pages: it ran the script of what was
# asked for first without the frame, and called an address that has no script of its own not found.
PagesManager.uses_pages_directory = False
end_half_open_connections()
load_all()
app = st.App(
    "frame.py",
    lifespan=while_it_serves,
    middleware=[Middleware(each) for each in (NotForEver, WithRules, OnlyOurOwn, KnowsItsServer)],
)
