"""What a link opens, found by the hash of what stands in it, and what is kept of a new one."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from planner.errors import Fault
from planner.inputs.cited.source import UNSEEN
from planner.store import expiry
from planner.store.database import writes
from planner.store.refusals import NO_LINK, NOT_WITH_THIS
from planner.store.rights import Right, cleaned, hash_of
from planner.store.tables import LINKS, SAVED_PLANS

LONGEST_NAME = 80
LinkRow = Row[Any, Any, Any, Any]  # plan, right, days, kept_until


def link_of(connection: Connection, token: str) -> LinkRow | None:
    """The plan of a link with its right and how long it is kept; None for a link that opens nothing."""
    columns = (SAVED_PLANS.c.id.label("plan"), LINKS.c.right, SAVED_PLANS.c.days, SAVED_PLANS.c.kept_until)
    asked = select(*columns).join(LINKS).where(LINKS.c.token_hash == hash_of(cleaned(token)))
    if writes(connection):  # two who save at once wait here for each other; SQLite lets one write at a time anyway
        asked = asked.with_for_update(of=SAVED_PLANS)
    found = connection.execute(asked).first()
    return None if found is None or expiry.is_over(found.kept_until) else found


def may_change(connection: Connection, token: str) -> LinkRow | Fault:
    """The plan of a link that lets it be changed, or why it does not."""
    link = link_of(connection, token)
    if link is None:
        return NO_LINK
    return link if link.right == "change" else NOT_WITH_THIS


def add_link(connection: Connection, plan: str, token: str, right: Right, given_to: str) -> None:
    """Keeps the hash of a link, and not the link."""
    connection.execute(
        insert(LINKS).values(
            token_hash=hash_of(token), plan=plan, right=right, given_to=short_name(given_to), given_at=expiry.now()
        )
    )


def short_name(text: str) -> str:
    """A name as it is kept: on one line, without what nobody sees, at most 80 characters."""
    seen = UNSEEN.sub("", text[: 10 * LONGEST_NAME]).encode(errors="ignore").decode()  # without half characters
    return " ".join(seen.split())[:LONGEST_NAME]
