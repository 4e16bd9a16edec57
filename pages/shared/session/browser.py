"""What only the browser can do: name the page's language, and keep a draft that survives a refresh.

The draft is the plan, and what it was when it was opened, so that what changed since is told after a refresh too. It
lies in the tab's own storage and is gone when the tab is closed. A browser that does not answer costs nothing
but the draft: the page is drawn without waiting. So it is when the server ended and was started anew, whether
the person loads the page again or not: a session that begins is handed the draft.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import streamlit as st

from pages.shared.saved import kept
from pages.shared.saved.kept import Stand
from pages.shared.session import history, links, once, state
from planner.inputs.changes.difference import differing_inputs, with_input_of
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file, with_changes
from planner.inputs.together.ledger import LONGEST_NAME
from planner.language import LANGUAGES, Language, mark, translations

# Texts and names for screen readers that Streamlit has in English only, and what is said in their place.
STREAMLITS_TEXTS = {
    "Upload": mark("Choose a file"),
    "file upload": mark("Choose a file"),
    "Skip to main content": mark("Skip to the page itself"),
    "Add files": mark("Choose another file"),
    "Remove *": mark("Remove *"),
    "Error: File must be *": mark(
        "The file is too large: a plan or a company has some kilobytes, and a team at most 20 megabytes."
    ),
    "Error: * files are not allowed.": mark(
        "This kind of file is not opened here: a plan ends in .json, a company in .toml, a team in .csv."
    ),
    "No results": mark("Nothing by these words"),
    "Open": mark("Open the list"),
    "Main menu": mark("Menu"),
    "Sidebar": mark("List of pages"),
    "App pages": mark("Pages"),
    "Link to heading": mark("Link to this heading"),
    "Collapse sidebar": mark("Close the list of pages"),
    "Expand sidebar": mark("Open the list of pages"),
}
SCRIPT = Path(__file__).with_name("browser.js")
COMPONENT = st.components.v2.component("joinwise_browser", js=SCRIPT.read_text(encoding="utf-8"))
KEY, DRAFT = "browser", "draft_written"
STANDS = ("saved", "version", "by")  # how a draft names what it stands on
HEARD = "draft_heard"  # whether this session was handed what the tab kept


def connect() -> None:
    """Tells the browser the language, and hands it the plan to keep."""
    st.session_state["run"] = st.session_state.get("run", 0) + 1
    file, opened, stands = state.plan_file(), history.opened(), kept.stands()
    data = {
        "session": st.session_state.setdefault("session", uuid4().hex),
        "run": st.session_state["run"],
        "language": state.language(),
        "draft": once.made(DRAFT, (file, opened, *(stands or ())), lambda: written(file, opened, stands)),
        "heard": HEARD in st.session_state,
        "texts": _texts(state.language()),
    }
    with st.container(key="behind-the-page"):
        COMPONENT(key=KEY, data=data, on_draft_change=_restore, on_back_change=lambda: None, height=1)


@cache
def _texts(language: Language) -> dict[str, str]:
    """What is said in the place of a text of Streamlit's; the switch, which shows what the address says, the codes."""
    _ = translations(language).gettext
    texts = {english: _(text) for english, text in STREAMLITS_TEXTS.items()}
    texts["Questions beside this one"] = _("Questions beside this one")
    return texts | {str(code): name for code, name in LANGUAGES.items()}


def _restore() -> None:
    """Opens what the browser kept as any file is opened, trusting nothing in it, and lays on it what was edited since.

    Once a session: it is never handed an older draft than its own.
    """
    draft = st.session_state[KEY].get("draft")
    if not isinstance(draft, str) or HEARD in st.session_state:
        return
    st.session_state[HEARD] = True
    file, opened = read(draft)
    if file is None:
        return
    stood = stands_on(draft)
    links.offer_instead(file, stood[0] if stood else "")
    began, now, refused = history.opened(), state.plan_file(), st.session_state.get(state.LINK_REFUSED)
    state.open_plan(file)
    history.begin(opened or file)
    if refused is not None:  # or the plan that the tab kept would pass for that of the link
        st.session_state[state.LINK_REFUSED] = refused
    if stood:
        kept.stand_again(*stood)
    if now != began:
        state.store(with_edits(file, began, now))


def with_edits(file: PlanFile, began: PlanFile, now: PlanFile) -> PlanFile:
    """The file with what was edited between two others: single values, since in a list more would be lost than comes.

    Nothing of it counts where the two plans count in different currencies, or where the values do not fit the plan.
    """
    plan = file.plan
    if now.plan.currency != plan.currency:
        return file
    for difference in differing_inputs(began.plan, now.plan):
        if isinstance(difference.after, int | float | str):
            plan = with_input_of(plan, now.plan, difference.path)[0] or plan
    return with_changes(file, plan=plan, company=file.company if now.company == began.company else now.company)


def written(file: PlanFile, opened: PlanFile, stands: Stand | None = None) -> str:
    """The draft: a list of the plan's file and, where it was changed since, the file as it was opened.

    stands: the saved plan that it is a version of, at the end.
    """
    files = [file] if opened == file else [file, opened]
    last = [] if stands is None else [dict(zip(STANDS, stands, strict=True))]
    return json.dumps([*(dump_plan_file(each).decode() for each in files), *last])


def read(draft: str) -> tuple[PlanFile | None, PlanFile | None]:
    """The plan of a draft and what it was when it was opened; None for what is not there or cannot be read."""
    texts = [part for part in _parts(draft) if isinstance(part, str)]
    files = [read_plan_file(text.encode(errors="replace"), "draft")[0] for text in texts[:2]]
    return files[0] if files else None, files[1] if len(files) > 1 else None


def stands_on(draft: str) -> Stand | None:
    """The saved plan that a draft is a version of; None for none."""
    last = next(reversed(_parts(draft)), None)
    token, number, by = (last.get(name) for name in STANDS) if isinstance(last, dict) else (None, None, None)
    if isinstance(token, str) and isinstance(number, int) and isinstance(by, str):
        return token, number, by[:LONGEST_NAME]
    return None


def _parts(draft: str) -> list[Any]:
    try:
        parts = json.loads(draft)
    except (ValueError, RecursionError):
        return []
    return parts if isinstance(parts, list) else []
