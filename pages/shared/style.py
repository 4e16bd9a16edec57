"""The little that the theme does not say: how our own HTML looks, and which of Streamlit's English texts are hidden."""

import streamlit as st

from pages.shared import fact_list, origin_tree, strip, strip_notes, tables

# The chosen one among buttons is written in the colour of the text: in the theme's blue it is too faint on a dark page.
# "Press Enter to apply" and the uploader's limit are in English in every language; leaving a field applies it too.
STYLE = """
.stMainBlockContainer { padding-top: 4rem; max-width: 76rem; }
[data-testid="InputInstructions"], [data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
.stMainBlockContainer h1 { padding-top: 0; }
.st-key-behind-the-page { position: absolute; width: 0; height: 0; overflow: hidden; }
button[role="radio"][aria-checked="true"] { color: inherit !important; font-weight: 600; }
.basis { font-size: 0.875rem; line-height: 1.45; }
.basis p { margin: 0.25rem 0 0; font-size: inherit; }
.basis a { color: inherit; text-decoration: underline; }
.basis summary, .strip-note summary { cursor: pointer; width: fit-content; }
"""


def apply() -> None:
    """Lays the style over the page."""
    st.html(f"<style>{STYLE}{strip.STYLE}{strip_notes.STYLE}{tables.STYLE}{fact_list.STYLE}{origin_tree.STYLE}</style>")
