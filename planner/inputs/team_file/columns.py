"""The columns of a team's file, and by which names of other people they are recognised."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.errors import Fault
from planner.inputs.file_text import short
from planner.language import mark

ColumnName = Literal[
    "member",
    "sponsor",
    "joined",
    "month",
    "personal_volume",
    "customer_sales",
    "joining_order",
    "value",
    "customers",
    "placed_under",
    "side",
    "rank",
    "order",
    "sold",
    "used",
    "country",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. title: what it holds, to be translated. others: what it is called elsewhere, in English and Swedish.

    needed: whether no team can be read without it.
    """

    name: ColumnName
    title: str
    others: tuple[str, ...]
    needed: bool = False


COLUMNS = (
    Column(
        "member",
        mark("Member: a name or a number"),
        ("member id", "id", "name", "distributor", "distributor id", "consultant", "consultant id", "associate",
         "associate id", "partner", "partner id", "ibo", "ibo number", "medlem", "medlemsid", "medlemsnummer", "namn",
         "distributör", "återförsäljare", "konsult", "id nummer"),
        needed=True,
    ),
    Column(
        "sponsor",
        mark("Sponsor: who recruited them"),
        ("sponsor id", "sponsor name", "sponsor number", "upline", "upline id", "enroller", "enroller id", "recruiter",
         "recruited by", "referred by", "parent", "värvare", "värvad av", "rekryterare", "rekryterad av",
         "sponsornummer", "sponsorns namn"),
        needed=True,
    ),
    Column(
        "joined",
        mark("Month of joining"),
        ("join date", "joining date", "start date", "enrolled", "enrollment date", "enrolment date", "sign up date",
         "gick med", "startdatum", "inträde", "inträdesdatum", "medlem sedan", "registrerad"),
    ),
    Column("month", mark("Month of the orders"), ("period", "commission period", "commission month", "månad")),
    Column(
        "personal_volume",
        mark("Own points of the month"),
        ("pv", "points", "volume", "personal points", "personal volume points", "poäng", "volym", "personlig volym",
         "egen volym", "egna poäng"),
        needed=True,
    ),
    Column(
        "customer_sales",
        mark("Of them, what outside customers bought"),
        ("customer volume", "customer points", "retail volume", "pcv", "kundförsäljning", "kundvolym", "kundpoäng",
         "försäljning till kunder"),
    ),
    Column(
        "joining_order",
        mark("Of them, the order at joining"),
        ("first order", "starter order", "enrollment order", "enrolment order", "startorder", "första order",
         "första ordern", "inträdesorder"),
    ),
    Column(
        "value",
        mark("Commissionable money"),
        ("commissionable value", "commissionable money", "commissionable", "provisionsgrundande",
         "provisionsgrundande belopp", "provisionsunderlag"),
    ),
    Column(
        "customers",
        mark("How many outside customers bought"),
        ("customer count", "active customers", "number of customers", "kunder", "antal kunder"),
    ),
    Column(
        "placed_under",
        mark("Placed under"),
        ("placement", "placement id", "placement sponsor", "placerad under", "placering"),
    ),
    Column("side", mark("On which side or place"), ("leg", "position", "sida", "ben", "plats")),
    Column("rank", mark("Rank so far"), ("title", "paid as", "rang", "titel")),
    Column(
        "order",
        mark("Single order: its number, where each row is one"),
        ("order number", "order id", "order no", "invoice", "invoice number", "ordernummer", "ordernr", "faktura",
         "fakturanummer"),
    ),
    Column(
        "sold",
        mark("Points sold from the shelf to outside customers"),
        ("sold from stock", "sold from the shelf", "sålt ur lager", "sålt från hyllan"),
    ),
    Column(
        "used",
        mark("Points of goods used by themselves"),
        ("own use", "personal use", "egen användning", "egen förbrukning"),
    ),
    Column("country", mark("Country, where points are worth differently"), ("land",)),
)  # fmt: skip
Places = Mapping[ColumnName, int]  # of the columns that are there, counted from 0 in the file

MISSING = mark("No column is recognised as {name}. The file has these: {columns}. Name one {name}, or say which it is.")
SEVERAL = mark("These columns could each be this: {columns}. Say which one is meant, or name it {name}.")
MAPPED_NOWHERE = mark("The file has no column of this name. It has {columns}.")
MAPPED_TWICE = mark("This column was named for two things. Name another one for one of them.")
TWICE_IN_HEADER = mark("Two columns have this name. Give each a name of its own.")


def key_of(text: str) -> str:
    """A column's name as it is compared: small letters and digits alone."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


KNOWN: dict[str, ColumnName] = {
    key_of(name): column.name for column in COLUMNS for name in (column.name, *column.others)
}


def places_of(header: Sequence[str], mapping: Mapping[ColumnName, str]) -> tuple[dict[ColumnName, int], list[Fault]]:
    """Where each column stands, and what keeps them from being told.

    mapping: the names in the file that the caller states, by our own; they go before what is recognised.
    """
    faults = list(_wrongly_mapped(header, mapping))
    places: dict[ColumnName, int] = {ours: header.index(name) for ours, name in mapping.items() if name in header}
    listed = ", ".join(short(name) for name in header)
    for column in COLUMNS:
        if column.name in mapping:
            continue
        found = [at for at, name in enumerate(header) if KNOWN.get(key_of(name)) == column.name]
        found = [at for at in found if at not in places.values()]
        exact = [at for at in found if key_of(header[at]) == key_of(column.name)]
        found = exact or found
        if len(found) > 1:
            here = ", ".join(short(header[at]) for at in found)
            message = TWICE_IN_HEADER if len({header[at] for at in found}) == 1 else SEVERAL
            faults.append(Fault(column.name, message, "", "", {"columns": here, "name": column.name}))
        elif found:
            places[column.name] = found[0]
        elif column.needed:
            parameters = {"columns": listed, "name": column.name}
            faults.append(Fault(column.name, MISSING, "", "", parameters))
    return places, faults


def _wrongly_mapped(header: Sequence[str], mapping: Mapping[ColumnName, str]) -> list[Fault]:
    listed = ", ".join(short(name) for name in header)
    named = list(mapping.values())
    faults = [
        Fault(ours, MAPPED_NOWHERE, short(name), "", {"columns": listed})
        for ours, name in mapping.items()
        if name not in header
    ]
    twice = [ours for place, (ours, name) in enumerate(mapping.items()) if name in named[:place]]
    return faults + [Fault(ours, MAPPED_TWICE, short(mapping[ours])) for ours in twice]
