"""How much the database of saved plans may come to, so that strangers cannot fill the disk of a shared planner."""

import os
from collections.abc import Mapping

from sqlalchemy import Connection

from planner.errors import Fault
from planner.language import mark

STATED_AS = "JOINWISE_MOST_SAVED"
USUAL = 2_000  # megabytes: hundreds of thousands of versions of ordinary plans
MEGABYTE = 1_000_000
WANTED = f"{STATED_AS} is how many megabytes saved plans may come to, a whole number such as {USUAL}; not {{found!r}}."
NO_ROOM = mark(
    "Nothing was saved: the saved plans of this planner take up all the room that they may have, {most} megabytes. "
    "Save your plan as a file. Whoever runs the planner can allow more with {setting}."
)
# Of a file what is in use; of a server the whole database, whose room comes back once it tidies up by itself.
MEASURED_BY = {
    "sqlite": "SELECT (SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM pragma_freelist_count), "
    "(SELECT page_size FROM pragma_page_size)",
    "postgresql": "SELECT pg_database_size(current_database()), 1",
}


def most_saved(environment: Mapping[str, str] = os.environ) -> int:
    """Megabytes, as stated, or as is usual. ValueError where what is stated is no whole number above 0."""
    text = environment.get(STATED_AS, "").strip()
    if not text:
        return USUAL
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(10**12)) and int(text) > 0):
        raise ValueError(WANTED.format(found=text))
    return int(text)


def no_room(connection: Connection, more: int) -> Fault | None:
    """Why so many bytes more are not saved; None where they may be."""
    number, size = connection.exec_driver_sql(MEASURED_BY[connection.dialect.name]).one()
    most = most_saved()
    if number * size + more <= most * MEGABYTE:
        return None
    return Fault("", NO_ROOM, "", "", {"most": most, "setting": STATED_AS})
