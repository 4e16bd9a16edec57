"""The commands that the README shows work as they stand there."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PYTHON = ".venv/bin/python"
COMMANDS = [
    line for line in (PROJECT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith(PYTHON)
]


def test_the_readme_shows_commands_and_a_picture_that_is_there() -> None:
    assert len(COMMANDS) >= 4
    assert (PROJECT / "docs" / "joinwise.png").is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command: str, tmp_path: Path) -> None:
    plan = PROJECT / "sample_data" / "plans" / "the-pitch.json"
    mine = tmp_path / "my-plan.json"  # the reader's own file, whatever it is called
    mine.write_bytes(plan.read_bytes())
    words = shlex.split(command.replace(PYTHON, sys.executable).replace("my-plan.json", str(mine)))
    files = [str(path) for word in words for path in (sorted(PROJECT.glob(word)) if "*" in word else [word])]
    run = subprocess.run(files, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout
