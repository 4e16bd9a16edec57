"""An edit is taken whole, whatever is clicked meanwhile.

Streamlit looks for the next thing asked for whenever the session is read, within a callback too, and would leave the
callback midway; since it calls none twice for the same edit, that edit would be lost.
"""

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState

_look = ScriptRunner._maybe_handle_execution_control_request  # noqa: SLF001 (there is no public way)


def _look_unless_in_callback(runner: ScriptRunner) -> None:
    if ThreadState.get().run_location is not RunLocation.CALLBACK:
        _look(runner)


def take_whole() -> None:
    """From now on, in every session of this process, what is asked for during a callback waits until its end."""
    ScriptRunner._maybe_handle_execution_control_request = _look_unless_in_callback  # type: ignore[assignment, method-assign]  # noqa: SLF001
