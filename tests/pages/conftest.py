"""Fixtures of the page tests: the program as a visitor meets it, in either language, without a browser."""

import pickle
import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from pages.parts.goal import pairs, search
from pages.parts.what_matters import runs
from pages.shared.runs import keeper, memory
from pages.shared.session import failing, state
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.simulation import engine

APP = Path(__file__).parents[2] / "frame.py"
KEPT_BLOCKS = 300  # of paths, some 0.2 MB each
PATIENCE = 180  # seconds for a run of a page, which takes one or two: a busy machine fails no test

OpenApp = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def pages_by_navigation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run goes through frame.py, as on a server whose first run is over.

    AppTest forgets before each run that st.navigation was called and, as there is a folder named pages/, runs the page
    alone from the second run on: without the frame, the language switch and the draft.
    """
    make = PagesManager.__init__

    def make_without_folder(self: PagesManager, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", make_without_folder)


@pytest.fixture(autouse=True)
def no_search_for_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each AppTest would read the metadata of every installed package, in search of components that we do not use."""
    monkeypatch.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)


@pytest.fixture(autouse=True)
def nothing_when_quiet(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What a page finds once nothing was done for a moment is tested where that is: marked `waits_until_quiet`."""
    if not request.node.get_closest_marker("waits_until_quiet"):
        monkeypatch.setattr(keeper, "when_quiet", lambda question, _place: memory.kept(question.key))


@pytest.fixture
def searched_with_few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test of the page on which goals are searched for, where it is not about what is found."""
    monkeypatch.setattr(search, "RUNS", 50)
    monkeypatch.setattr(pairs, "RUNS", 20)


@pytest.fixture
def moved_with_few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for the page on which each input is moved by itself."""
    monkeypatch.setattr(runs, "LONGEST", 0.1)


@pytest.fixture(autouse=True)
def failures_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that fails fails its test, where a person would be offered ways on."""
    monkeypatch.setattr(failing, "ways_on", nullcontext)


@pytest.fixture(autouse=True)
def nothing_for_all() -> None:
    """No test has answers from the one before it."""
    memory.forget_for_all()


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that draws a part of a page by itself: the language that the frame would have found."""
    monkeypatch.setattr(state, "language", lambda: "en")


_blocks: dict[tuple[Any, ...], list[engine.Block]] = {}


@pytest.fixture(autouse=True)
def same_paths_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What paths come to is computed once a process for the same inputs: a page is tested here, not the simulation.

    Progress is told as ever, block by block. A test that changes the simulation itself is marked `simulates_afresh`.
    """
    if request.node.get_closest_marker("simulates_afresh"):
        return
    compute = engine.block_of

    def kept(
        plans: tuple[Plan, ...], buy_back: Any, draws: engine.Draws, first: int, number: int, *, with_pay: bool = False
    ) -> list[engine.Block]:
        if draws.in_forest:  # what a function does to people is no input that can be compared
            return compute(plans, buy_back, draws, first, number, with_pay=with_pay)
        stated = tuple(plan.model_dump_json() for plan in plans)
        key = (stated, buy_back.model_dump_json(), pickle.dumps(draws), first, number, with_pay)
        if key not in _blocks:
            if len(_blocks) >= KEPT_BLOCKS:
                _blocks.pop(next(iter(_blocks)))
            _blocks[key] = compute(plans, buy_back, draws, first, number, with_pay=with_pay)
        _blocks[key] = _blocks.pop(key)  # what is asked for again stays longest
        return _blocks[key]

    monkeypatch.setattr(engine, "block_of", kept)


_pages: dict[str, Any] = {}  # as Streamlit registers them, once frame.py was run in this process


def open_it(
    language: str = "en",
    page: str = "",
    plan_file: PlanFile | None = None,
    view: str = "",
    address: Mapping[str, str] | None = None,
    **chosen: str,
) -> AppTest:
    """Opens the program in a language, at a page (a file), with a plan and in a view, if these are given; fails where
    it does. address: what else stands in it; chosen: what is chosen on the page by then, by the keys of its fields.
    """
    app = AppTest.from_file(APP, default_timeout=PATIENCE)
    for key, value in ({"lang": language} | dict(address or {})).items():
        app.query_params[key] = value
    if plan_file is not None:
        app.session_state["plan_file"] = plan_file
    for key, value in (chosen | ({"view": view} if view else {})).items():
        app.session_state[key] = value
    if page:
        if not _pages:
            _pages.update(open_it()._registered_pages)
        app._registered_pages = _pages
        app.switch_page(page)
    return run(app)


@pytest.fixture
def open_app() -> OpenApp:
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
    [pills] = [each for each in app.pills if each.key and each.key.startswith("part:group@")]
    pills.set_value(name)
    return run(app)


def exactly(app: AppTest) -> AppTest:
    """Turns the strip from the middle of the runs to what follows if everything goes exactly as entered."""
    [pills] = [each for each in app.pills if str(each.key).startswith("choice:view@")]
    pills.set_value("exactly")
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
