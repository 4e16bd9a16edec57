"""The page as one HTML file that needs nothing else, on a screen or printed on A4."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from planner.export.paper.content import Paper

STYLE = Path(__file__).with_name("page.css").read_text("utf-8")


def as_html(paper: Paper) -> bytes:
    """Everything in it escaped."""
    title = escape(paper.title)
    meta = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    page = f"<head>{meta}<style>\n{STYLE}</style></head><body><h1>{title}</h1>{_body(paper)}</body>"
    return f'<!doctype html>\n<html lang="{paper.language}">{page}</html>\n'.encode()


def _body(paper: Paper) -> str:
    """What stands under the plan's name."""
    people = _picture(paper.people, paper.headline, paper.people_words, "people")
    figures = "".join(
        f'<div><dt>{escape(each.label)}</dt><dd class="figure">{escape(each.figure)}</dd>'
        f"<dd>{escape(each.qualifier)}</dd></div>"
        for each in paper.figures
    )
    heads = _each('<th scope="col">{}</th>', paper.columns)
    rows = "".join(f"<tr>{_each('<td>{}</td>', each)}</tr>" for each in paper.inputs)
    facts = "".join(f"<p><strong>{escape(name)}</strong>: {escape(words)}</p>" for name, words in paper.facts)
    notes = f"<h2>{escape(paper.notes_title)}</h2><ul>{_each('<li>{}</li>', paper.notes)}</ul>" if paper.notes else ""
    code = _picture(paper.code, paper.code_words, paper.code_words, "qr") if paper.code else ""
    return (
        f'<p>{escape(paper.whose)}</p><p class="headline">{escape(paper.headline)}</p><p>{escape(paper.rare)}</p>'
        f'<div class="both">{people}<dl class="figures">{figures}</dl></div>'
        f"<h2>{escape(paper.fan_title)}</h2>{_picture(paper.fan, paper.fan_title, '', 'fan')}"
        f"<h2>{escape(paper.inputs_title)}</h2><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f'<div class="told">{facts}{notes}</div>{code}<p class="foot">{escape(paper.foot)}</p>'
    )


def _each(form: str, texts: Iterable[str]) -> str:
    return "".join(form.format(escape(text)) for text in texts)


def _picture(svg: str, alternative: str, words: str, kind: str) -> str:
    """A picture with what it shows for those who do not see it; words: under it."""
    under = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure class="{kind}"><div role="img" aria-label="{escape(alternative)}">{svg}</div>{under}</figure>'
