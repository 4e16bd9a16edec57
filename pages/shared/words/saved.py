"""Saved versions in words: which one, by whom and when; what was changed; what is not saved yet."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shared.fields import places
from pages.shared.session import state
from pages.shared.words.inputs import title_in_words
from planner.inputs.changes.difference import Difference
from planner.inputs.changes.file_parts import PARTS
from planner.inputs.path import parse
from planner.inputs.plan.plan import INPUTS
from planner.language import date_in_words
from planner.speech import Speech
from planner.store.saved_plans import Version


def saved_in_words(version: Version, speech: Speech) -> str:
    """Version 3, saved by Anna on 29 November 2026, 09:12."""
    _ = speech.text
    text = (
        _("Version {number}, saved by {name} on {when}.") if version.saved_by else _("Version {number}, saved {when}.")
    )
    return text.format(number=version.number, name=version.saved_by, when=moment_in_words(version.saved_at, speech))


def moment_in_words(seconds: int, speech: Speech) -> str:
    """A day and a time of day, as the person's own clock has them. seconds: since 1970 (UTC)."""
    moment = datetime.fromtimestamp(seconds, _time_zone())
    return f"{date_in_words(moment.date().isoformat(), speech.language)}, {moment:%H:%M}"


def day_in_words(seconds: int, speech: Speech) -> str:
    """The day of it."""
    return date_in_words(datetime.fromtimestamp(seconds, _time_zone()).date().isoformat(), speech.language)


def _time_zone() -> tzinfo:
    """That of the browser; UTC where it says none that is known."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ValueError, OSError, KeyError):
        return UTC


def parts_in_words(parts: Iterable[str]) -> str:
    """What was changed, in a line: inputs by their titles, other parts of the file by their names."""
    return "; ".join(dict.fromkeys(filter(None, map(_part, parts))))


def _part(part: str) -> str:
    speech = state.speech()
    if part in PARTS:
        return speech.text(PARTS[part])
    path = parse(part)
    declared = next((path[:depth] for depth in (2, 1) if path[:depth] in INPUTS), None)
    if declared is None:  # an input of before, or of a newer version
        return part
    if declared == path:
        return places.title_of(path)
    return title_in_words(Difference(path, INPUTS[declared].title, "", None, None))
