"""How long a caller is waited for who has begun and does not go on, and holds a connection meanwhile.

A websocket whose browser is gone is found by Streamlit itself, after twice `server.websocketPingInterval`.
"""

import asyncio
import socket
from weakref import WeakKeyDictionary

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 30.0  # seconds

_waiting: WeakKeyDictionary[H11Protocol, asyncio.TimerHandle] = WeakKeyDictionary()


class NotForEver:
    """Ends a request of which no more arrives, and its connection."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI call."""
        whole, cut = scope["type"] != "http", False

        async def receive_in_time() -> Message:
            nonlocal whole, cut
            if whole:
                return await receive()  # which waits for the caller to leave
            try:
                async with asyncio.timeout(PATIENCE):
                    message = await receive()
            except TimeoutError:
                cut = True
                return {"type": "http.disconnect"}
            whole = not message.get("more_body", False)
            return message

        async def send_and_end(message: Message) -> None:
            if cut and message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (b"connection", b"close")]
            await send(message)

        try:
            await self.app(scope, receive_in_time, send_and_end)
        except ClientDisconnect:
            await Response(status_code=408)(scope, receive, send_and_end)


def end_half_open_connections() -> None:
    """From now on a connection ends within `PATIENCE` that asks for nothing, has begun to ask, or takes no answer.

    uvicorn waits for the head of a request without end, and tells an app of a connection only when it has all of it.
    Streamlit passes it no protocol of ours, so the one that it takes is taught. What is not taken is left to Linux.
    """
    made, received = H11Protocol.connection_made, H11Protocol.data_received

    def connection_made(protocol: H11Protocol, transport: asyncio.Transport) -> None:
        made(protocol, transport)
        _wait(protocol)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, round(PATIENCE * 1000))

    def data_received(protocol: H11Protocol, data: bytes) -> None:
        _wait(protocol)
        received(protocol, data)
        if not _asks_for_nothing(protocol):
            _waiting.pop(protocol).cancel()

    H11Protocol.connection_made = connection_made  # type: ignore[method-assign, assignment]
    H11Protocol.data_received = data_received  # type: ignore[method-assign, assignment]


def _wait(protocol: H11Protocol) -> None:
    """Waits for a whole head from now on, if that is not so already: a byte now and then wins no time."""
    if protocol not in _waiting:
        _waiting[protocol] = asyncio.get_running_loop().call_later(PATIENCE, _end, protocol)


def _end(protocol: H11Protocol) -> None:
    del _waiting[protocol]
    if _asks_for_nothing(protocol):
        protocol.transport.abort()


def _asks_for_nothing(protocol: H11Protocol) -> bool:
    """Whether no request of a connection is being answered, and it did not turn into a websocket."""
    answering = protocol.cycle is not None and not protocol.cycle.response_complete
    return not answering and protocol.transport.get_protocol() is protocol
