"""A link that is a plan: what differs from the defaults of the link's version, compressed, as text for an address.

9.eNpTYGBg… is the version of the plan's file, a point, and zlib's bytes in the alphabet of addresses. What the defaults
were is kept for ever (sample_data/links), so that an old link gives the inputs that it had whatever they are by then;
a file of that version is made of both, and read as every other file is.
"""

import base64
import binascii
import json
import re
import zlib
from functools import cache
from typing import Any

from planner.errors import Fault
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.faults import nested_too_deep, too_deep
from planner.inputs.file_text import LARGEST_FILE
from planner.inputs.plan_file import VERSION, PlanFile, plan_file_record, read_plan_file
from planner.language import mark

DEFAULTS = SAMPLE_DATA / "links"
USUAL_LENGTH = 1_500  # characters that messengers and QR codes carry; beyond it, a file or a saved link serves better
LONGEST = 16_000  # that is written or read at all, well below what servers take of an address
LINK = re.compile(r"(\d{1,4})\.([A-Za-z0-9_-]+)")

NO_LINK = mark("This is no link of a plan. Copy the whole link once more, or ask for the plan as a file.")
DAMAGED = mark(
    "A part of this link is missing or was changed. Copy the whole link once more, or ask for the plan as a file."
)
NEWER = mark(
    "This link is of version {found}, and this program reads links up to version {version}. Open it with the program "
    "that made it, or with a newer one."
)
TOO_LARGE = mark("This link holds more than a plan can. Ask for the plan as a file.")


def link_text(plan_file: PlanFile) -> str:
    """The plan and all that is kept with it, for an address; read_link gives an equal one."""
    differs = differing(defaults(VERSION), plan_file_record(plan_file))
    written = json.dumps(differs, ensure_ascii=False, separators=(",", ":")).encode()
    pressed = zlib.compressobj(9, zdict=words(VERSION))
    data = pressed.compress(written) + pressed.flush()
    return f"{VERSION}.{base64.urlsafe_b64encode(data).rstrip(b'=').decode()}"


def read_link(text: str, name: str = "") -> tuple[PlanFile | None, tuple[Fault, ...]]:
    """The plan of a link, or None and what is wrong with it; name: as faults call it. Never raises.

    Line breaks and spaces within it, and whatever a messenger put after it, are no part of it.
    """
    found = LINK.match("".join(text[: 2 * LONGEST].split()))
    if not found:
        return None, (Fault("", NO_LINK, "", name),)
    version, data = int(found[1]), found[2]
    if not (DEFAULTS / f"{version}.json").exists():
        fault = NEWER if version > VERSION else NO_LINK
        return None, (Fault("", fault, "", name, {"found": str(version), "version": str(VERSION)}),)
    if len(data) > LONGEST:
        return None, (Fault("", TOO_LARGE, "", name),)
    differs = _unpacked(data, version)
    if isinstance(differs, str):
        return None, (Fault("", differs, "", name),)
    if nested_too_deep(differs):
        return None, (too_deep(name),)
    content = laid_over(defaults(version), differs)
    return read_plan_file(json.dumps(content, ensure_ascii=False).encode(errors="replace"), name)


def differing(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What of a file's data is stated otherwise; lists, and groups that were empty, as a whole."""
    differs = {}
    for key, value in after.items():
        was = before.get(key)
        if isinstance(value, dict) and isinstance(was, dict) and was:
            if inner := differing(was, value):
                differs[key] = inner
        elif key not in before or was != value:
            differs[key] = value
    return differs


def laid_over(before: dict[str, Any], differs: dict[str, Any]) -> dict[str, Any]:
    """The data with what is stated otherwise."""
    both = dict(before)
    for key, value in differs.items():
        was = before.get(key)
        both[key] = laid_over(was, value) if isinstance(value, dict) and isinstance(was, dict) else value
    return both


def link_version(text: str) -> int:
    """The version that a link states; the newest for what is no link. Never raises."""
    found = LINK.match("".join(text[: 2 * LONGEST].split()))
    return int(found[1]) if found else VERSION


@cache
def defaults(version: int) -> dict[str, Any]:
    """The file of a plan in which nothing was entered, as that version wrote it."""
    data: dict[str, Any] = json.loads(words(version))
    return data


@cache
def words(version: int) -> bytes:
    """The same as text, whose names a link need not spell out."""
    return (DEFAULTS / f"{version}.json").read_bytes()


def _unpacked(data: str, version: int) -> dict[str, Any] | str:
    """What is stated in a link, or the fault of it."""
    try:
        unpacker = zlib.decompressobj(zdict=words(version))
        text = unpacker.decompress(base64.urlsafe_b64decode(data + "==="), LARGEST_FILE)
    except (binascii.Error, zlib.error):
        return DAMAGED
    if unpacker.unconsumed_tail:
        return TOO_LARGE
    if not unpacker.eof:
        return DAMAGED
    try:
        differs = json.loads(text)
    except (ValueError, RecursionError):
        return NO_LINK
    return differs if isinstance(differs, dict) else NO_LINK
