"""Writes docs/licences.md: under which licence is what is installed; `make licences` runs it, and a test compares."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import metadata

from tests.test_layers import PROJECT_FOLDER

PAGE = PROJECT_FOLDER / "docs" / "licences.md"
LOCKED = PROJECT_FOLDER / "locked"
USES = {"requirements.txt": "the program", "requirements-dev.txt": "tests", "requirements-bench.txt": "`make bench`"}

# With which a program under Apache-2.0 may be used: they ask for their notice at most. MPL-2.0 and LGPL-3.0 ask for the
# source of what is under them where it is passed on, and that it can be exchanged; we pass on none and change none.
COMPATIBLE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "LGPL-3.0-only", "MIT", "MIT-CMU"),
    *("MPL-2.0", "PSF-2.0", "Zlib"),
}

# What a package's own files say where its metadata say nothing, or where the tests do not install it.
READ_IN_ITS_FILES = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # axe-core, which it brings along, is under the second
    "beniget": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "gast": "BSD-3-Clause",
    "mesa": "Apache-2.0",
    "networkx": "BSD-3-Clause",
    "ply": "BSD-3-Clause",
    "pythran": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "setuptools": "MIT",
    "tqdm": "MPL-2.0 AND MIT",
}

# As metadata say it that are older than the names of SPDX.
CALLED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

HEAD = """\
# Licences

Everything that is installed beside Joinwise, which is under Apache-2.0 (LICENSE); `make licences` writes this page.
Nothing of it is passed on with Joinwise. `BSD` stands where a package does not say which of its kinds. What Streamlit's
page brings into the browser is part of its own package.

| package | version | licence | for |
|---|---|---|---|
"""


def locked(file: str) -> Iterator[tuple[str, str]]:
    """The packages of a file in locked/ with their versions, of which one may have several."""
    return (
        (name, version) for name, version in re.findall(r"^([\w.-]+)==(\S+)", (LOCKED / file).read_text(), re.MULTILINE)
    )


def licence(package: str) -> str:
    """As SPDX calls it; "" where nothing says it."""
    if package in READ_IN_ITS_FILES:
        return READ_IN_ITS_FILES[package]
    said = metadata(package)
    stated = said.get("License-Expression") or said.get("License") or ""
    classified = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or [] if each.startswith("License")]
    called = [CALLED.get(each, each) for each in (stated, *classified)]
    return next((each for each in called if is_known(each)), "")


def is_known(expression: str) -> bool:
    """Whether an expression of SPDX names licences that we know; all of them, or one of those to be chosen from."""
    return any(set(choice.split(" AND ")) <= COMPATIBLE for choice in expression.split(" OR "))


def licences_report() -> str:
    """The page."""
    versions: dict[str, list[str]] = {}
    uses: dict[str, str] = {}
    for file, use in USES.items():
        for name, version in locked(file):
            uses.setdefault(name, use)
            versions.setdefault(name, [])
            if version not in versions[name]:
                versions[name].append(version)
    return HEAD + "".join(_row((name, ", ".join(versions[name]), licence(name), uses[name])) for name in sorted(uses))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(licences_report(), encoding="utf-8")
