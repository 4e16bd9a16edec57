"""Streamlit's one page, told where its server is: where its own scripts come from.

Untold, it asks below its own address first, as if /versions were the root of a program, is refused, and only then asks
above it: two answers of status 404 at every page but the first.
"""

from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

# Read by Streamlit's connection. The place is relative, so that it is right behind a proxy that adds a path of its own.
WHERE = "window.__streamlit = { BACKEND_BASE_URL: new URL('.', location.href).href }"
OF_THE_FILE = ("content-encoding", "etag", "last-modified")


class KnowsItsServer:
    """Answers with the page as it is told in the place of Streamlit's: any HTML that is no file handed over."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.page = front_page().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI call."""
        is_page = False

        async def send_page(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_html = headers.get("content-type", "").startswith("text/html")
                is_page = message["status"] == 200 and is_html and "content-disposition" not in headers
                if is_page:
                    for name in OF_THE_FILE:
                        del headers[name]
                    headers["content-length"] = str(len(self.page))
            elif is_page and message["type"] == "http.response.body":
                ended = scope["method"] != "HEAD" and not message.get("more_body", False)
                message = {**message, "body": self.page if ended else b""}
            await send(message)

        await self.app(scope, receive, send_page if scope["type"] == "http" else send)


def front_page() -> str:
    """The page, as every address answers with it."""
    page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    return page.replace("<head>", f"<head><script>{WHERE}</script>", 1)
