"""Who may call the server, and that no caller makes it call another machine."""

import contextlib
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from starlette.types import Scope
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from server.answers import rules
from server.callers import is_ours
from tests.browser.session import PROJECT_FOLDER, running_server

OURS = "localhost:8501"


def call(host: str = OURS, origin: str | None = None, kind: str = "ws", port: int = 8501) -> Scope:
    headers = [(b"host", host.encode())]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    return {"type": "websocket", "scheme": kind, "headers": headers, "server": ("127.0.0.1", port)}


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        config.set_option("server.allowedHosts", ["localhost", "127.0.0.1"])
        stack.callback(config.get_config_options, force_reparse=True)
        yield


@pytest.mark.parametrize(
    "ours",
    [
        call(),
        call(origin="http://localhost:8501"),
        call("127.0.0.1:8501", "http://127.0.0.1:8501"),
        call("LOCALHOST:8501", "http://localhost:8501"),
        call("localhost", "http://localhost", "http", port=80),
        call("localhost", "https://localhost", "wss", port=443),
    ],
)
def test_our_own_pages_may_call(ours: Scope) -> None:
    assert is_ours(ours)


@pytest.mark.parametrize(
    "foreign",
    [
        call(origin="http://evil.example"),
        call(origin="http://localhost:8502"),  # another program of this machine
        call(origin="http://localhost"),
        call(origin="http://127.0.0.1:8501"),  # the same server by another name, which keeps another plan
        call(origin="https://localhost:8501"),
        call(origin="null"),
        call(origin=""),
        call("evil.example:8501", "http://evil.example:8501"),  # a name that points to this machine
        call("localhost:8502", "http://localhost:8502"),
        call("localhost", "http://localhost"),
        call("localhost:99999"),
        call("localhost:8501@evil.example"),
        call(""),
    ],
)
def test_no_other_page_may(foreign: Scope) -> None:
    assert not is_ours(foreign)


def test_behind_a_proxy_the_port_is_that_which_people_type() -> None:
    config.set_option("server.allowedHosts", ["planner.example"])
    asked = call("planner.example", "https://planner.example", "wss", port=8501)
    assert not is_ours(asked)
    config.set_option("browser.serverPort", 443)
    assert is_ours(asked)


def status(server: str, path: str, **headers: str) -> int:
    """The status of an answer, which has the rules for the browser whatever it is."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    assert {name: answer.getheader(name) for name in rules()} == rules()
    return answer.status


def handshake(server: str, origin: str) -> int:
    """The status with which a page of an origin is answered that opens a websocket; 101 is a yes."""
    try:
        with connect(f"{server.replace('http', 'ws')}/_stcore/stream", origin=origin, max_size=None) as socket:
            run = BackMsg()
            run.rerun_script.query_string = ""
            socket.send(run.SerializeToString())
            message = ForwardMsg()
            while message.WhichOneof("type") != "script_finished":
                message.ParseFromString(socket.recv(timeout=120))
            return 101
    except InvalidStatus as refusal:
        return refusal.response.status_code


def test_a_server_answers_its_own_pages_and_asks_nobody() -> None:
    """`running_server` fails where another machine was asked."""
    with running_server() as server:
        assert handshake(server, "http://evil.example") == 403
        assert handshake(server, "http://localhost:1") == 403
        assert handshake(server, server) == 101
        assert status(server, "/") == 200
        assert status(server, "/", Host="evil.example") == 403
        assert status(server, "/_stcore/health", Origin="http://evil.example") == 403
        assert status(server, "/_stcore/metrics") == 404


def test_without_our_check_a_foreign_page_would_make_it_ask() -> None:
    """Else the test above could not fail. The watch refuses what is asked, so nothing leaves here either."""
    with pytest.raises(AssertionError, match="checkip"), running_server(PROJECT_FOLDER / "frame.py") as server:
        assert handshake(server, "http://evil.example") == 403
