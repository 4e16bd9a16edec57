"""`streamlit` as a program, under watch: what it asks of another machine is refused, and written in its log.

The names of what is asked are those of Python's audit events; https://docs.python.org/3/library/audit_events.html.
"""

import sys
from typing import Any

from streamlit.web.cli import main

ASKED_OUTSIDE = "asked outside: "  # begins a line of the log
THIS_MACHINE = {None, "", "localhost", "127.0.0.1", "::1"}
PLACE_OF_ADDRESS = {"socket.connect": 1, "socket.sendto": 1}  # among the arguments of an event
PLACE_OF_NAME = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}


def keep_inside(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuses a connection to another machine, and the question which address a foreign name has."""
    if event in PLACE_OF_NAME:
        host = arguments[PLACE_OF_NAME[event]]
    elif event in PLACE_OF_ADDRESS:
        address = arguments[PLACE_OF_ADDRESS[event]]
        host = address[0] if isinstance(address, tuple) else None  # else a file of this machine
    else:
        return
    if host not in THIS_MACHINE:
        print(f"{ASKED_OUTSIDE}{event} {host}", file=sys.stderr, flush=True)
        raise ConnectionRefusedError(host)


if __name__ == "__main__":
    sys.addaudithook(keep_inside)
    main(prog_name="streamlit")
