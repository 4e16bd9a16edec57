"""In which order a page tells the browser what it needs."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from tests.pages.conftest import OpenApp


def test_the_browser_knows_which_page_is_open_before_it_can_answer(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked first for the draft that it kept, a quick browser would ask for the first page with it."""
    told: list[str] = []
    enqueue = ScriptRunContext.enqueue

    def note(self: ScriptRunContext, message: ForwardMsg) -> None:
        what = message.WhichOneof("type")
        is_component = what == "delta" and message.delta.new_element.WhichOneof("type") == "bidi_component"
        told.append("component" if is_component else str(what))
        enqueue(self, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", note)
    open_app("en")
    assert told.index("navigation") < told.index("component")
