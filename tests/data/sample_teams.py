"""Writes the sample teams: invented people, drawn from a fixed seed. Run as `make teams`."""

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.inputs.company.catalog import DEFAULT_COMPANIES

FOLDER = DEFAULT_COMPANIES.parent / "teams"
MONTHS = ("2026-08", "2026-09", "2026-10")
COLUMNS = ("member", "sponsor", "joined", "month", "personal_volume", "customer_sales", "joining_order", "customers")
PLACEMENT = ("placed_under", "side")
FIRST_NAMES = (
    "Alma Bo Cilla Dag Ebba Folke Gun Hugo Ines Jon Kajsa Love Maj Nils Olga Per Quim Rut Sten Tove Ulf Vera Wilma "
    "Xerxes Ylva Zoe Åke Ängla Örjan Amos Berit Carl Doris Elof Fia Gry Hedda Ivar Jill Kurt"
)


@dataclass
class Person:
    """An invented member. below: how many they recruited; sides: what is free under them in the placement."""

    name: str
    sponsor: str
    joined: str
    zeal: float
    placed_under: str = ""
    side: str = ""
    sides: list[str] = field(default_factory=lambda: ["L", "R"])


def months_before(month: str, ago: int) -> str:
    number = int(month[:4]) * 12 + int(month[5:]) - 1 - ago
    return f"{number // 12}-{number % 12 + 1:02d}"


def people(names: list[str], seed: int) -> list[Person]:
    """A few recruit many, most recruit nobody; a sixth joins in the months of the file. Placed where there is room."""
    draw = random.Random(seed)  # noqa: S311 (the same each time is what is wanted)
    found = [Person(names[0], "", "2024-03", 1.0)]
    for number, name in enumerate(names[1:], start=1):
        late = number > len(names) * 5 // 6
        joined = MONTHS[(number * 3) % 3 if not late else number % 3] if late else ""
        able = [each for each in found if not joined or each.joined <= joined]
        sponsor = draw.choices(able, weights=[each.zeal**2 for each in able])[0]
        earliest = max(sponsor.joined, "2024-03")
        joined = joined or max(earliest, months_before(MONTHS[0], 1 + int(20 * (1 - number / len(names)))))
        person = Person(name, sponsor.name, joined, draw.random())
        queue = [sponsor]  # the next place that is free, breadth first
        while not queue[0].sides:
            above = queue.pop(0)
            queue += [each for each in found if each.placed_under == above.name]
        person.placed_under, person.side = queue[0].name, queue[0].sides.pop(0)
        found.append(person)
    return found


def lines(members: list[Person], seed: int, *, placed: bool) -> Iterator[list[str]]:
    """A line for each member and month in which they bought; of whoever never did, one with 0 points."""
    draw = random.Random(seed + 1)  # noqa: S311
    yield [*COLUMNS, *(PLACEMENT if placed else ())]
    for person in members:
        wrote = False
        for month in MONTHS:
            if person.joined > month:
                continue
            new = person.joined == month
            buys = new or draw.random() < 0.25 + 0.7 * person.zeal
            first = 60.0 if new else 0.0
            customers = int(draw.random() * 6 * person.zeal**2) if buys else 0
            sold = sum(15 + 5 * int(6 * draw.random()) for _ in range(customers))
            own = 10 * int(1 + 9 * draw.random() * (0.3 + person.zeal)) if buys else 0
            if not buys and (wrote or month != MONTHS[-1]):
                continue
            wrote = True
            cells = [person.name, person.sponsor, person.joined, month]
            cells += [f"{own + sold + first:g}", f"{sold:g}", f"{first:g}", str(customers)]
            yield [*cells, *((person.placed_under, person.side) if placed else ())]


def written(names: list[str], seed: int, *, placed: bool = False) -> bytes:
    """A team's file as this program writes them."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines(people(names, seed), seed, placed=placed))
    return text.getvalue().encode()


def samples() -> dict[str, bytes]:
    """Each sample by its file."""
    return {
        "forty-members.csv": written(FIRST_NAMES.split(), 7),
        "three-hundred-members.csv": written([f"M{number:03d}" for number in range(1, 301)], 11, placed=True),
    }


if __name__ == "__main__":
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
