"""Text for Streamlit's Markdown that shows as it stands."""

import re
from collections.abc import Iterable

# Everything that Streamlit's Markdown reads as more than a character.
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:&])")
# Addresses become links even where their signs are escaped: a sign without width keeps them apart.
ADDRESS = re.compile(r"(https?:)(?=//)|(www)(?=\.)|(@)(?=[-\w])", re.IGNORECASE)
JOINER = "\u2060"
# A label that has no sign with a meaning in Markdown, nor begins like a list, needs no escapes.
HARMLESS = re.compile(
    r"(?!\s*(?:-|\d+[.)]))(?!.*www\.)(?:[^\x00-\x1f\\`*_{}\[\]<>#+!|~$:&@=-]|-(?![->])|[:&](?=\s|$))*", re.IGNORECASE
)


def plain(text: str) -> str:
    """A text for Streamlit's Markdown that shows as it stands, such as a name that a person typed."""
    apart = ADDRESS.sub(lambda found: found[0] + JOINER, text.replace("\n", " "))
    return MARKDOWN.sub(r"\\\1", apart)


def as_label(text: str) -> str:
    """A text for the label of a widget that shows as it stands; escaped only where it must be.

    Streamlit gives a screen reader the label with its escapes.
    """
    return text if HARMLESS.fullmatch(text) else plain(text)


def with_list(text: str, lines: Iterable[str]) -> str:
    """A text with a list under it, as Markdown; everything shows as it stands."""
    return "\n".join((plain(text), "", *(f"- {plain(line)}" for line in lines)))
