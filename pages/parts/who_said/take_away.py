"""Who said what as a table to take away."""

from pages.shared.session import state
from pages.shared.session.downloads import choose_style, hand_over
from planner.analysis.together.who_said import WhoSaid
from planner.export.about import OVER_RUNS, About, described
from planner.export.csv import to_csv
from planner.export.ledger import ledger_frame


def show(found: WhoSaid) -> None:
    """A button for every input with its owner, and what hangs on it."""
    speech, ledger, case = state.speech(), state.plan_file().ledger, found.case
    _ = speech.text
    style = choose_style(speech)

    def table() -> bytes:
        about = About(case.plan, (case.company,), OVER_RUNS, found.paths)
        return to_csv(described(ledger_frame(found, ledger), about, speech), style)

    hand_over(_("Who said what, as a table (CSV)"), table, "joinwise-who-said-what.csv", "download_ledger")
