"""What each figure of a preset rests on, and the optimism gap: what in the plan is rosier than the top tenth."""

from html import escape

import streamlit as st

from pages.parts.versions.others import Candidate
from pages.shared.answer.page import plain
from pages.shared.draw.fact_list import source_as_html
from pages.shared.draw.tables import Row, Table
from pages.shared.fields import places
from pages.shared.session import state
from pages.shared.words import inputs
from planner.analysis.company.citation import year_in_words
from planner.inputs.changes.scenario import apply_scenario
from planner.inputs.evidence.presets import TOP_TENTH, Answer, Beyond, Preset, PresetFigure, load_presets
from planner.inputs.path import Path, at
from planner.inputs.plan.plan import DEFAULT_SCALE, Plan
from planner.language import mark
from planner.speech import Speech

KINDS = {"published": mark("published"), "judgement": mark("a judgement")}
COSTS: dict[Answer, str] = {
    "yes": mark("Costs had been taken off."),
    "no": mark("Costs had not been taken off."),
    "unknown": mark("Whether costs had been taken off is not said."),
}
ZERO_EARNERS: dict[Answer, str] = {
    "yes": mark("Those who got nothing are counted in."),
    "no": mark("Those who got nothing are left out."),
    "unknown": mark("Whether those who got nothing are counted in is not said."),
}


def show_evidence(candidate: Candidate) -> None:
    """Every figure of a preset, opening to what it rests on; also those that the plan states alike."""
    speech, preset = state.speech(), candidate.preset
    plan, _faults = apply_scenario(state.plan_file().plan, candidate.scenario)
    if preset is None or plan is None:
        return
    _ = speech.text
    with st.expander(plain(_("What the figures rest on: {preset}").format(preset=candidate.scenario.name))):
        st.markdown(plain(speech.told(preset.about)))
        st.html("".join(figure_as_html(path, figure, plan, speech) for path, figure in preset.figures.items()))
        if scaled := of_the_scale(speech):
            st.caption(plain(scaled))


def figure_as_html(path: Path, figure: PresetFigure, plan: Plan, speech: Speech) -> str:
    """A figure that opens to its evidence; plan: with the preset laid on it."""
    _ = speech.text
    summary = _("{input}: {value} ({kind})").format(
        input=places.title_of(path),
        value=inputs.in_words(path, at(plan, path)),
        kind=_(KINDS[figure.kind]),
    )
    lines = [escape(speech.told(figure.reason)), *evidence(figure, speech)]
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<details class="basis"><summary>{escape(summary)}</summary>{body}</details>'


def evidence(figure: PresetFigure, speech: Speech) -> list[str]:
    """What was measured, as lines of HTML: source and year, who, costs and zero earners; that there is no source."""
    _ = speech.text
    if figure.source is None:
        return [escape(_("No source: a judgement alone."))]
    source = source_as_html(load_presets().sources[figure.source])
    leans = _("Published by: {source}, {year}") if figure.kind == "published" else _("Leans on: {source}, {year}")
    lines = [escape(leans).format(source=source, year=escape(year_in_words(figure.year, figure.read, speech)))]
    if figure.who is not None:
        lines.append(escape(_("Who was measured: {who}").format(who=speech.told(figure.who))))
    answers = (
        *((COSTS[figure.costs_included],) if figure.costs_included else ()),
        *((ZERO_EARNERS[figure.zero_earners_included],) if figure.zero_earners_included else ()),
    )
    if answers:
        lines.append(escape(" ".join(map(_, answers))))
    return lines


def source_in_words(preset: Preset, path: Path, speech: Speech) -> str:
    """Source, year and kind of a figure in one line, for a table."""
    _ = speech.text
    figure = preset.figures[path]
    if figure.source is None:
        return _("no source, a judgement")
    source = load_presets().sources[figure.source].title
    words = _("{source}, {year}; {kind}")
    return words.format(source=source, year=year_in_words(figure.year, figure.read, speech), kind=_(KINDS[figure.kind]))


def of_the_scale(speech: Speech) -> str:
    """How amounts stated in dollars became amounts of the plan's currency; empty where the numbers are the same."""
    _ = speech.text
    scale = DEFAULT_SCALE.get(speech.currency, 1)
    if scale == 1 and speech.currency == "USD":
        return ""
    words = _(
        "The presets are in dollars. In {currency} an amount has {scale} times the number: a round factor, no rate."
    )
    return words.format(currency=speech.currency, scale=speech.number(scale))


def beyond_in_a_sentence(found: tuple[Beyond, ...], speech: Speech) -> str:
    """How many inputs lie beyond, and which; or that none does."""
    _, ngettext = speech.text, speech.plural
    if not found:
        return _("No input of yours lies beyond those of about the top tenth of sellers.")
    count = ngettext(
        "{count} of your inputs lies beyond that of about the top tenth of sellers",
        "{count} of your inputs lie beyond those of about the top tenth of sellers",
        len(found),
    )
    named = "; ".join(places.title_of(each.path) for each in found)
    return _("{count}: {inputs}.").format(count=count, inputs=named)


def gap_table(found: tuple[Beyond, ...], speech: Speech) -> Table:
    """Each of them beside the top tenth's, with what that rests on; months averaged where they differ."""
    _ = speech.text
    preset = load_presets().presets[TOP_TENTH]
    rows = (
        Row(
            places.title_of(each.path),
            (_value(each, each.stated), _value(each, each.top_tenth), source_in_words(preset, each.path, speech)),
        )
        for each in found
    )
    columns = (_("Input"), _("Yours"), _("About the top tenth"), _("What that rests on"))
    caption = _("Beyond the top tenth, in an average month")
    return Table(caption, columns, tuple(rows), words=True, whole=True, stacked=True)


def _value(each: Beyond, amount: float) -> str:
    unit = places.unit_of(each.path)
    return places.in_unit(round(amount, 4 if unit == "share" else 2), unit)
