"""Saved plans: kept for the first time, opened by a link, saved again as a version, and deleted.

Each of these is one transaction: a crash at any point leaves what was there before, or what was saved, whole.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select, update

from planner.errors import Fault
from planner.inputs.plan_file import read_plan_file, with_changes
from planner.inputs.together.notes import with_all_of
from planner.store import expiry
from planner.store.by_link import LinkRow, add_link, link_of, may_change, short_name
from planner.store.database import answers_faults, writing
from planner.store.refusals import NO_LINK, NO_VERSION, ONLY_LOOK, ONLY_NOTES, TOO_MANY
from planner.store.rights import Right, new_token
from planner.store.room import no_room
from planner.store.tables import SAVED_PLANS, VERSIONS

DAYS: tuple[int | None, ...] = (30, 365, None)  # that a plan is kept after it was last saved; None: until deleted
USUAL_DAYS = 365
MOST_VERSIONS = 1_000
Figures = Mapping[str, float | str | None]


@dataclass(frozen=True, slots=True)
class Written:
    """What is saved. file: the bytes of the plan's file, kept as they are. by: as who saves calls themselves.

    changed: the inputs that differ from the version before, as paths, and other parts of the file by their names.
    figures: what the plan comes to, by name, as who saves has them, and their currency; None for what is never reached.
    """

    file: bytes
    by: str
    changed: tuple[str, ...] = ()
    figures: Figures | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version without its file. saved_at: seconds since 1970 (UTC). right: of the link that it was saved with.

    baseline: the name under which it was fixed; "" where it was not.
    """

    number: int
    saved_at: int
    saved_by: str
    right: Right
    changed: tuple[str, ...]
    figures: Figures
    baseline: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link opens: the newest version with its file, what the link lets do, and how long the plan is kept."""

    right: Right
    days: int | None
    kept_until: int | None
    version: Version
    file: bytes


@dataclass(frozen=True, slots=True)
class Between:
    """Somebody saved between the version that a save rests on and that save, which was not kept. newest: theirs."""

    newest: Opened


@answers_faults
def keep(engine: Engine, written: Written, days: int | None = USUAL_DAYS) -> str | Fault:
    """Keeps a plan for the first time. Gives what stands in the link that may change it, told this once."""
    plan, token = uuid4().hex, new_token()
    with writing(engine) as connection:
        expiry.remove_expired(connection)
        if full := no_room(connection, len(written.file)):
            return full
        connection.execute(insert(SAVED_PLANS).values(id=plan, days=days, kept_until=expiry.until(days)))
        _add_version(connection, plan, 1, "change", written)
        add_link(connection, plan, token, "change", "")
    return token


@answers_faults
def open_plan(engine: Engine, token: str) -> Opened | Fault:
    """What a link opens: the newest version; or the one sentence for a link that opens nothing."""
    with engine.connect() as connection:
        link = link_of(connection, token)
        return NO_LINK if link is None else _newest(connection, link)


@answers_faults
def save(engine: Engine, token: str, rests_on: int, written: Written) -> int | Between | Fault:
    """Saves the next version, and gives its number. rests_on: the number of the version that it was made from.

    Where another came between, nothing is saved and both are there to choose from.
    """
    with writing(engine) as connection:
        expiry.remove_expired(connection)
        link = link_of(connection, token)
        if link is None:
            return NO_LINK
        if link.right == "look":
            return ONLY_LOOK
        newest = _newest(connection, link)
        if newest.version.number != rests_on:
            return Between(newest)
        if rests_on >= MOST_VERSIONS:
            return Fault("", TOO_MANY.message, "", "", {"most": MOST_VERSIONS})
        if link.right == "comment" and not _only_adds_notes(newest.file, written.file):
            return ONLY_NOTES
        if full := no_room(connection, len(written.file)):
            return full
        _add_version(connection, link.plan, rests_on + 1, link.right, written)
        _keep_for(connection, link.plan, link.days)
    return rests_on + 1


@answers_faults
def versions(engine: Engine, token: str) -> tuple[Version, ...] | Fault:
    """All versions, the newest first."""
    with engine.connect() as connection:
        link = link_of(connection, token)
        if link is None:
            return NO_LINK
        rows = connection.execute(_columns().where(VERSIONS.c.plan == link.plan).order_by(VERSIONS.c.number.desc()))
        return tuple(map(_version, rows))


@answers_faults
def file_of(engine: Engine, token: str, number: int) -> bytes | Fault:
    """The file of one version, byte by byte as it was saved."""
    with engine.connect() as connection:
        link = link_of(connection, token)
        if link is None:
            return NO_LINK
        at = (VERSIONS.c.plan == link.plan) & (VERSIONS.c.number == number)
        found: bytes | None = connection.execute(select(VERSIONS.c.file).where(at)).scalar()
        return NO_VERSION if found is None else found


@answers_faults
def fix_baseline(engine: Engine, token: str, number: int, name: str) -> Fault | None:
    """Fixes a version under a name; with no name it is a version as others are."""
    with writing(engine) as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        at = (VERSIONS.c.plan == link.plan) & (VERSIONS.c.number == number)
        done = connection.execute(update(VERSIONS).where(at).values(baseline=short_name(name) or None))
        return None if done.rowcount else NO_VERSION


@answers_faults
def keep_for(engine: Engine, token: str, days: int | None) -> Fault | None:
    """How long the plan is kept from now on, each time counted from the last save."""
    with writing(engine) as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        _keep_for(connection, link.plan, days)
    return None


@answers_faults
def delete_plan(engine: Engine, token: str) -> Fault | None:
    """Deletes the plan at once, with all versions, the notes in them, and every link."""
    with writing(engine) as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        connection.execute(delete(SAVED_PLANS).where(SAVED_PLANS.c.id == link.plan))
    return None


def _keep_for(connection: Connection, plan: str, days: int | None) -> None:
    connection.execute(
        update(SAVED_PLANS).where(SAVED_PLANS.c.id == plan).values(days=days, kept_until=expiry.until(days))
    )


def _add_version(connection: Connection, plan: str, number: int, right: Right, written: Written) -> None:
    connection.execute(
        insert(VERSIONS).values(
            plan=plan,
            number=number,
            saved_at=expiry.now(),
            saved_by=short_name(written.by),
            with_right=right,
            changed=json.dumps(written.changed),
            figures=json.dumps(dict(written.figures or {})),
            file=written.file,
        )
    )


def _newest(connection: Connection, link: LinkRow) -> Opened:
    last = select(func.max(VERSIONS.c.number)).where(VERSIONS.c.plan == link.plan).scalar_subquery()
    at = (VERSIONS.c.plan == link.plan) & (VERSIONS.c.number == last)
    row = connection.execute(_columns(VERSIONS.c.file).where(at)).one()
    return Opened(link.right, link.days, link.kept_until, _version(row), row.file)


def _columns(*more: object) -> Select[Any]:
    names = ("number", "saved_at", "saved_by", "with_right", "changed", "figures", "baseline")
    return select(*(VERSIONS.c[name] for name in names), *more)


def _version(row: Row[Any]) -> Version:
    changed: Iterable[str] = json.loads(row.changed)
    return Version(
        row.number,
        row.saved_at,
        row.saved_by,
        row.with_right,
        tuple(changed),
        json.loads(row.figures),
        row.baseline or "",
    )


def _only_adds_notes(before: bytes, after: bytes) -> bool:
    """Whether nothing else changes, but that a note may be done. Without accounts nobody's own notes are known."""
    (old, _faults), (new, _more) = read_plan_file(before, "before"), read_plan_file(after, "after")
    return old is not None and new is not None and with_changes(old, notes=with_all_of(old.notes, new.notes)) == new
