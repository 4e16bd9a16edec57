"""The inputs in words: the answer, a line for each that somebody stated, and the assumptions of the program."""

from html import escape

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import places, said
from pages.shared.fields.groups import GROUPS
from pages.shared.session import state
from pages.shared.words.inputs import in_words
from planner.analysis.answer.figure import figure_words
from planner.analysis.together.in_words import effect_in_words
from planner.analysis.together.who_said import NOBODY, Effect, Row, WhoSaid
from planner.inputs.changes.one_figure import LISTS, stated_figure
from planner.inputs.path import Path, at, written
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.together.ledger import OWNERS

Rows = list[tuple[Row, Effect | None]]
FEW = 6  # of which nobody is named, shown at once


def answer(found: WhoSaid) -> str:
    """The statement on which most hangs, with its figure; or that nothing is otherwise than at a typical start."""
    _, speech = state.speech().text, state.speech(found.case.plan)
    widest = next((effect for effect in found.effects if effect.typical is not None), None)
    if widest is None:
        return _("Everything is as at a typical start, so all figures are assumptions of the program.")
    owner = state.plan_file().ledger.get(widest.path, NOBODY).owner
    text = _("Most hangs on “{input}”, {figure}, and nobody is named for it. {effect}")
    if owner is not None:
        text = _("Most hangs on “{input}”, {figure}, said by {who}. {effect}")
    return text.format(
        input=places.title_of(widest.path),
        figure=stated_in_words(widest.path, found.case.plan),
        who="" if owner is None else _(OWNERS[owner]),
        effect=effect_in_words(widest, typical_in_words(widest.path), speech),
    )


def stated_in_words(path: Path, plan: Plan) -> str:
    """What a plan states in an input; of a list of costs what they come to."""
    figure = stated_figure(plan, path) if path in LISTS else None
    return in_words(path, at(plan, path)) if figure is None else figure_words(figure, "money", state.speech(plan))


def typical_in_words(path: Path) -> str:
    """What a typical start has in an input."""
    return stated_in_words(path, default_plan(state.plan_file().plan.currency))


def in_order(rows: tuple[Row, ...], found: WhoSaid | None) -> Rows:
    """The rows that somebody stated or owns, the widest effect first; as in the plan while that is not known."""
    effects = {} if found is None else {effect.path: (at, effect) for at, effect in enumerate(found.effects)}
    known = [(row, effects.get(row.path)) for row in rows if not row.assumed]
    last = len(effects)
    ordered = sorted(known, key=lambda each: last if each[1] is None else each[1][0])
    return [(row, None if effect is None else effect[1]) for row, effect in ordered]


def split(listed: Rows) -> tuple[Rows, Rows]:
    """Those that are shown at once, and the others: the first ones, and all of which somebody said something."""
    ledger, room = state.plan_file().ledger, FEW
    first: Rows = []
    others: Rows = []
    for row, effect in listed:
        room -= row.path not in ledger
        (first if row.path in ledger or room >= 0 else others).append((row, effect))
    return first, others


def show_stated(row: Row, effect: Effect | None) -> None:
    """One of them: what it is, who said so, what hangs on it; and the word that opens to set it."""
    speech, plan = state.speech(), state.plan_file().plan
    _ = speech.text
    figure = stated_in_words(row.path, plan)
    lines = [
        f"**{plain(places.title_of(row.path))}: {plain(figure)}**",
        plain(said.in_a_line(row.path) or _("nobody named")),
    ]
    if effect is not None:
        lines.append(plain(effect_in_words(effect, typical_in_words(row.path), speech)))
    elif row.typical:
        lines.append(plain(_("A typical figure.")))
    with st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"said-{written(row.path)}"):
        st.markdown("  \n".join(lines), width="stretch")
        said.beside(row.path, key="who-listed")


def assumptions_as_html(rows: list[Row]) -> str:
    """What nobody owns, as a description list: the figure and why it is the program's; everything escaped."""
    body = ""
    for row in rows:
        basis, _ = places.basis_at(row.path), state.speech().text
        kind = _("published") if basis.kind == "published" else _("judgement")
        figure = in_words(row.path, at(state.plan_file().plan, row.path))
        reason = f"<dd>{escape(basis.reason)}</dd>" if basis.reason else ""
        title = escape(places.title_of(row.path))
        body += f'<div class="term"><dt>{title}: {escape(figure)} ({kind})</dt>{reason}</div>'
    return f'<dl class="facts">{body}</dl>'


def group_of(path: Path) -> str:
    """The part of My plan in which an input is changed."""
    for name, group in GROUPS.items():
        if path in (*group.shown, *(inner for fold in group.folds for inner in fold.paths)):
            return name
    return ""


def by_group(rows: tuple[Row, ...]) -> dict[str, list[Row]]:
    """The assumptions of the program, by the part of My plan that they stand in."""
    found: dict[str, list[Row]] = {name: [] for name in (*GROUPS, "")}
    for row in rows:
        if row.assumed:
            found[group_of(row.path)].append(row)
    return {name: assumed for name, assumed in found.items() if assumed}
