"""An extreme plan is put in words on every page: no value stands there that no words were found for."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from pages.shared.session.menu import MENU
from tests.extremes import EXTREMES, unsaid_in
from tests.pages.conftest import open_it, run

READ = {"label", "body", "help", "options", "placeholder", "value", "default", "alt"}  # of Streamlit's messages


def words(app: AppTest) -> str:
    """Everything that can be read on the page, in its fields and in what is folded, a line each."""
    said = [text for element in app._tree if (proto := getattr(element, "proto", None)) for text in texts(proto)]
    bare = re.sub(r"<style>.*?</style>", "", "\n".join(said), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "\n", bare)).replace("\\", "")


def texts(message: Message) -> Iterator[str]:
    """What is read of one of Streamlit's messages, and of those within it."""
    for field, value in message.ListFields():
        for each in [value] if isinstance(value, str | int | float | Message) else value:
            if isinstance(each, Message):
                yield from texts(each)
            elif field.name in READ:
                yield str(each)


@pytest.mark.usefixtures("searched_with_few_runs", "moved_with_few_runs")
@pytest.mark.parametrize("what", ["nothing happens", "a house full of goods"])
def test_an_extreme_plan_is_put_in_words_on_every_page(what: str) -> None:
    app, found = open_it("en", "", EXTREMES[what]), []
    for entry in MENU:
        for question in entry.questions:
            page = words(run(app.switch_page(f"pages/{question.address}.py")))
            assert "Scentsy" in page  # what the plan is laid on stands above every title
            found += [f"{question.address}: {text}" for text in unsaid_in(page)]
    assert not found, "\n".join(found)
