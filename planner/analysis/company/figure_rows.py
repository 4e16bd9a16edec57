"""Every figure and rule of a company's file as a row: what it is, what it says, and what it rests on."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace

from pydantic import BaseModel

from planner.analysis.company.facts import TITLES
from planner.analysis.company.figure_parts import Part, parts_of
from planner.inputs.cited.figure import YOURS, Asked, Cited, NotFound, Words
from planner.inputs.company.company import Company, Component, Limit
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.company.record import ToLookUp
from planner.inputs.pay.limits.gates import Gate
from planner.inputs.pay.part import Part as PartOfPay
from planner.inputs.pay.proofs.proof import Proof
from planner.language import mark
from planner.speech import Speech

# What entries are called by their place, beside those of a plan's facts.
MORE_TITLES = {
    "background.founded": mark("Founded"),
    "background.countries": mark("Countries in which it sells"),
    "background.size": mark("Size"),
    "joining.others": mark("Other costs and packages"),
    "prices.reached_step": mark("From when a lower price holds"),
    "margins": mark("Discounts and margins"),
    "activity.rules": mark("What it takes to stay in, or to be paid"),
    "pay.steps_without_points": mark("Rates of the steps"),
    "pay.unilevel.missing": mark("Pay by level"),
    "pay.plan.parts": mark("How a team is paid"),
    "pay.plan.gates": mark("How a team is paid"),
    "pay.plan.proofs": mark("Printed example of the pay"),
    "buy_back.clawback_share": mark("Pay taken back on returned goods"),
    "buy_back.freight_paid_by": mark("Freight for returned goods"),
    "buy_back.other_periods": mark("Returns at other times"),
    "limits": mark("Not computed here"),
    "distributions": mark("What members were paid"),
    "disclosures": mark("What members were paid"),
    "retention": mark("How many stay"),
    "enforcement": mark("What authorities and courts did"),
    "to_look_up": mark("To be looked up"),
    "searched.margins": mark("Discounts and margins"),
    "searched.size": mark("Size"),
    "searched.income": mark("What members were paid"),
    "searched.retention": mark("How many stay"),
    "searched.enforcement": mark("What authorities and courts did"),
    "searched.components": mark("Parts of the pay"),
    "searched.rules": mark("Rules"),
    "searched.other": mark("Other"),
}
STANDINGS = {
    "computed": mark("Computed here."),
    "asked": mark("Computed here with a figure asked of you."),
    "not_computed": mark("Not computed here."),
}
ALL_TITLES = TITLES | MORE_TITLES


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure, or one rule in words. place: as in the company's file; entry: of the whole that it is a part of.

    kind: also "asked" of the person, "not_found", "to_look_up", and "limit", which is what the computation leaves out.
    text: what the file says of it. currency: of an amount. year: "" where the entry has none. source: its title.
    """

    place: str
    entry: str
    title: str
    text: str = ""
    value: float | None = None
    unit: str = ""
    currency: str = ""
    kind: str = ""
    year: int | str = ""
    read: str = ""
    grade: str = ""
    source: str = ""
    address: str = ""
    formula: str = ""
    note: str = ""

    def cells(self) -> dict[str, object]:
        """By the names of `COLUMNS`."""
        return {name: value for name, value in asdict(self).items() if name in COLUMNS}


COLUMNS = tuple(field.name for field in fields(FigureRow) if field.name != "entry")


def figure_rows(company: Company, speech: Speech) -> tuple[FigureRow, ...]:
    """All of them, in the order of the file."""
    return tuple(_Reader(company, speech).rows(company))


