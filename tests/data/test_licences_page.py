"""Everything that is installed is pinned, and under a licence that goes with ours."""

import re
import sys
from importlib.metadata import version

import pytest

from tests.data.licences_page import LOCKED, PAGE, READ_IN_ITS_FILES, USES, is_known, licence, licences_report, locked
from tests.test_layers import PROJECT_FOLDER

REMEDY = "run make locked and make licences"


@pytest.mark.parametrize("file", USES)
def test_what_is_required_is_locked_at_that_version_with_hashes(file: str) -> None:
    wanted = re.findall(r"^([\w.-]+)==([\w.]+)", (PROJECT_FOLDER / file).read_text(), re.MULTILINE)
    assert wanted
    pinned = list(locked(file))
    for name, number in wanted:
        assert (name.lower(), number) in pinned, REMEDY
    text = (LOCKED / file).read_text()
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pinned)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_files_agree() -> None:
    most = set(locked("requirements-bench.txt"))
    assert set(locked("requirements.txt")) < set(locked("requirements-dev.txt")) < most


def test_what_is_installed_here_is_what_is_locked() -> None:
    for name, number in locked("requirements-dev.txt"):
        if name != "colorama" or sys.platform == "win32":  # which Windows alone needs
            assert version(name) == number, f"{name}: make test installs what is locked"


def test_what_make_test_does_not_install_is_read_without_it() -> None:
    only_benched = {name for name, _version in locked("requirements-bench.txt")} - {
        name for name, _version in locked("requirements-dev.txt")
    }
    assert only_benched <= set(READ_IN_ITS_FILES), "or the page can't be written where make bench never ran"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == licences_report(), REMEDY


@pytest.mark.parametrize("package", sorted({name for name, _version in locked("requirements-bench.txt")}))
def test_a_licence_is_known_and_goes_with_ours(package: str) -> None:
    assert is_known(licence(package)), f"{package}: read its licence, and name it in tests/data/licences_page.py"


@pytest.mark.parametrize("said", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "UNKNOWN"])
def test_another_licence_is_found(said: str) -> None:
    assert not is_known(said)


def test_one_may_be_chosen() -> None:
    assert is_known("GPL-2.0-only OR MIT")
