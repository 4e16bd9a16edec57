"""The sample teams are what their script draws, and are read without a fault."""

import numpy as np
import pytest

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import pay_team
from planner.inputs.company.catalog import load_catalog
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.team_file.read import read_team_file
from tests.data.sample_teams import FOLDER, MONTHS, samples

SIZES = {"forty-members.csv": 40, "three-hundred-members.csv": 300}


def test_the_sample_teams_are_there_as_they_are_drawn():
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == samples()


@pytest.mark.parametrize(("name", "members"), SIZES.items())
def test_a_sample_team_is_read_and_paid(name, members):
    table, faults = read_team_file((FOLDER / name).read_bytes(), name)
    assert faults == ()
    assert table is not None
    assert (len(table.members), table.months, table.unread, table.unstated) == (members, MONTHS, (), ())
    assert (table.placed_under is not None) == ("three" in name)
    plan = pay_plan_of(load_catalog().companies["example-company"], {})
    assert plan is not None
    for month in pay_team(plan, team_months(table, plan)):
        assert 3 < np.count_nonzero(month.pay) < members / 2
