"""The page as PDF, set by typst from its own fonts: no other font is looked for, and nothing is fetched."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import typst

from planner.export.paper.content import Paper

TEMPLATE = Path(__file__).with_name("page.typ")


def as_pdf(paper: Paper) -> bytes:
    """The same bytes for the same page."""
    return set_page(paper, "pdf")[0]


def set_page(paper: Paper, kind: Literal["pdf", "png"]) -> list[bytes]:
    """What typst sets, a page each; of a PDF all in one."""
    set_now = typst.compile(
        TEMPLATE.read_bytes(),
        format=kind,
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(asdict(paper), ensure_ascii=False)},
    )
    return set_now if isinstance(set_now, list) else [set_now]
