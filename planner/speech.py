"""Words: a message, a fault or a figure as one language writes it; the pages and the command line speak through it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from planner.errors import Fault
from planner.language import Language, format_money, format_month, format_number, format_percent, mark, translations
from planner.messages import Message, Quantity
from planner.timeline import calendar_month

ABOUT = mark("about {amount}")
WHERE = mark("{place}: {message}")
WHERE_FOUND = mark("{place}: found {found}. {message}")


class Dated(Protocol):
    """What counts in one currency and begins in one calendar month, as a plan does."""

    @property
    def currency(self) -> str:
        """ISO code."""

    @property
    def start_month(self) -> str:
        """The calendar month of month 0, as YYYY-MM."""


class InEveryLanguage(Protocol):
    """A text that a file holds in every language of the program."""

    @property
    def en(self) -> str:
        """In English."""

    @property
    def sv(self) -> str:
        """In Swedish."""


def told_as_one(low: float, high: float) -> bool:
    """Whether a range of amounts is told as one of them: told as two, they would seem to differ by something."""
    return round(high) - round(low) <= 1


@dataclass(frozen=True, slots=True)
class Speech:
    """One language and the currency and calendar of one plan; every visible text and figure goes through here."""

    language: Language
    currency: str
    start_month: str

    @classmethod
    def of(cls, language: Language, plan: Dated) -> "Speech":
        """The speech of one plan in one language."""
        return cls(language, plan.currency, plan.start_month)

    def text(self, english: str) -> str:
        """The translation of a text; conventionally bound to _."""
        return translations(self.language).gettext(english) if english else ""

    def told(self, words: InEveryLanguage | None) -> str:
        """A text of a file in this language; nothing where there is none."""
        return "" if words is None else str(getattr(words, self.language))

    def plural(self, singular: str, plural: str, number: float) -> str:
        """Singular for exactly 1, otherwise plural; both hold {count}."""
        form = translations(self.language).ngettext(singular, plural, 1 if number == 1 else 2)
        return form.format(count=self.number(number, 0 if float(number).is_integer() else 1))

    def money(self, amount: float, decimals: int = 0) -> str:
        """An amount with its currency; never "-0"."""
        return format_money(round(amount, decimals) + 0.0, self.currency, self.language, decimals)

    def from_to(self, low: float, high: float) -> str:
        """A range of amounts; one alone where both are written alike, "about" where but rounding sets them apart."""
        least, most = self.money(low), self.money(high)
        if least == most:
            return least
        if told_as_one(low, high):
            return self.text(ABOUT).format(amount=most)
        return self.text(mark("{low} to {high}")).format(low=least, high=most)

    def comes_to(self, whole: float, parts: Iterable[float]) -> str:
        """A sum told beside all its parts, signed: "about" where these, each written rounded, would come to another."""
        return self.quantity(Quantity.of_sum(whole, parts))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with so many decimals; never "-0"."""
        return format_number(round(value, decimals) + 0.0, self.language, decimals)

    def percent(self, fraction: float, decimals: int = 0) -> str:
        """A fraction as a percentage."""
        return format_percent(fraction, self.language, decimals)

    def listed(self, parts: Sequence[str]) -> str:
        """Parts of a sentence, one after the other: "a, b and c"; empty where there are none."""
        if len(parts) < 2:
            return "".join(parts)
        return self.text(mark("{first} and {second}")).format(first=", ".join(parts[:-1]), second=parts[-1])

    def calendar(self, month: int) -> str:
        """The calendar month of a plan month, such as "Mar 2027"."""
        return format_month(calendar_month(self.start_month, month), self.language)

    def month(self, month: int) -> str:
        """A plan month with its calendar month, such as "month 2 (Mar 2027)"."""
        return self.text(mark("month {number} ({calendar})")).format(number=month, calendar=self.calendar(month))

    def months(self, count: float) -> str:
        """A duration in months."""
        return self.plural("{count} month", "{count} months", count)

    def quantity(self, quantity: Quantity) -> str:
        """A quantity with its unit."""
        match quantity.unit:
            case "money":
                return self.money(quantity.value)
            case "about_money":
                return self.text(ABOUT).format(amount=self.money(quantity.value))
            case "month":
                return self.month(int(quantity.value))
            case "months":
                return self.months(quantity.value)
            case "share":
                return self.percent(quantity.value)
            case _:
                return self.number(quantity.value, 0 if float(quantity.value).is_integer() else 1)

    def say(self, message: Message) -> str:
        """A message in words, its quantities written as the language writes them."""
        parameters = message.parameters.items()
        filled = {name: value if isinstance(value, str) else self.quantity(value) for name, value in parameters}
        return self.text(message.template).format(**filled)

    def say_fault(self, fault: Fault) -> str:
        """A fault in one line: where, what was found, what is wanted and what to do."""
        filled = {
            name: value if isinstance(value, str) else format_number(value, self.language, None)
            for name, value in fault.parameters.items()
        }
        message = self.text(fault.message).format(**filled)
        place = ": ".join(part for part in (fault.file, fault.path) if part)
        if not place:
            return message
        template = WHERE_FOUND if fault.found else WHERE
        return self.text(template).format(place=place, found=fault.found, message=message)
