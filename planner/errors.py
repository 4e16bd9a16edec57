"""Faults: what is wrong in a person's data, as values that are all reported at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file or a field, ready to be put into words in any language.

    message is a marked English template that says what is wanted, why it matters and what to do; its {placeholders} are
    filled from parameters after translation. file is "" where there is no file, path "" where the whole of it is meant,
    found "" where nothing was there.
    """

    path: str
    message: str
    found: str = ""
    file: str = ""
    parameters: Mapping[str, str | float] = field(default_factory=dict)
