"""Data and bytes as nobody would write them: a few mutations, one upon the other, of what is good."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

Place = tuple[Any, ...]
Dump = Callable[[Any], bytes]

NUMBERS = [0, 1, -1, -0.0, 5e-324, 1e-307, 1e-16, 1e-15, 1e-7, 1e-6, 0.05, 0.5, 0.999999, 1, 2, 3, 5, 12, 13, 120, 1e6]
NUMBERS += [1e9, 1e12, 1e15, 1e308, -1e308, 2**31, 2**63, 2**64, 10**30, 10**400, 0.1 + 0.2, 1 - 1e-16, 100.5]
WORDS = ["", " ", "x", "x" * 81, "y" * 3000, "=1+1", "'=1", '"a";=2', "a\nb", "a\r\nb\tc", "\0", "\u202eabc", "\u200b"]
WORDS += [
    "e\u0301\u0301",
    "\N{GRINNING FACE}",
    "\ufeff",
    "İıſ",
    "{name}",
    "%s",
    "../x",
    "nan",
    "1e5",
    "0x10",
    "2027-13",
]
WORDS += ["always", "flat", "SEK", "USD", "JPY", "stops", "from_start", "past_threshold", "2027-12", "2199-12", "share"]
WORDS += ["sweden-sole-trader-2026", "united-states-self-employment-2025", "amway-eu", "undated", "yours", "published"]
OTHERS: list[Any] = [None, True, False, [], {}, [[]], [None], [0, 1, 2], [1] * 12, [0.5] * 300, {"": 0}, {"x": {}}]
OTHERS += [{"first": 0, "last": 3, "months": 6}, {"first": 1e308, "last": 5e-324, "months": 120}]
SNIPPETS = [
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\\ud800",
    b'"',
    b"{",
    b"}",
    b"[" * 300,
    b"]",
    b",",
    b"\n",
    b"=",
    b"#",
    b"-",
]
SNIPPETS += [
    b"NaN",
    b"Infinity",
    b"inf",
    b"nan",
    b"1e999",
    b"-0.0",
    b"5e-324",
    b"9" * 5000,
    b"0x" + b"f" * 5000,
    b"1_0",
]
SNIPPETS += [b"0o7", b"1979-05-27", b"07:32:00", b"null", b"true", b"{}", b"[]", b"a.b.c = 1\n", "\u2028ö".encode()]


MOST_PLACES = 200_000  # that a list comes to: of lists in lists 400 times over, gigabytes were made and never read


def places(data: Any, path: Place = ()) -> Iterator[Place]:
    """Where anything stands, groups and lists themselves too."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from places(value, (*path, key))


def mutant(content: Any, dump: Dump, under: Place, dice: random.Random) -> bytes:
    """Good data after up to four mutations: three times of four of what it holds under a place, else of its bytes."""
    changed = deepcopy(content)
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        with suppress(RecursionError):  # groups copied into themselves nest deeper than can be walked
            change_somewhere(changed, under, dice)
    try:
        data = dump(changed if dice.random() < 0.8 else content)
    except (TypeError, ValueError, RecursionError):  # what this form of file cannot write
        data = dump(content)
    for _ in range(dice.choice((1, 1, 2, 5)) if dice.random() < 0.25 else 0):
        data = changed_bytes(data, dice)
    return data


def change_somewhere(content: Any, under: Place, dice: random.Random) -> None:
    """One mutation of data, in place: a value becomes another, goes, comes twice, moves, or a key comes."""
    known = [path for path in places(content) if len(path) > len(under) and path[: len(under)] == under]
    if not known:
        return
    *front, last = dice.choice(known)
    parent = at(content, front)
    value = parent[last]
    match dice.randrange(10):
        case 0:
            del parent[last]
        case 1 if isinstance(value, list) and value:
            times = dice.choice((2, 3, 20, 400))
            times = times if times * sum(1 for _ in places(value)) <= MOST_PLACES else 2
            parent[last] = [deepcopy(each) for _ in range(times) for each in value]  # one changes later, and not all
        case 2:
            parent[last] = deepcopy(at(content, dice.choice(known)))
        case 3 if isinstance(parent, dict):
            key = dice.choice([*WORDS, *(str(path[-1]) for path in known[:50])])
            parent[key] = dice.choice((deepcopy(value), 1, "x"))
        case 4:
            for _ in range(dice.choice((1, 1, 18, 40))):  # far deeper is what a snippet begins
                value = [value] if dice.random() < 0.5 else {"x": value}
            parent[last] = value
        case 5 | 6 if isinstance(value, int | float) and abs(value) < 1e300:
            parent[last] = dice.choice(
                (-value, value + 1, value / 3, value * 1000, value * 1e-12, int(value), str(value))
            )
        case 7:
            parent[last] = dice.choice(OTHERS + WORDS)
        case _:
            same = WORDS if isinstance(value, str) else NUMBERS if isinstance(value, int | float) else OTHERS
            parent[last] = deepcopy(dice.choice(same))


def at(content: Any, path: Any) -> Any:
    """What stands at a place."""
    for part in path:
        content = content[part]
    return content


def changed_bytes(data: bytes, dice: random.Random) -> bytes:
    """One mutation of bytes: some go, come, come twice, or are cut off; a line comes twice, as a key would."""
    start = dice.randrange(len(data) + 1)
    end = min(start + dice.choice((0, 1, 1, 3, 20, 400)), len(data))
    match dice.randrange(7):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:end] * dice.choice((1, 2, 50)) + data[end:]
        case 3:
            lines = data.split(b"\n")
            index = dice.randrange(len(lines))
            return b"\n".join([*lines[: index + 1], *lines[index:]])
        case 4:
            return data[:start] + bytes(dice.randrange(256) for _ in range(end - start)) + data[end:]
        case _:
            return data[:start] + dice.choice(SNIPPETS) + data[end:]


def as_json(content: Any) -> bytes:
    """As a saved plan is written, half characters and all."""
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
