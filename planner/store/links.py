"""The links of a saved plan: given for somebody with a right, listed, and taken back one by one."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, select

from planner.errors import Fault
from planner.store.by_link import add_link, may_change
from planner.store.database import answers_faults, writing
from planner.store.rights import Right, cleaned, hash_of, new_token
from planner.store.tables import LINKS


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was given. key: by which it is taken back; opens nothing. own: whether it is the one asked with."""

    key: str
    right: Right
    given_to: str
    given_at: int
    own: bool


@answers_faults
def give(engine: Engine, token: str, right: Right, given_to: str) -> str | Fault:
    """A new link with a right: what stands in it, told this once."""
    with writing(engine) as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        new = new_token()
        add_link(connection, link.plan, new, right, given_to)
    return new


@answers_faults
def links(engine: Engine, token: str) -> tuple[Link, ...] | Fault:
    """Every link of the plan, in the order in which they were given."""
    own = hash_of(cleaned(token))
    with engine.connect() as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        asked = select(LINKS).where(LINKS.c.plan == link.plan).order_by(LINKS.c.given_at, LINKS.c.token_hash)
        return tuple(
            Link(row.token_hash, row.right, row.given_to, row.given_at, row.token_hash == own)
            for row in connection.execute(asked)
        )


@answers_faults
def revoke(engine: Engine, token: str, key: str) -> Fault | None:
    """Takes one link back: from now on it opens nothing. The others are as they were."""
    with writing(engine) as connection:
        link = may_change(connection, token)
        if isinstance(link, Fault):
            return link
        connection.execute(delete(LINKS).where(LINKS.c.plan == link.plan, LINKS.c.token_hash == key))
    return None
