"""Streamlit's one page with where its server is."""

import asyncio
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message

from server.front_page import WHERE, KnowsItsServer, front_page


def answered(response: Response, method: str = "GET") -> tuple[Headers, bytes]:
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(KnowsItsServer(response)({"type": "http", "method": method}, None, send))  # type: ignore[arg-type]
    return Headers(raw=told[0]["headers"]), b"".join(message["body"] for message in told[1:])


def test_every_page_says_it_before_any_script_runs() -> None:
    page = front_page()
    assert page.count(WHERE) == 1
    assert page.index(WHERE) < page.index("<script ")


@pytest.mark.parametrize(("method", "body"), [("GET", front_page().encode()), ("HEAD", b"")])
def test_it_stands_in_place_of_streamlits(method: str, body: bytes) -> None:
    headers, found = answered(HTMLResponse("<html>", headers={"etag": "1", "content-encoding": "gzip"}), method)
    assert found == body
    assert headers["content-length"] == str(len(front_page().encode()))
    assert not {"etag", "content-encoding"} & set(headers)


HANDED_OVER = HTMLResponse("<h1>My plan", headers={"content-disposition": 'attachment; filename="my-plan.html"'})


@pytest.mark.parametrize("response", [PlainTextResponse("ok"), HTMLResponse("no", status_code=403), HANDED_OVER])
def test_all_else_passes_as_it_is(response: Any) -> None:
    headers, found = answered(response)
    assert (found, headers["content-length"]) == (response.body, str(len(response.body)))
