"""What every kind of pay is told with: its own figures as one language writes them, and a text for each choice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.analysis.team.receipt import part_title, plain_number, step_in_words
from planner.inputs.cited.source import Record
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.rates import Rated
from planner.language import format_percent, mark
from planner.speech import Speech

# By field, and by the value of it, what is said; a value without a text needs none.
Choices = Mapping[str, Mapping[Any, str]]

BASE_PER_VALUE = mark("Where a point counts as {one}, the share is taken of {money}.")


@dataclass(frozen=True, slots=True)
class Teller:
    """plan: whose fields are told. speech: in the plan's currency. tables: rates by rank stand in a table beside.

    unpublished: by level what stands in the place of a rate of everybody's that nobody published.
    """

    plan: PayPlan
    speech: Speech
    tables: bool = False
    unpublished: Mapping[int, str] = field(default_factory=dict)

    def say(self, english: str, **words: str) -> str:
        """A text in the language, filled."""
        return self.speech.text(english).format(**words)

    def share(self, fraction: float) -> str:
        """A rate, with as many decimals as it needs."""
        return format_percent(round(fraction, 6), self.speech.language, None)

    def number(self, value: float) -> str:
        """Points or people."""
        return plain_number(value, self.speech)

    def money(self, amount: float) -> str:
        """An amount, cents where there are any."""
        return self.speech.money(amount, 0 if float(amount).is_integer() else 2)

    def chosen(self, record: Record, choices: Choices, **words: str) -> Iterator[str]:
        """What is said of each field of a record by its value, in the order of the texts."""
        for name, texts in choices.items():
            if text := texts.get(getattr(record, name), ""):
                yield self.say(text, **words)

    def steps(self, part: Part, rates: Sequence[float], instead: Mapping[int, str] | None = None) -> str:
        """level 1: 8 %, level 2: 5 %. instead: by level what stands in the place of its rate."""
        return self.listed(part, [(instead or {}).get(at, self.share(each)) for at, each in enumerate(rates, start=1)])

    def amounts(self, part: Part, amounts: Sequence[float]) -> str:
        """level 1: 20 USD, level 2: 60 USD."""
        return self.listed(part, [self.money(each) for each in amounts])

    def listed(self, part: Part, told: Sequence[str]) -> str:
        """What is told of each step, after what the step is called."""
        steps = [step_in_words(part, number, self.speech) for number in range(1, len(told) + 1)]
        return ", ".join(self.say(mark("{what}: {amount}"), what=a, amount=b) for a, b in zip(steps, told, strict=True))

    def rates(self, part: Rated, introduction: str) -> Iterator[str]:
        """The rates of everybody after what they are rates of, then those of each rank that has its own."""
        if self.tables and part.by_rank:
            yield self.say(mark("{what}, by rank: the table has the rates."), what=introduction)
            return
        if part.rates is not None:
            rates = self.steps(part, part.rates, self.unpublished)
            yield self.say(mark("{what}: {amount}."), what=introduction, amount=rates)
        else:
            yield self.say(mark("{what}, from a rank on."), what=introduction)
        for row in part.by_rank:
            yield self.say(mark("From {rank} on: {rates}."), rank=row.rank, rates=self.steps(part, row.rates))

    def base(self, base_per_value: float) -> Iterator[str]:
        """What rates are applied to where that is not what goods count for."""
        if base_per_value != 1:
            one = self.plan.value_of_point
            yield self.say(BASE_PER_VALUE, one=self.money(one), money=self.money(one * base_per_value))

    def parts(self, numbers: Sequence[int]) -> str:
        """What the parts with these numbers are called."""
        return quoted([self.plan.parts[number - 1] for number in numbers], self.speech)


def quoted(parts: Sequence[Part], speech: Speech) -> str:
    """What some parts are called, in quotation marks, one after the other."""
    text = speech.text(mark("“{part}”"))
    return speech.listed([text.format(part=part_title(part, speech)) for part in parts])
