"""Periods of a company's record in words."""

from planner.language import date_in_words
from planner.speech import Speech


def period_in_words(written: str, speech: Speech) -> str:
    """A period as a company's file has it, "2017" or "2017-06/2017-09"."""
    _ = speech.text
    first, _slash, last = written.partition("/")
    if not last:
        return date_in_words(first, speech.language)
    words = _("{first} to {last}")
    return words.format(first=date_in_words(first, speech.language), last=date_in_words(last, speech.language))
