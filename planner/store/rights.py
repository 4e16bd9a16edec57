"""Secret links: what stands in one, what it lets do, and how one is found without being kept."""

import re
import secrets
from hashlib import sha256
from typing import Literal

from planner.language import mark

Right = Literal["look", "comment", "change"]
RIGHTS: dict[Right, str] = {
    "look": mark("look"),
    "comment": mark("look and write notes"),
    "change": mark("look, write notes and change"),
}
BYTES = 32  # of chance: 256 bits, where 128 cannot be guessed
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")  # as these bytes are written
LONGEST = 1_000  # characters of what is pasted, beyond which no link is looked for


def new_token() -> str:
    """What stands in a new link."""
    return secrets.token_urlsafe(BYTES)


def cleaned(text: str) -> str:
    """What stands in a link as it was pasted: without line breaks and what a messenger put after it. "" for none."""
    found = TOKEN.match("".join(text[:LONGEST].split()))
    return found[0] if found else ""


def hash_of(token: str) -> str:
    """Under which a link is kept. What is drawn from 256 bits needs no salt and no slow hash."""
    return sha256(token.encode()).hexdigest()
