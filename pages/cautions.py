"""What should I look at twice? Every caution of the plan with its months, its figures and what would change it."""

import streamlit as st

from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain, with_list
from pages.shared.answer.strip import show_strip
from pages.shared.session import state
from planner.analysis.cautions.caution import TITLES, Caution, runs
from planner.analysis.cautions.every import cautions
from planner.analysis.company.citation import rests_on

case, speech = state.case(), state.speech()
_, ngettext = speech.text, speech.plural


def when(months: tuple[int, ...]) -> str:
    """The months of a caution: a month with its calendar month, a run of them by its first and last."""
    if not months:
        return _("The whole plan")
    spans = (
        speech.month(first)
        if first == last
        else _("months {first} to {last}").format(first=speech.number(first), last=speech.number(last))
        for first, last in runs(months)
    )
    listed = ", ".join(spans)
    return listed[:1].upper() + listed[1:]


def published(caution: Caution) -> str:
    """What the company's own outcome says, of whom and how well it is known; empty where none is named."""
    outcome = caution.published
    if outcome is None:
        return ""
    said = (speech.told(outcome.text), " · ".join(rests_on(outcome, speech)))
    return "  \n".join(map(plain, said))


def show(caution: Caution) -> None:
    """One caution: what, when, the figure, what would change it, and the source."""
    st.header(plain(_(caution.title)), anchor=False)
    change = _("What would change it: {change}").format(change=speech.say(caution.what_would_change_it))
    lines = [
        f"**{plain(when(caution.months))}**",
        plain(speech.say(caution.message)),
        published(caution),
        plain(change),
    ]
    if caution.source:
        lines.append(f"[{plain(_('Source'))}](<{caution.source}>)")
    st.markdown("  \n".join(filter(None, lines)))


found = cautions(case)
count = ngettext(
    "{count} thing in this plan deserves a second look.",
    "{count} things in this plan deserve a second look.",
    len(found),
)
nothing = _("Nothing that is looked for here is found in this plan.")
head(_("What should I look at twice?"), count if found else nothing)
show_strip(case)
for caution in found:
    show(caution)
absent = [_(title) for key, title in TITLES.items() if key not in {caution.key for caution in found}]
with st.expander(_("What was looked for and not found")):
    text = _("Some of it needs a figure: a shelf life, a VAT threshold, an outcome that the company publishes.")
    st.markdown(with_list(text, absent))
next_page()
