"""An edit is taken whole, though something else is asked for before it is taken."""

import pytest
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from pages.shared.session import whole_edits


def a_page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    def take() -> None:
        context = get_script_run_ctx()
        assert context is not None
        assert context.script_requests is not None
        context.script_requests.request_rerun(RerunData())  # as a click does that comes at this moment
        st.session_state["runs"]
        st.session_state["taken"] = st.session_state["typed"]

    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.text_input("Typed", key="typed", on_change=take)


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_asked_for_during_an_edit_waits_for_its_end(whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScriptRunner, "_maybe_handle_execution_control_request", whole_edits._look)
    if whole:
        whole_edits.take_whole()
    app = AppTest.from_function(a_page)
    app.run()
    app.text_input[0].set_value("12.50")
    app.run()
    # Where Streamlit takes edits whole by itself, this fails, and the module can go.
    assert ("taken" in app.session_state) is whole
