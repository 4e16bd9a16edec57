"""What every answer tells the browser: what a page of ours may run, load and be shown in, and what it gives away."""

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.front_page import front_page

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class WithRules:
    """Adds the rules to every answer, and to each cookie that it travels encrypted only, where that is so."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.rules = rules()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI call."""

        async def send_with_rules(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.rules)
                if scope["scheme"] == "https":
                    _encrypt_cookies(headers)
            await send(message)

        await self.app(scope, receive, send_with_rules if scope["type"] == "http" else send)


def rules() -> dict[str, str]:
    """The headers. No page of ours needs another host, a frame around it, or anything of the device that it is on."""
    return {
        "Content-Security-Policy": "; ".join(
            (
                "default-src 'self'",
                # Streamlit loads the script of a component of ours, such as the browser script, from a blob:.
                f"script-src 'self' blob: {' '.join(inline_scripts())}",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
            )
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",  # what frame-ancestors says, for old browsers
        "Referrer-Policy": "same-origin",  # `no-referrer` would take the Origin from uploads too
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Resource-Policy": "same-origin",  # no page elsewhere shows a file of ours
    }


def inline_scripts() -> list[str]:
    """The hashes of what the one page runs without a file: ours, and Streamlit's, which its version may change."""
    digests = (sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(front_page()))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]


def _encrypt_cookies(headers: MutableHeaders) -> None:
    """Marks cookies as `Secure`: Streamlit does so only where it encrypts itself, not behind a proxy that does."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        marked = "; secure" in cookie.lower()
        headers.append("set-cookie", cookie if marked else f"{cookie}; Secure")
