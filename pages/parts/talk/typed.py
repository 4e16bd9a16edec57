"""What is typed into the talk itself: texts, an amount, a day."""

from collections.abc import Callable
from typing import Any

from pages.shared.fields import field, places
from pages.shared.session import state, together
from planner.errors import Fault

TALK = "talk"  # how the place of what is typed begins


def words(name: str, label: str) -> None:
    """A text of the talk."""
    draw(name, label, "text", getattr(together.talk(), name), lambda value: together.in_talk(**{name: value or ""}))


def amount(name: str, label: str) -> None:
    """An amount of the talk, which may be left empty."""
    titled = places.with_unit(label, "money", state.speech())
    draw(name, titled, "money", getattr(together.talk(), name), lambda value: together.in_talk(**{name: value}))


def day(name: str, label: str) -> None:
    """A day of the talk, which may be left empty."""
    stands = getattr(together.talk(), name)

    def take(typed: str | None) -> tuple[Fault, ...]:
        value = together.as_day(typed)
        return (value,) if isinstance(value, Fault) else together.in_talk(**{name: value})

    draw(name, label, "text", None if stands is None else stands.isoformat(), take)


def of_mentor(name: str, label: str) -> None:
    """A text about the mentor."""
    draw(
        f"mentor.{name}", label, "text", getattr(together.talk().mentor, name), lambda value: mentor(name, value or "")
    )


def mentor(name: str, value: Any) -> tuple[Fault, ...]:
    """States something of the mentor anew."""
    return together.in_talk(mentor=dict(together.talk().mentor) | {name: value})


def draw(name: str, label: str, unit: str, now: Any, take: Callable[[Any], tuple[Fault, ...]]) -> None:
    """A field of the talk, and under it why what was typed is not taken."""
    place = (TALK, *name.split("."))
    key = f"{'number' if unit == 'money' else 'text'}:talk.{name}"
    field.draw(field.Target(place, key, label, unit, None if now == "" else now, take, may_be_empty=True))
    field.tell(place)
