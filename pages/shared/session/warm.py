"""What the first visitor would otherwise wait for: the companies, and what draws charts."""

import gc
from functools import cache

from pages.shared.draw import charts
from pages.shared.session import whole_edits
from pages.shared.session.known_companies import first_of
from planner.analysis.case import Case
from planner.inputs.plan.plan import Plan
from planner.language import LANGUAGES
from planner.speech import Speech


@cache
def warm_up() -> None:
    """Once a process: what lives for ever is hidden from the garbage collector, which looks after every run."""
    whole_edits.take_whole()
    case = Case.of(Plan(), first_of(Plan().currency))
    for language in LANGUAGES:
        charts.running_total_chart(case, Speech.of(language, case.plan))
    gc.collect()
    gc.freeze()
