"""The text of a plan's file read as strict JSON: what it holds, or the one fault of it."""

import json
import re
from typing import Any, NoReturn

from planner.errors import Fault
from planner.inputs.faults import nested_too_deep, shown, too_deep, too_many_digits
from planner.inputs.file_text import fault_at
from planner.language import mark

# What is left of a text that ends where a value begins, or within a number, a word or an escaped character.
ENDS_INSIDE = re.compile(r"\s*|[-.]|[eE][-+]?|nul?|n|tr?u?|fa?l?s?|u?[0-9a-fA-F]{0,4}")


class _RefusedError(ValueError):
    """JSON that Python would read, but no plan was ever saved so."""

    def __init__(self, message: str, found: str) -> None:
        super().__init__(found)
        self.message = message
        self.found = found


def read_json(text: str, name: str) -> object:
    """What the JSON text holds, or the one fault of it."""
    try:
        content: object = json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_number)
        json.dumps(content, ensure_ascii=False).encode()  # fails on half a character, which JSON can write
    except _RefusedError as error:
        return Fault("", error.message, error.found, name)
    except json.JSONDecodeError as error:
        return _fault_of_syntax(text, error, name)
    except RecursionError:
        return too_deep(name)
    except UnicodeEncodeError:
        return Fault("", mark("A text in this file holds half a character. Write that text anew."), "", name)
    except ValueError:  # a whole number of more digits than Python reads
        return too_many_digits(name)
    return too_deep(name) if nested_too_deep(content) else content


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group: dict[str, Any] = {}
    for key, value in pairs:
        if key in group:
            raise _RefusedError(
                mark("This name is stated twice in one group, so one value would be lost. Keep one of them."),
                shown(key),
            )
        group[key] = value
    return group


def _no_number(literal: str) -> NoReturn:
    raise _RefusedError(
        mark("This is not a finite number, and nothing can be computed from it. State an ordinary number."), literal
    )


def _fault_of_syntax(text: str, error: json.JSONDecodeError, name: str) -> Fault:
    if ENDS_INSIDE.fullmatch(text, error.pos) or error.msg.startswith("Unterminated string"):
        message = mark("The file ends before the plan in it does. Fetch it anew, or save the plan once more.")
        return Fault("", message, "", name)
    message = mark("Line {line}, column {column} is not JSON. Correct the file there, or choose another file.")
    return fault_at(text, error.lineno, error.colno, message, name)
