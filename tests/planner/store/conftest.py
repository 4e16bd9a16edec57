"""A database of saved plans of its own for each test, and a plan kept in it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from planner.errors import Fault
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.store.database import address_of, open_store
from planner.store.saved_plans import Written, keep
from tests.plans import small_seller

FILE = PlanFile(company="example-company", plan=small_seller(name="Anna"))
FIRST = Written(dump_plan_file(FILE), "Anna")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return address_of(tmp_path / "with a space%20" / "plans.sqlite")


def path_of(url: str) -> Path:
    return Path(make_url(url).database or "")


@pytest.fixture
def store(url: str) -> Engine:
    found = open_store(url, make=True)
    assert not isinstance(found, Fault)
    return found


@pytest.fixture
def token(store: Engine) -> str:
    found = keep(store, FIRST)
    assert isinstance(found, str)
    return found
