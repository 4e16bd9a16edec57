"""The two pictures of the page, as SVG in greys that a printer keeps apart: 100 people, and the money by month."""

from collections.abc import Sequence

import numpy as np

from planner.analysis.chance.odds import PEOPLE, of_100
from planner.analysis.chance.tried import Tried
from planner.speech import Speech

ACROSS, DOT, APART = 20, 4.6, 13.0  # people in a row; their radius and distance
WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 560.0, 190.0, 62.0, 96.0, 10.0, 34.0
TEXT = 'font-family="{font}" font-size="11" fill="#222"'
FONT = "Libertinus Serif, Georgia, serif"
MOST_STEPS = 6


def hundred_people(found: Tried) -> str:
    """Filled those who lose; half filled where so few runs cannot tell."""
    low, high = of_100(found.odds.lose, found.odds.runs)
    dots = []
    for person in range(PEOPLE):
        row, column = divmod(person, ACROSS)
        fill = "#222" if person < low else "#aaa" if person < high else "#fff"
        place = f'cx="{APART * (column + 0.5):g}" cy="{APART * (row + 0.5):g}"'
        dots.append(f'<circle {place} r="{DOT}" fill="{fill}" stroke="#222" stroke-width="0.8"/>')
    return _svg(APART * ACROSS, APART * PEOPLE / ACROSS, dots)


def fan(found: Tried, speech: Speech) -> str:
    """The result after each month: the middle of the runs, half of them around it, and eight in ten."""
    _ = speech.text
    low, lower, middle, upper, high = found.odds.fan
    months = len(low) - 1
    steps = ticks(min(float(low.min()), 0.0), max(float(high.max()), 0.0))
    bottom, top = min(steps[0], float(low.min())), max(steps[-1], float(high.max()))

    def across(month: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * month / months

    def up(amount: float) -> float:
        return float(TOP + (HEIGHT - TOP - FOOT) * (top - amount) / max(top - bottom, 1e-9))

    def points(line: Sequence[float]) -> list[str]:
        return [f"{across(month):.1f},{up(amount):.1f}" for month, amount in enumerate(line)]

    parts = []
    for step in steps:
        y, dashes = up(step), "" if step == 0 else ' stroke-dasharray="2 3"'
        ink = "#222" if step == 0 else "#bbb"
        line = f'x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
        parts.append(f'<line {line} stroke="{ink}" stroke-width="0.8"{dashes}/>')
        parts.append(_text(LEFT - 6, y + 3.5, speech.number(step), "end"))
    for one, other, grey in ((low, high, "#dcdcdc"), (lower, upper, "#b4b4b4")):
        area = " ".join([*points(one), *reversed(points(other))])
        parts.append(f'<polygon points="{area}" fill="{grey}" fill-opacity="0.8"/>')
    parts.append(f'<polyline points="{" ".join(points(middle))}" fill="none" stroke="#000" stroke-width="2"/>')
    told = sorted({0, months, *range(0, months, max(months // 4, 1))} - too_near_the_end(months))
    parts.extend(_text(across(month), HEIGHT - 18, str(month), "middle") for month in told)
    parts.append(_text(across(months / 2), HEIGHT - 4, _("Month"), "middle"))
    names = {_("One in ten above"): high[-1], _("Middle"): middle[-1], _("One in ten below"): low[-1]}
    for name, height in zip(names, apart([up(float(end)) for end in names.values()]), strict=True):
        parts.append(_text(WIDTH - RIGHT + 6, height + 3.5, name, "start"))
    return _svg(WIDTH, HEIGHT, parts)


def ticks(low: float, high: float) -> list[float]:
    """Round amounts from the lowest to the highest, 0 among them."""
    span = max(high - low, 1.0)
    rough = 10.0 ** np.floor(np.log10(span / MOST_STEPS))
    size = next(step for step in (rough, 2 * rough, 5 * rough, 10 * rough) if span / step <= MOST_STEPS)
    return [float(size * number) for number in range(int(np.floor(low / size)), int(np.ceil(high / size)) + 1)]


def too_near_the_end(months: int) -> set[int]:
    """Months whose number would touch that of the last one."""
    return {month for month in range(months) if 0 < months - month < max(months // 8, 1)}


def apart(heights: Sequence[float], least: float = 12.0) -> list[float]:
    """Heights of labels, from the top down, so that none lies on another."""
    kept: list[float] = []
    for height in heights:
        kept.append(max(height, kept[-1] + least) if kept else height)
    over = max(kept[-1] - (HEIGHT - FOOT), 0.0)
    return [height - over for height in kept]


def _text(x: float, y: float, words: str, anchor: str) -> str:
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {TEXT.format(font=FONT)}>{words}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
