"""Why something is not kept or not opened, each in a sentence; and what the database says in our words."""

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

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

MISSING = Fault(
    "",
    mark(
        "The file with the saved plans is not where it was, or may not be opened; or none was ever kept on this "
        "computer. Open the link where the plan was kept, put the file back, or keep your plan anew."
    ),
)
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
STATED_AS = "JOINWISE_DATABASE"
NO_DATABASE = Fault(
    "",
    mark(
        "What is stated as the database, {setting}, is none that Joinwise can use. Correct it, and start the planner "
        "anew."
    ),
    parameters={"setting": STATED_AS},
)
NO_ANSWER = Fault(
    "",
    mark(
        "The database with the saved plans does not answer, or does not let the planner in. Try again in a moment, or "
        "save your plan as a file. Whoever runs the planner finds the database under {setting}."
    ),
    parameters={"setting": STATED_AS},
)
REFUSED = Fault("", mark("The database with the saved plans failed, and nothing was saved. Save your plan as a file."))

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
}
# What PostgreSQL says, as its code (SQLSTATE) or the beginning of it.
CODES_OF_POSTGRESQL = {
    "08": NO_ANSWER,  # the connection
    "25006": READ_ONLY,
    "40": LOCKED,  # two stood in each other's way
    "42501": READ_ONLY,  # no right to write
    "42P01": HALF,  # no such table
    "42703": HALF,  # no such column
    "53100": FULL,
    "53": NO_ANSWER,  # too many connections, no memory
    "55P03": LOCKED,
    "57": NO_ANSWER,  # it is being stopped or started
    "XX001": HALF,
}


def fault_of(error: DBAPIError) -> Fault:
    """What went wrong in the database, in a sentence."""
    if isinstance(error.orig, sqlite3.Error):
        said = str(error.orig).lower()
        return next((fault for words, fault in SAID_BY_SQLITE.items() if words in said), REFUSED)
    # A connection that does not come about, or that ends, has no code, only words in the server's own language.
    code = getattr(error.orig, "sqlstate", None) or ("08" if isinstance(error, OperationalError) else "")
    return next((fault for begins, fault in CODES_OF_POSTGRESQL.items() if code.startswith(begins)), REFUSED)
