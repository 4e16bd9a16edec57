"""`make share`: the planner for others on the same network, or behind a proxy, at the address that is stated."""

import os
import socket
import sys
from urllib.parse import urlsplit

from planner.address import PORTS, STATED_AS, stated
from planner.store.room import most_saved

PORT = 8501
SOMEWHERE = ("192.0.2.1", 9)  # an address for examples (RFC 5737): asked for the way there, nothing is sent
WHO = """\
Whoever reaches {address} can open this planner: everybody on the same network, or whoever your proxy lets in.
They make plans of their own and see nothing of yours unless you give them a link. Ctrl+C ends it.
"""


def main() -> None:
    """Says who can open it, and becomes the server."""
    try:
        most_saved()
        address = stated() or f"http://{own_address()}:{PORT}"
    except ValueError as error:
        sys.exit(f"{error}")
    except OSError:
        sys.exit(f"This machine is in no network, so nobody else can open the planner. Or state {STATED_AS}.")
    sys.stdout.write(WHO.format(address=address))
    sys.stdout.flush()
    os.environ[STATED_AS] = address
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options(address), *sys.argv[1:]]
    os.execv(sys.executable, command)  # noqa: S606 (the server takes the place of this)


def options(address: str) -> list[str]:
    """Of `streamlit run`, for that address: listens on every network, and knows that name for its own."""
    parts = urlsplit(address)
    port = PORT if parts.scheme == "https" else parts.port or PORTS[parts.scheme]
    hosts = [f"--server.allowedHosts={host}" for host in dict.fromkeys(("localhost", "127.0.0.1", parts.hostname))]
    return ["--server.address=0.0.0.0", f"--server.port={port}", "--server.headless=true", *hosts]


def own_address() -> str:
    """This machine's own in its network. OSError where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(SOMEWHERE)
        return str(way.getsockname()[0])


if __name__ == "__main__":
    main()
