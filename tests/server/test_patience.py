"""A connection that is begun and not gone on with ends; one that is used does not."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from socket import create_connection

import pytest
import uvicorn
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send
from streamlit import config
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.http.h11_impl import H11Protocol

import app  # noqa: F401 (which teaches the protocol)
from server import patience

SHORT = 0.5  # seconds, in place of the 30
REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
UPLOAD = b"PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n"


MUCH = b"." * 20_000_000  # more than the two ends of a connection keep


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """What was sent, later; an ASGI app."""
    if scope["type"] == "lifespan":
        return
    body, message = b"", {"more_body": True}
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect":
            raise ClientDisconnect  # as Starlette does
    await asyncio.sleep(2 * SHORT)
    content = MUCH if scope["path"] == "/much" else body
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(content))]})
    await send({"type": "http.response.body", "body": content})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[uvicorn.Server]:
    monkeypatch.setattr(patience, "PATIENCE", SHORT)
    settings = uvicorn.Config(patience.NotForEver(answer), port=0, lifespan="off", timeout_keep_alive=3600)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server
    server.should_exit = server.force_exit = True
    thread.join()


@pytest.fixture
def port(server: uvicorn.Server) -> int:
    number: int = server.servers[0].sockets[0].getsockname()[1]
    return number


def ended(connection: socket.socket) -> bool:
    """Whether the server ends a connection; what it says before is left out."""
    connection.settimeout(60)
    try:
        while connection.recv(4096):
            pass
    except TimeoutError:
        return False
    except ConnectionResetError:
        pass
    return True


def test_what_is_taught_is_what_serves() -> None:
    assert AutoHTTPProtocol is H11Protocol


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost:", UPLOAD, UPLOAD + b"ab"])
def test_what_is_begun_and_not_gone_on_with_ends(begun: bytes, port: int) -> None:
    with create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(begun)
        assert ended(connection)


def test_a_second_request_that_is_begun_ends_too(port: int) -> None:
    with create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(REQUEST)
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        connection.sendall(REQUEST[:9])
        assert ended(connection)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux alone ends what is not taken")
def test_an_answer_that_is_not_taken_ends(server: uvicorn.Server, port: int) -> None:
    with create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(REQUEST.replace(b" / ", b" /much "))
        deadline = time.monotonic() + 60
        while not server.server_state.total_requests or server.server_state.connections:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_byte_now_and_then_wins_no_time(port: int) -> None:
    with create_connection(("127.0.0.1", port)) as connection:
        for letter in REQUEST[:-4].decode():
            try:
                connection.sendall(letter.encode())
            except ConnectionError:
                break
            time.sleep(SHORT / 5)
        else:
            pytest.fail("34 bytes in seven times the patience")


def test_what_takes_long_to_answer_is_waited_for(port: int) -> None:
    with create_connection(("127.0.0.1", port)) as connection:
        for _ in range(2):
            connection.sendall(UPLOAD + b"hello")
            told = b""
            while not told.endswith(b"hello"):
                told += (more := connection.recv(4096))
                assert more


def test_a_silent_websocket_ends_as_soon() -> None:
    assert config.get_option("server.websocketPingInterval") * 2 <= patience.PATIENCE
