"""Facts and terms as description lists: readable on a phone, the weak and the unknown marked by word and by line."""

from html import escape

import streamlit as st

from pages.shared.session import state
from pages.shared.words.cited_facts import CitedFact, FactGroup
from planner.analysis.company.citation import title_in
from planner.glossary import GLOSSARY
from planner.inputs.cited.source import Source
from planner.speech import Speech

# Colours are those of the text itself, so that light and dark both hold.


def show_facts(group: FactGroup) -> None:
    """The facts of a group, each beside its source."""
    st.html(f'<dl class="facts">{"".join(map(fact_as_html, group.facts))}</dl>')


def show_glossary(speech: Speech) -> None:
    """Every term, once explained, in the order of the page's language, with its name in files."""
    _ = speech.text
    in_files = _("In files: {name}")
    terms = sorted((_(term.name), _(term.explanation), term.name_in_files) for term in GLOSSARY)
    rows = (
        f'<div class="term"><dt>{escape(name)}</dt><dd>{escape(explanation)}</dd>'
        + (f'<dd class="rests-on">{escape(in_files.format(name=in_file))}</dd>' if in_file else "")
        + "</div>"
        for name, explanation, in_file in terms
    )
    st.html(f'<dl class="facts">{"".join(rows)}</dl>')


def fact_as_html(fact: CitedFact) -> str:
    """A fact as one group of a description list; everything from a file is escaped."""
    rows = [f'<dd class="value">{escape(value)}</dd>' for value in fact.values]
    if fact.rests_on:
        rows.append(f'<dd class="rests-on">{escape(" · ".join(fact.rests_on))}</dd>')
    rows += [f"<dd>{escape(remark)}</dd>" for remark in fact.remarks]
    if fact.source is not None:
        rows.append(f"<dd>{escape(fact.source_label)}: {source_as_html(fact.source)}</dd>")
    return f'<div class="{fact.standing}"><dt>{escape(fact.title)}</dt>{"".join(rows)}</div>'


def source_as_html(source: Source) -> str:
    """A source's title, as a link where it has an address; the address is asked for only when a reader follows it."""
    title = escape(title_in(source, state.speech()))
    if source.address is None:
        return title
    return f'<a href="{escape(source.address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
