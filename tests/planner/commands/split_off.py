"""Commands as a shell starts them, in processes that are split off from one that has imported the planner already.

A start of Python with all that it imports takes ten times as long as what a command then does. What is split off has
its streams where the shell would have led them, opened as Python opens them, and ends as any program of Python does.
As a program of its own this is the process that the others are split off from.
"""

import json
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

PROJECT_FOLDER = Path(__file__).parents[3]
Led = Mapping[int, str | None]  # 1 stdout, 2 stderr: the file that it is led to, None where it is closed


class Shell:
    """Runs one command after the other."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, argv: list[str], led: Led, environment: Mapping[str, str]) -> tuple[int, str]:
        """The exit status, and what went to stderr where it is not led elsewhere."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        json.dump([argv, list(led.items()), dict(environment)], self._process.stdin)
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        status, said = json.loads(self._process.stdout.readline())
        return status, said


@contextmanager
def running() -> Iterator[Shell]:
    """A process that commands are split off from, until it is not needed any more."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(
        command, cwd=PROJECT_FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Shell(process)
        process.communicate()


def become(argv: list[str], led: list[tuple[int, str | None]], environment: dict[str, str], said: int) -> None:
    """This process is from here on the command; said: where stderr goes if nothing else is stated."""
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(0, 1)
    os.dup2(said, 2)
    os.close(said)
    for descriptor, path in led:
        if path is None:
            os.close(descriptor)
        else:
            os.dup2(os.open(path, os.O_WRONLY), descriptor)
    sys.stdout, sys.stderr = stream(1, "strict"), stream(2, "backslashreplace")
    sys.argv = ["planner", *argv]
    runpy.run_module("planner", run_name="__main__", alter_sys=True)


def stream(descriptor: int, errors: str) -> Any:
    """As Python opens it when it starts; None where it is closed."""
    unbuffered = bool(os.environ.get("PYTHONUNBUFFERED"))
    try:
        raw = os.fdopen(descriptor, "wb", buffering=0 if unbuffered else -1, closefd=False)
    except OSError:
        return None
    lines = descriptor == 2  # messages are seen line by line
    return TextIOWrapper(raw, "utf-8", errors, newline="\n", line_buffering=lines, write_through=unbuffered)


def main() -> None:
    """A line of JSON for each command, and one for what came of it."""
    import planner.commands.main  # noqa: F401

    for line in sys.stdin:
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(reading)
            become(*json.loads(line), writing)
            return
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8", errors="replace") as told:
            said = told.read()
        _, ended = os.waitpid(process, 0)
        print(json.dumps([os.waitstatus_to_exitcode(ended), said]), flush=True)


if __name__ == "__main__":
    main()
