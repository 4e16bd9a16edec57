"""What every answer tells the browser."""

import asyncio
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Message, Scope

from server.answers import WithRules, inline_scripts, rules

HEADERS = {
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-resource-policy",
}


async def with_cookies(scope: Scope, *channels: Any) -> None:
    response = Response("", headers={"content-security-policy": "default-src *"})
    response.set_cookie("ours", "1", httponly=True)
    response.set_cookie("secret", "2", secure=True)
    await response(scope, *channels)


def answered(scheme: str) -> Headers:
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(WithRules(with_cookies)({"type": "http", "scheme": scheme}, None, send))  # type: ignore[arg-type]
    return Headers(raw=told[0]["headers"])


def test_every_rule_is_told_and_stands_in_place_of_another() -> None:
    headers = answered("http")
    assert set(headers) >= HEADERS
    assert headers["content-security-policy"] == rules()["Content-Security-Policy"]


def test_a_page_needs_no_other_host_and_compiles_no_text() -> None:
    policy = rules()["Content-Security-Policy"]
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert len(inline_scripts()) == 2  # ours and Streamlit's


def test_cookies_travel_encrypted_only_where_they_can() -> None:
    plain = answered("http").getlist("set-cookie")
    assert [("Secure" in cookie) for cookie in plain] == [False, True]
    encrypted = answered("https").getlist("set-cookie")
    assert [cookie.count("Secure") for cookie in encrypted] == [1, 1]


def test_what_is_no_request_passes_as_it_is() -> None:
    seen = []

    async def app(scope: Scope, *_channels: Any) -> None:
        seen.append(scope["type"])

    asyncio.run(WithRules(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert seen == ["lifespan"]
