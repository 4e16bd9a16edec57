"""Links as they are pasted: several below each other, broken by a messenger, with more put after them."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

PLAN, SAVED = "plan", "saved"  # the names under which an address holds a plan, or what opens a saved one
BEGINS = re.compile(r"https?://|\d{1,4}\.[A-Za-z0-9_-]{2}")
HOLDS = re.compile(rf"[?&]({PLAN}|{SAVED})=([^&#]*)")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One link. kind: what it holds; "" for one that holds neither. value: what stands in it, as read_link takes it."""

    kind: Literal["plan", "saved", ""]
    value: str


def links_in(text: str) -> tuple[Pasted, ...]:
    """Every link of a text, in its order. A line that begins like none belongs to the link before it."""
    links: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if links and not BEGINS.match(line):
            links[-1] += line
        else:
            links.append(line)
    return tuple(map(_read, links))


def _read(link: str) -> Pasted:
    found = HOLDS.search(link)
    if found is not None:
        return Pasted("plan" if found[1] == PLAN else "saved", unquote(found[2]))
    return Pasted("plan", link) if BEGINS.match(link) and "://" not in link else Pasted("", link)
