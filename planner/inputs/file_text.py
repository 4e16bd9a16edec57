"""A file's bytes, and these as text, or the one fault for which they cannot be read."""

from pathlib import Path

from planner.errors import Fault
from planner.language import mark

LARGEST_FILE = 1_200_000  # bytes; a saved plan is near 3,000, a company file near 20,000
LARGEST_RESULT = 5_000_000  # as much as the browser hands over; six companies over 120 months are near 2,000,000
CANNOT_BE_OPENED = mark("This file cannot be opened. Check its name and who may read it.")
IS_A_FOLDER = mark("This is a folder, and one file is wanted here. Name a file in it.")


def data_of(path: Path, name: str, most: int = LARGEST_RESULT) -> bytes | Fault:
    """What a file holds, up to one byte more than is read, or why it cannot be opened. name: as the fault calls it."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except IsADirectoryError:
        return Fault("", IS_A_FOLDER, "", name)
    except OSError:
        return Fault("", CANNOT_BE_OPENED, "", name)


def text_of(data: bytes, file: str, most: int = LARGEST_FILE) -> str | Fault:
    """UTF-8 text of at most so many bytes, with or without the mark that some editors put first."""
    if len(data) > most:
        message = mark("This file is larger than {most} bytes, so it cannot be one of ours. Choose another file.")
        return Fault("", message, "", file, {"most": most})
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = mark("Byte {byte} of this file is no text in UTF-8. Save the file as UTF-8, or choose another file.")
        return Fault("", message, "", file, {"byte": error.start + 1})


def fault_at(text: str, line: int, column: int, message: str, file: str) -> Fault:
    """A fault at a place in the text, with the line that stands there. The message names {line} and {column}."""
    # Split at line feeds alone, as the parsers count lines.
    found = text.split("\n")[line - 1].strip()
    return Fault("", message, short(found), file, {"line": line, "column": column})


LONGEST_FOUND = 60


def short(text: str) -> str:
    """A text as it may be shown: on one line, cut to 60 characters, without characters that do not print."""
    text = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 1] + "…"
