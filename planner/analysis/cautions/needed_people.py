"""In which month a plan would need more people than there are: than Sweden, the United States and the world have."""

from dataclasses import dataclass

import numpy as np

from planner.analysis.cautions.of_people import SWEDEN, UNITED_STATES, WORLD, joined_without_end
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.projection.plan_assumptions import plan_assumptions


@dataclass(frozen=True, slots=True)
class Place:
    """How many people live somewhere. people: rounded; counted: as the source gives them; year: at whose end or start.

    name: a marked text that follows "more people than live in".
    """

    name: str
    people: float
    counted: str
    year: int
    source: str
    address: str


# Rounded, since a month more or less is all that a few hundred thousand people change.
PLACES = (
    Place(
        mark("Sweden"),
        SWEDEN,
        "10 587 710",
        2024,
        "Statistiska centralbyrån (SCB)",
        "https://scb.se/hitta-statistik/statistik-efter-amne/befolkning-och-levnadsforhallanden/"
        "befolkningens-sammansattning-och-utveckling/befolkningsstatistik/pong/tabell-och-diagram/"
        "folkmangd-och-befolkningsforandringar---helarsstatistik/"
        "folkmangd-i-riket-lan-och-kommuner-31-december-2024-och-befolkningsforandringar-2024",
    ),
    Place(
        mark("the United States"),
        UNITED_STATES,
        "341 million",
        2025,
        "U.S. Census Bureau, quoted by Manila Bulletin",
        "https://balita.mb.com.ph/2025/01/01/populasyon-ng-mundo-maaaring-pumalo-ng-809-bilyon-ngayong-2025",
    ),
    Place(
        mark("the world"),
        WORLD,
        "8.09 billion",
        2025,
        "U.S. Census Bureau, quoted by Manila Bulletin",
        "https://balita.mb.com.ph/2025/01/01/populasyon-ng-mundo-maaaring-pumalo-ng-809-bilyon-ngayong-2025",
    ),
)


@dataclass(frozen=True, slots=True)
class Needed:
    """A place, and the first month at whose end more people would have joined below than live there; None if never."""

    place: Place
    month: int | None


def needed_people(plan: Plan) -> tuple[Needed, ...]:
    """For each place, were nobody ever to run out; ten years ahead, schedules going on as they end."""
    joined = joined_without_end(plan_assumptions(plan))
    months = (np.flatnonzero(joined > place.people) for place in PLACES)
    return tuple(
        Needed(place, int(month[0]) if len(month) else None) for place, month in zip(PLACES, months, strict=True)
    )
