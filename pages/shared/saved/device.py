"""My plans on this device: a list that the browser keeps on request, and shows; the server never has it."""

from pathlib import Path

import streamlit as st

from pages.shared.fields.places import name_shown
from pages.shared.saved import kept, saving
from pages.shared.session import links, state
from pages.shared.words.company_names import named

HERE = Path(__file__)
COMPONENT = st.components.v2.component(
    "joinwise_device",
    html='<div class="device"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
KEY = "device"


def show() -> None:
    """The list where there is one, and of a saved plan the tick that puts it there. A tap opens one."""
    _, saved = state.speech().text, kept.now()
    name = f"{name_shown(state.plan_file().plan.name)} · {named(state.chosen_company())}"
    current = None if saved is None else {"token": saved.token, "name": name}
    texts = {
        "title": _("My plans on this device"),
        "remove": _("Take off the list"),
        "remove_it": _("Take {name} off the list"),
        "tick": _("Keep this plan on a list on this device"),
        "about": _("The list is in this browser alone, with the secret links. Whoever uses it can open them."),
    }
    data = {"texts": texts, "current": current, "replaced": st.session_state.get(saving.REPLACED, {})}
    COMPONENT(key=KEY, data=data, on_open_change=_open, height="content")


def _open() -> None:
    token = st.session_state[KEY].get("open")
    if isinstance(token, str):
        links.open_saved(token)
