"""python -m tests.planted_faults [--only WORD]: plants one fault at a time in how teams are paid; do tests notice?

In a copy, so that nothing here is touched. The tests nearest to a fault are tried first, and all others of teams only
where these did not notice; whatever none notices is listed at the end, and either changes nothing or wants a test.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.planted_faults.faults import FAULTS, TESTS, Fault

ROOT = Path(__file__).parents[2]
COPIED = ("planner", "tests", "sample_data", "pages", "locale", "docs")
ALL = (
    TESTS,
    "tests/examples/test_worked_examples_on_teams.py",
    "tests/planner/inputs/test_pay_file.py",
    "tests/planner/inputs/team_file",
)


def notices(copy: Path, *tests: str) -> bool:
    """Whether a test fails. Raises RuntimeError where none could be run."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]
    ended = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    if ended.returncode not in (0, 1, 2):
        raise RuntimeError(ended.stdout[-2000:] + ended.stderr[-2000:])
    return ended.returncode != 0


def is_noticed(copy: Path, fault: Fault, *tests: str) -> bool:
    """With the fault planted, and taken out again."""
    module = copy / fault.path
    right = module.read_text(encoding="utf-8")
    module.write_text(right.replace(fault.old, fault.new), encoding="utf-8")
    try:
        return notices(copy, *tests)
    finally:
        module.write_text(right, encoding="utf-8")


def unnoticed(copy: Path, faults: Sequence[Fault], *tests: str) -> list[Fault]:
    """Those that pass these tests, or the nearest of each where none are named; said one by one."""
    missed = []
    for fault in faults:
        seen = is_noticed(copy, fault, *(tests or (fault.looks_at,)))
        print(f"{'noticed' if seen else 'MISSED '} {fault.path}: {fault.old!r} -> {fault.new!r}", flush=True)
        missed += [] if seen else [fault]
    return missed


def main() -> int:
    """How many were noticed; 1 where one was not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", default="", help="faults whose module or text has this word")
    word = arguments.parse_args().only
    chosen = [fault for fault in FAULTS if word in fault.path or word in fault.old]
    gone = [fault for fault in chosen if (ROOT / fault.path).read_text(encoding="utf-8").count(fault.old) != 1]
    if gone:
        print("not there once:", *(f"{fault.path}: {fault.old!r}" for fault in gone), sep="\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in (*ROOT.glob("*.py"), ROOT / "pyproject.toml"):
            shutil.copy(path, copy)
        if notices(copy, *ALL):
            print("tests fail where nothing is planted")
            return 1
        far = unnoticed(copy, chosen)
        print(f"{len(far)} of {len(chosen)} passed the tests nearest to them; now all others of teams")
        missed = unnoticed(copy, far, *ALL)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} were noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
