"""Fixtures of the page tests: the program as a visitor meets it, in either language, without a browser."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile

APP = Path(__file__).parents[2] / "app.py"

OpenApp = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def pages_by_navigation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run goes through app.py, as on a server whose first run is over.

    AppTest forgets before each run that st.navigation was called and, as there is a folder named pages/, runs the page
    alone from the second run on: without the frame, the language switch and the draft.
    """
    make = PagesManager.__init__

    def make_without_folder(self: PagesManager, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", make_without_folder)


@pytest.fixture
def open_app() -> OpenApp:
    """Opens the program in a language, on a page (a file) and with a plan, if these are given; fails where it does."""

    def open_it(language: str = "en", page: str = "", plan_file: PlanFile | None = None) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=30)
        app.query_params["lang"] = language
        if plan_file is not None:
            app.session_state["plan_file"] = plan_file
        run(app)
        if page:
            run(app.switch_page(page))
        return app

    return open_it


def run(app: AppTest) -> AppTest:
    """Runs the page once more; fails on an exception."""
    app.run()
    assert not app.exception, [(each.value, each.stack_trace) for each in app.exception]
    return app


def field(app: AppTest, place: str) -> Any:
    """The text field of a place of the plan, such as "stock.opening_stock"."""
    [found] = [each for each in app.text_input if each.key and each.key.partition(":")[2].partition("@")[0] == place]
    return found


def enter(app: AppTest, place: str, text: str) -> AppTest:
    """Types a text into a field and leaves it."""
    field(app, place).set_value(text)
    return run(app)


def group(app: AppTest, name: str) -> AppTest:
    """Goes to a group of the plan's own page."""
    [pills] = [each for each in app.pills if each.key and each.key.startswith("choice:group@")]
    pills.set_value(name)
    return run(app)


def exactly(app: AppTest) -> AppTest:
    """Turns the strip from the middle of the runs to what follows if everything goes exactly as entered."""
    app.pills(key="strip_view").set_value("exactly")
    return run(app)


def plan_of(app: AppTest) -> Plan:
    file: PlanFile = app.session_state["plan_file"]
    return file.plan


def said(element: Any) -> str:
    """The words of a message, without what keeps Markdown from reading them."""
    return re.sub(r"\\(.)", r"\1", str(element.value))


def shown(app: AppTest) -> str:
    """All of the program's own HTML on the page, the strip among it."""
    return "\n".join(str(each.value) for each in app.html)
