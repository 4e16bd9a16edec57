"""How long a plan is kept, and what has been kept for as long as was said: no link opens it, and it is deleted.

That is when somebody saves anything, or opens the database anew.
"""

import time

from sqlalchemy import Connection, Select, delete, select

from planner.store.tables import SAVED_PLANS

SECONDS_A_DAY = 24 * 60 * 60


def now() -> int:
    """Seconds since 1970 (UTC)."""
    return int(time.time())


def until(days: int | None) -> int | None:
    """When a plan is over that is kept for so many days from now; None: not before it is deleted."""
    return None if days is None else now() + days * SECONDS_A_DAY


def is_over(kept_until: int | None) -> bool:
    """Whether a plan has been kept for as long as was said."""
    return kept_until is not None and kept_until <= now()


def expired() -> Select[tuple[str]]:
    """The plans that are over."""
    return select(SAVED_PLANS.c.id).where(SAVED_PLANS.c.kept_until <= now())


def remove_expired(connection: Connection) -> None:
    """Deletes them, but for what somebody else is deleting right now."""
    connection.execute(delete(SAVED_PLANS).where(SAVED_PLANS.c.id.in_(expired().with_for_update(skip_locked=True))))
