"""python -m tests.fuzz [--count 100000] [--seed 1] ...: figures, and 1 where any failed."""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.tried import Failure, Found, try_mutants


def main() -> int:
    """Tries so many mutants, prints what became of them and keeps those that failed."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answer", type=float, default=1.0, help="of this share of those accepted ask for all answers")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so many")
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that failed")
    arguments = parser.parse_args()
    began, found, said, reported = time.monotonic(), Found(), 0.0, 0
    for found in try_mutants(arguments.count, arguments.seed, arguments.answer):
        spent = time.monotonic() - began
        for failure in found.failures[reported:]:
            report(failure, reported, arguments.keep)
            reported += 1
        if spent > said + 60:
            said = spent
            print(told(found, spent), flush=True)
        if spent > 60 * arguments.minutes:
            break
    print(told(found, time.monotonic() - began))
    return 1 if found.failures else 0


def report(failure: Failure, number: int, folder: Path | None) -> None:
    """Says what failed, and keeps the mutant where a folder is named."""
    print(f"{number:4} {failure.sort}, {failure.kind}: {failure.where}", flush=True)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}-{failure.sort.replace(' ', '-')}").write_bytes(failure.data)


def told(found: Found, seconds: float) -> str:
    """The figures on one line."""
    sorts = ", ".join(f"{name} {found.accepted[name]} of {count}" for name, count in found.tried.items())
    kinds = Counter(failure.kind for failure in found.failures)
    wrong = ", ".join(f"{kinds[kind]} {kind}" for kind in ("traceback", "not finite", "slow"))
    return f"{found.tried.total()} tried in {seconds:.0f} s, accepted: {sorts}; {wrong}; longest {found.longest:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
