"""Who may call: a browser that shows a page of ours, at our own host and port; and what is not there for anybody.

A page elsewhere can make the browser of a person who runs the planner call it too, to read or to change their plan,
under its own name as Origin, or under a name that it lets point to this machine as Host.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from planner.address import stated

PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}  # meant where none is written
POLICY_VIOLATION = 1008  # of a websocket
METRICS = "/_stcore/metrics"  # what Streamlit tells whoever asks about how it is used; no setting ends that

NOT_OURS = """\
This planner answers at its own address only. If you reach it by another name or port, state them in
.streamlit/config.toml: server.allowedHosts and browser.serverPort.
"""


class OnlyOurOwn:
    """Refuses what does not come from our own host and port.

    That is done before Streamlit is asked, since it takes any port of this machine for its own, and compares a foreign
    Origin with this machine's address as others see it: it asks a service on the internet, and no other request is
    answered meanwhile.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI call."""
        if scope["type"] == "http" and scope["path"].rstrip("/").endswith(METRICS):
            await PlainTextResponse("", status_code=404)(scope, receive, send)
        elif scope["type"] == "lifespan" or is_ours(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(NOT_OURS, status_code=403)(scope, receive, send)


def is_ours(scope: Scope) -> bool:
    """Whether a call names our own host and port, and comes from a page of ours where it says from which it comes.

    Browsers say it with every websocket and with all that changes anything; programs other than browsers need not.
    """
    headers = Headers(scope=scope)
    host, origin = headers.get("host", ""), headers.get("origin")
    shared = stated()
    if shared and host.lower() == urlsplit(shared).netloc:  # also where a proxy speaks for us
        return origin is None or origin.lower() == shared
    if not is_host_allowed(host) or _port(host, scope["scheme"]) != own_port(scope):
        return False
    if origin is None:
        return True
    page = urlsplit(origin)
    secure = scope["scheme"] in {"https", "wss"}
    return page.scheme == ("https" if secure else "http") and page.netloc.lower() == host.lower()


def own_port(scope: Scope) -> int:
    """The port in the address that people type: where a proxy listens for us, if that is stated, or else our own."""
    if config.is_manually_set("browser.serverPort"):
        return int(config.get_option("browser.serverPort"))
    return int(scope["server"][1])


def _port(host: str, scheme: str) -> int:
    """The port of a Host header that is well-formed."""
    return urlsplit(f"//{host}").port or PORTS[scheme]
