"""What only the browser can do: name the page's language, and keep a draft that survives a refresh.

The draft lies in the tab's own storage and is gone when the tab is closed. A browser that does not answer costs nothing
but the draft: the page is drawn without waiting.
"""

import streamlit as st

from pages.shared import state
from planner.inputs.plan_file import dump_plan_file, read_plan_file

# The stored draft is read before anything is written: draft is null until the browser has told what it keeps.
# Streamlit draws fields after this runs, so the page is watched for them: number fields open the keyboard for numbers.
SCRIPT = """
const STORED_AS = "joinwise.draft";
const NUMBERS = '[class*="st-key-number-"] input:not([inputmode="decimal"])';

function touchUp(texts) {
  for (const input of document.querySelectorAll(NUMBERS)) input.setAttribute("inputmode", "decimal");
  for (const text of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button p')) {
    if (texts[text.textContent]) text.firstChild.nodeValue = texts[text.textContent];
  }
}

function stored() {
  try { return sessionStorage.getItem(STORED_AS) ?? ""; } catch { return ""; }
}

export default function ({ data, setStateValue }) {
  document.documentElement.lang = data.language;
  if (data.draft === null) {
    setStateValue("draft", stored());
  } else {
    try { sessionStorage.setItem(STORED_AS, data.draft); } catch { /* storage refused: no draft then */ }
  }
  touchUp(data.texts);
  const watch = new MutationObserver(() => touchUp(data.texts));
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
"""
COMPONENT = st.components.v2.component("joinwise_browser", js=SCRIPT)
KEY = "browser"


def connect() -> None:
    """Tells the browser the language, and hands it the plan to keep as soon as it has told what it kept."""
    _ = state.speech().text
    draft = dump_plan_file(state.plan_file()).decode() if st.session_state.get("draft_read") else None
    texts = {"Upload": _("Choose a file")}
    with st.container(key="behind-the-page"):
        COMPONENT(
            key=KEY,
            data={"language": state.language(), "draft": draft, "texts": texts},
            on_draft_change=_restore,
            height=1,
        )


def _restore() -> None:
    """The browser told what it kept. It is opened like any file, so nothing in it is trusted; what was edited meanwhile wins."""
    if st.session_state.get("draft_read"):
        return
    st.session_state["draft_read"] = True
    draft = st.session_state[KEY].get("draft")
    if not isinstance(draft, str) or not draft or "before_edit" in st.session_state:
        return
    file, _faults = read_plan_file(draft.encode(), "draft")
    if file is not None:
        state.open_plan(file)
