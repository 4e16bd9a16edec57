"""What in the plan deserves a second look: counted in a line with the list folded, and each beside its field."""

from html import escape

import streamlit as st

from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.session import menu, once, state
from planner.analysis.case import Case
from planner.analysis.cautions.caution import TITLES, Caution, runs
from planner.analysis.cautions.every import cautions
from planner.analysis.company.citation import rests_on
from planner.inputs.path import Path
from planner.speech import Speech

LIST = "cautions"  # the address at which My plan opens with the list unfolded
KNOWN = "cautions_of"


def found_in(case: Case) -> tuple[Caution, ...]:
    """Every caution of the plan, looked for once for each case."""
    return once.made(KNOWN, (case,), lambda: cautions(case))


def show_cautions(case: Case) -> None:
    """How many there are, and folded: each with its months, figures and source, and what was not found."""
    speech, found = state.speech(), found_in(case)
    _ = speech.text
    with st.expander(as_label(counted(found, speech)), key=LIST, expanded=menu.address() == LIST):
        st.caption(plain(_("If everything goes as you entered it")))
        for caution in found:
            st.markdown(in_words(caution, speech))
        known = {caution.key for caution in found}
        if not case.projection.network.joined[:, 1:, 0].any():  # such a plan is the one without recruits already
            known.add("loses_without_recruits")
        absent = [_(title) for key, title in TITLES.items() if key not in known]
        st.markdown(f"**{plain(_('What was looked for and not found'))}**")
        text = _("Some of it needs a figure: a shelf life, a VAT threshold, an outcome that the company publishes.")
        st.markdown(with_list(text, absent))


def show_beside(path: Path, said: set[str]) -> None:
    """Under a field of the plan what deserves a second look there, folded; nothing where a figure is missing.

    said: the keys of those that stand beside an earlier field already, to which these are added.
    """
    if state.rate_fault() is not None:
        return
    speech = state.speech()
    for caution in found_in(state.case()):
        if path in caution.paths and caution.key not in said:
            said.add(caution.key)
            sentences = (speech.say(caution.message), change_in_words(caution, speech))
            body = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
            summary = f"{speech.text(caution.title)} · {when(caution.months, speech)}"
            st.html(f'<details class="basis caution"><summary>{escape(summary)}</summary>{body}</details>')


def counted(found: tuple[Caution, ...], speech: Speech) -> str:
    """How many things deserve a second look."""
    _, ngettext = speech.text, speech.plural
    if not found:
        return _("Nothing that is looked for here is found in this plan.")
    return ngettext(
        "{count} thing in this plan deserves a second look.",
        "{count} things in this plan deserve a second look.",
        len(found),
    )


def in_words(caution: Caution, speech: Speech) -> str:
    """One caution as Markdown: what, when, the figure, what was published, what would change it, and the source."""
    _ = speech.text
    lines = [
        f"**{plain(_(caution.title))}** · {plain(when(caution.months, speech))}",
        plain(speech.say(caution.message)),
        published(caution, speech),
        plain(change_in_words(caution, speech)),
    ]
    if caution.source:
        lines.append(f"[{plain(_('Source'))}](<{caution.source}>)")
    return "  \n".join(filter(None, lines))


def change_in_words(caution: Caution, speech: Speech) -> str:
    """What would change it."""
    _ = speech.text
    return _("What would change it: {change}").format(change=speech.say(caution.what_would_change_it))


def when(months: tuple[int, ...], speech: Speech) -> str:
    """The months of a caution: a month with its calendar month, a run of them by its first and last."""
    _ = speech.text
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


def published(caution: Caution, speech: Speech) -> str:
    """What the company's own outcome says, of whom and how well it is known; empty where none is named."""
    outcome = caution.published
    if outcome is None:
        return ""
    said = (speech.told(outcome.text), " · ".join(rests_on(outcome, speech)))
    return "  \n".join(map(plain, said))