@dataclass(frozen=True, slots=True)
class _Reader:
    company: Company
    speech: Speech

    def rows(self, value: object, place: str = "") -> Iterator[FigureRow]:
        """The rows of everything inside a value."""
        if place == "buy_back.freight_paid_by" and isinstance(value, Words):
            yield FigureRow(place, place, self.title(place), self.speech.told(value))
        elif isinstance(value, Cited):
            yield from self.cited(value, place)
        elif isinstance(value, PartOfPay | Gate | Proof):
            yield self.of_the_plan(value, place)
        elif isinstance(value, NotFound | Asked | MissingLevel | Limit):
            yield self.uncited(value, place)
        elif isinstance(value, ToLookUp):
            text, title = self.speech.told(value.text), self.title(place)
            yield FigureRow(place, place, title, text, kind="to_look_up", address=value.where)
        else:
            for inner, where in _inside(value, place):
                yield from self.rows(inner, where)

    def cited(self, entry: Cited, place: str) -> Iterator[FigureRow]:
        """A row for each figure of the entry; the levels that a company does not publish are entries of their own."""
        source = self.company.sources[entry.source]
        note = self.speech.told(entry.note)
        if isinstance(entry, Component):
            standing = self.speech.text(STANDINGS[entry.standing])
            note = " ".join(filter(None, (standing, self.speech.told(entry.why), note)))
        row = FigureRow(
            place,
            place,
            self.speech.told(entry.name) if isinstance(entry, Component) else self.title(place),
            kind=entry.kind,
            year=entry.year,
            read=entry.read.isoformat() if entry.read else "",
            grade=entry.grade,
            source=source.title,
            address=source.address or "",
            formula=self.speech.told(entry.formula),
            note=note,
        )
        for part in parts_of(entry, self.speech):
            yield self.with_part(row, part)
        for number, level in enumerate(getattr(entry, "missing", ()), start=1):
            yield self.uncited(level, f"{place}.missing[{number}]")

    def of_the_plan(self, entry: PartOfPay | Gate | Proof, place: str) -> FigureRow:
        """What a pay plan says, by its name, with where it was read."""
        name = self.speech.told(entry.title if isinstance(entry, Proof) else entry.name)
        source = self.company.sources.get(entry.source or "")
        return FigureRow(
            place,
            place,
            self.title(place),
            name or str(getattr(entry, "rule", "")).replace("_", " "),
            kind=(YOURS if entry.source == YOURS else "published") if source else "",
            year=entry.year or "",
            source=source.title if source else "",
            address=(source and source.address) or "",
        )

    def with_part(self, row: FigureRow, part: Part) -> FigureRow:
        """One figure of an entry."""
        currency = (part.currency or self.company.currency) if part.unit.startswith("money") else ""
        place = f"{row.place}.{part.place}" if part.place else row.place
        return replace(row, place=place, text=part.text, value=part.value, unit=part.unit, currency=currency)

    def uncited(self, entry: NotFound | Asked | MissingLevel | Limit, place: str) -> FigureRow:
        """What no source gives, or what is left out."""
        key = getattr(entry, "source", None)
        source = self.company.sources[key] if key else None
        row = FigureRow(
            place,
            place,
            self.title(place),
            source=source.title if source else "",
            address=(source and source.address) or "",
        )
        match entry:
            case NotFound():
                return replace(row, kind="not_found", text=self.speech.told(entry.not_found))
            case Limit():
                return replace(row, kind="limit", text=self.speech.told(entry.text))
            case MissingLevel():
                title, text = self.speech.told(entry.title), self.speech.told(entry.reason)
                return replace(row, kind="asked", title=title, text=text, unit="share")
            case Asked():
                title, text = self.speech.told(entry.title), self.speech.told(entry.reason)
                asked = replace(row, kind="asked", title=title, text=text)
                return self.with_part(asked, Part("", text, entry.assumed, entry.unit))

    def title(self, place: str) -> str:
        """What the place is called, without the numbers of a list."""
        return self.speech.text(ALL_TITLES.get(place.partition("[")[0], ""))


def _inside(value: object, place: str) -> Iterator[tuple[object, str]]:
    """What a group or a list holds, with the place of each. Sources are none of a company's entries."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "sources":
                yield getattr(value, name), f"{place}.{name}" if place else name
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield inner, f"{place}.{name}"
    elif isinstance(value, tuple):
        for number, inner in enumerate(value, start=1):
            yield inner, f"{place}[{number}]"
