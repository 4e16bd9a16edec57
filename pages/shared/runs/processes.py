"""The workers of the server, beside which everything else goes on; none where pages are run without one."""

import os

from streamlit.runtime.scriptrunner import get_script_run_ctx

from planner.simulation.workers import ForOne, Meanwhile, Pace, Workers

_workers: Workers | None = None


def start() -> None:
    """As many as there are cores; for the server's own entry alone."""
    global _workers  # noqa: PLW0603 (of the process, as they are)
    try:
        _workers = Workers(cores())
    except OSError:  # no process can be had, and everything is computed here
        _workers = None


def end() -> None:
    """Ends them with the server; whoever asks afterwards has none."""
    global _workers
    workers, _workers = _workers, None
    if workers is not None:
        workers.close()


def for_page(meanwhile: Meanwhile, pace: Pace = "much") -> ForOne | None:
    """As `Workers.for_one`; None where there are none, or none yet, and everything is computed here."""
    return _workers.for_one(meanwhile, pace, _who()) if _workers is not None and _workers.begun else None


def _who() -> str | None:
    """Whose page asks."""
    run = get_script_run_ctx()
    return run.session_id if run else None


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
