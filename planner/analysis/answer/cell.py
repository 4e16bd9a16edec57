"""One figure of the strip: what it says, how it is written, and how it stands on the page."""

from dataclasses import dataclass

from planner.analysis.case import Case
from planner.analysis.measures.measure import costs_rise
from planner.analysis.measures.milestones import CENT
from planner.language import mark
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the strip in words. sign: -1, 0 or 1, which alone decides the colour. change: empty where none.

    reserved: whether it stands before costs that are not disclosed, which is said once for all that stand together.
    """

    label: str
    figure: str
    qualifier: str
    sign: int = 0
    change: str = ""
    reserved: bool = False

    def by_itself(self, speech: Speech) -> str:
        """The qualifier where the figure stands alone, as in a file."""
        if not self.reserved:
            return self.qualifier
        return speech.text(mark("{figure}, before costs not disclosed")).format(figure=self.qualifier)


def sign(amount: float) -> int:
    """Of an amount, nothing being less than half a cent."""
    return 0 if abs(amount) < CENT else (1 if amount > 0 else -1)


def signed(amount: float, speech: Speech, decimals: int = 0) -> str:
    """An amount whose sign is written out, plus too: colour alone says nothing."""
    written = money(amount, speech, decimals)
    return f"+{written}" if amount >= CENT else written


def money(amount: float, speech: Speech, decimals: int = 0) -> str:
    """Cents too where whole units would read as nothing."""
    return speech.money(amount, 2 if CENT <= abs(amount) < 1 else decimals)


def with_todays_money(qualifier: str, case: Case, amount: float, speech: Speech) -> str:
    """What is said of a result, with what it is in today's money where costs rise; amount: that."""
    if not costs_rise(case.plan):
        return qualifier
    words = speech.text(mark("{qualifier}; in today's money {amount}"))
    return words.format(amount=signed(amount, speech), qualifier=qualifier)


def difference(now: float, before: float | None, speech: Speech, decimals: int = 0) -> str:
    """What the last edit changed in an amount, in words: "−1.73" would read as a second figure; empty where nothing."""
    _ = speech.text
    if before is None or abs(now - before) < CENT:
        return ""
    words = _("{amount} more than before your change") if now > before else _("{amount} less than before your change")
    return words.format(amount=money(abs(now - before), speech, decimals))


def deeper(now: float, before: float | None, speech: Speech) -> str:
    """What the last edit changed in a hole; empty where it changed nothing."""
    _ = speech.text
    if before is None or abs(now - before) < CENT:
        return ""
    words = (
        _("{amount} deeper than before your change")
        if now > before
        else _("{amount} less deep than before your change")
    )
    return words.format(amount=money(abs(now - before), speech))


def sooner(now: int | None, before: int | None, was: str, speech: Speech) -> str:
    """What the last edit changed in a month, None being never; empty where nothing. was: what was said before it."""
    _ = speech.text
    if now == before:
        return ""
    if now is None or before is None:
        return _("before your change: {figure}").format(figure=was)
    words = (
        _("{months} later than before your change") if now > before else _("{months} earlier than before your change")
    )
    return words.format(months=speech.months(abs(now - before)))
