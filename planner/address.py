"""The address under which others open this planner, where somebody stated one: JOINWISE_ADDRESS."""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

STATED_AS = "JOINWISE_ADDRESS"
PORTS = {"http": 80, "https": 443}  # meant where none is written
WANTED = (
    f"{STATED_AS} is the address under which others open this planner, such as https://plans.example.org or "
    "http://192.168.1.20:8501, with nothing after it; not {found!r}."
)


def stated(environment: Mapping[str, str] = os.environ) -> str | None:
    """The address as browsers write it, without a path; None where none is stated. ValueError where it is none."""
    text = environment.get(STATED_AS, "").strip()
    if not text:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(WANTED.format(found=text)) from None
    is_address = parts.scheme in PORTS and parts.hostname and not parts.username and parts.path in {"", "/"}
    if not is_address or parts.query or parts.fragment or not parts.hostname or not set(parts.netloc).isdisjoint(" \\"):
        raise ValueError(WANTED.format(found=text))
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != PORTS[parts.scheme] else "")
