"""Whether a sentence of a file states an amount that stands beside it as a figure, so that it is told once."""

import re
from math import isclose

from planner.language import Language, NotANumber, parse_number

# A number as a sentence has it, and the word that may follow it.
NUMBER = re.compile("(\\d(?:[\\d., \N{NO-BREAK SPACE}]*\\d)?)(?:[ \N{NO-BREAK SPACE}]+([a-zé]+))?")
TIMES = {"million": 1e6, "billion": 1e9, "miljon": 1e6, "miljoner": 1e6, "miljard": 1e9, "miljarder": 1e9}


def states(text: str, amount: float, language: Language) -> bool:
    """Whether one of the numbers in the text is the amount."""
    return any(isclose(found, amount) for found in _numbers(text, language))


def _numbers(text: str, language: Language) -> list[float]:
    found = []
    for number, word in NUMBER.findall(text):
        try:
            found.append(parse_number(number, language) * TIMES.get(word, 1))
        except NotANumber:  # a date, a figure of another language, or two numbers with a comma between
            continue
    return found
