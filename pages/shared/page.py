"""The frame of a page: its question, the answer in a sentence, and the way on."""

import re
from collections.abc import Iterable

import streamlit as st

# Everything that Streamlit's Markdown reads as more than a character.
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:&])")


def plain(text: str) -> str:
    """A text for Streamlit's Markdown that shows as it stands, such as a name that a person typed."""
    return MARKDOWN.sub(r"\\\1", text.replace("\n", " "))


def with_list(text: str, lines: Iterable[str]) -> str:
    """A text with a list under it, as Markdown; everything shows as it stands."""
    return "\n".join((plain(text), "", *(f"- {plain(line)}" for line in lines)))


def head(question: str, answer: str) -> None:
    """The question that the page answers, and under it the answer in a sentence."""
    st.title(plain(question), anchor=False)
    st.markdown(plain(answer))


def next_page(page: str, label: str) -> None:
    """The way on at the bottom of a page, since on a phone the list of pages is folded away. page: its file."""
    st.page_link(page, label=plain(label), icon=":material/arrow_forward:", icon_position="right")
