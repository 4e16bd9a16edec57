"""Why something is not kept or not opened, each in a sentence; and what the database says in our words."""

from sqlalchemy.exc import DBAPIError

from planner.errors import Fault
from planner.language import mark

NO_LINK = Fault(
    "",
    mark(
        "This link opens nothing: it is not whole, was taken back, or what it opened is no longer kept. Ask whoever "
        "gave it for another."
    ),
)
ONLY_LOOK = Fault("", mark("This link lets you look only, so nothing is saved with it. Save the plan as a file."))
ONLY_NOTES = Fault("", mark("This link lets you write notes only, so a change of the plan is not saved with it."))
NOT_WITH_THIS = Fault("", mark("This takes a link that may change the plan. Yours may not."))
NO_VERSION = Fault("", mark("There is no such version of the plan any more."))
TOO_MANY = Fault("", mark("A plan has at most {most} versions. Delete it, or keep the plan as a new one."))

MISSING = Fault("", mark("The file with the saved plans is not where it was. Put it back, or keep your plan anew."))
LOCKED = Fault("", mark("Another program holds the saved plans right now. Wait a moment, and try again."))
READ_ONLY = Fault("", mark("The saved plans may be read and not written here. Save your plan as a file."))
FULL = Fault("", mark("The disk with the saved plans is full. Make room on it, or save your plan as a file."))
NEWER = Fault("", mark("A newer version of Joinwise keeps the saved plans. Open them with that, or use the newest."))
HALF = Fault(
    "",
    mark(
        "The saved plans are not whole: parts of their database are missing. Bring a copy of it back; until then, save "
        "your plan as a file."
    ),
)
NO_DATABASE = Fault(
    "",
    mark(
        "What is stated as the database, {setting}, cannot be reached or is none. Correct it, and start the planner "
        "anew."
    ),
)

# What SQLite says, in a part of its words, and what it means here.
SAID_BY_SQLITE = {
    "locked": LOCKED,
    "readonly": READ_ONLY,
    "full": FULL,
    "unable to open": MISSING,
    "no such table": HALF,
    "no such column": HALF,
    "not a database": HALF,
    "malformed": HALF,
    "disk i/o error": FULL,
}


def fault_of(error: DBAPIError) -> Fault:
    """What went wrong in the database, in a sentence; the last of them where its own words say nothing known."""
    said = str(error.orig).lower()
    found = next((fault for words, fault in SAID_BY_SQLITE.items() if words in said), None)
    return found or Fault("", NO_DATABASE.message, "", "", {"setting": "JOINWISE_DATABASE"})
