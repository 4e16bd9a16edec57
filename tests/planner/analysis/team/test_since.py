"""What came and left between two looks at a team, held against a pencil: two months of a file, and two files."""

from dataclasses import replace

import numpy as np

from planner.analysis.team.paid import Payer, TeamPaid, pay_table
from planner.analysis.team.since import (
    alike_in_words,
    month_before,
    named_alike,
    numbered_alike,
    rows_of,
    since,
    since_in_words,
    then_and_now,
)
from planner.export.team_since import COLUMNS, since_frame, since_record
from planner.inputs.team_file.read import TeamTable, read_team_file
from planner.speech import Speech
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

ENGLISH, SWEDISH = Speech("en", "USD", "2026-01"), Speech("sv", "USD", "2026-01")
PLAN = plan_of(
    {"rule": "unilevel", "rates": (0.1,), "pays_on_inactive": True},
    minimum_personal_volume=50,
    ranks=[{"name": "Lead", "group_volume": 500}],
)
HEAD = "member,sponsor,joined,month,personal_volume\n"
THEN = HEAD + "Ann,,,2026-01,100\nBo,Ann,,2026-01,300\nCy,Bo,,2026-01,200\nDi,Ann,,2026-01,60\nEd,Ann,,2026-01,10\n"
NOW = HEAD + "Ann,,,2026-02,100\nCy,Ann,,2026-02,40\ndi,Ann,,2026-02,60\nEd,Ann,,2026-02,80\nFay,Ed,,2026-02,0\n"


def table_of(text: str) -> TeamTable:
    table, faults = read_team_file(text.encode(), "team.csv")
    assert faults == ()
    assert table is not None
    return table


def paid(table: TeamTable, plan=PLAN, month: str | None = None) -> TeamPaid:
    found = pay_table(table, Payer("The plan", "USD", plan), month)
    assert isinstance(found, TeamPaid)
    return found


def test_an_earlier_file_beside_a_later_one():
    """Then Ann has 670 in her group and Bo 500, both Lead, and Ann 10 % of 370, Bo of 200. Bo is gone, so that Cy is
    Ann's; nobody is Lead. Ann is paid 10 % of 40, 60 and 80, which is 18.
    """
    found = since(paid(table_of(THEN)), paid(table_of(NOW)), "january.csv")
    did = {each.member: each.what for each in rows_of(found)}
    assert list(did.items()) == [
        ("Bo", ("gone",)),
        ("Di", ("gone",)),
        ("Cy", ("inactive", "sponsor")),
        ("Ann", ("lower_rank",)),
        ("di", ("new",)),
        ("Fay", ("new",)),
        ("Ed", ("active_again",)),
    ]
    rows = {each.member: each for each in rows_of(found)}
    assert rows["Cy"].sponsors == ("Bo", "Ann")
    assert (rows["Bo"].ranks, rows["Bo"].points, rows["Bo"].pay) == (("Lead", None), (300, None), (20, None))
    assert rows["Ann"].pay == (37, 18)
    assert since_in_words(found, ENGLISH).replace("\u00a0", " ") == (
        "Since January 2026 in january.csv: 2 no longer in the file, 1 no longer active, 1 with a lower rank, 1 with "
        "another sponsor, 2 new, 1 active again. Points of the team were 670 and are 280; its pay was 57.00 USD and is "
        "18.00 USD."
    )
    assert [then_and_now(each) for each in (("", "Ann"), (None, "Ann"), ("Bo", None), ("Bo", "Bo"), ("Bo", ""))] == [
        "– → Ann",
        "Ann",
        "Bo",
        "Bo",
        "Bo → –",
    ]


def test_the_table_and_the_record_hold_the_same():
    found = since(paid(table_of(THEN)), paid(table_of(NOW)), "january.csv")
    frame, record = since_frame(found, ENGLISH), since_record(found, ENGLISH)
    assert list(frame.columns[: len(COLUMNS)]) == list(COLUMNS)
    assert list(frame["what"]) == [" ".join(each.what) for each in rows_of(found)]
    assert [row["member"] for row in record["changes"]] == list(frame["member"])
    assert record["counts"] == {
        "gone": 2,
        "inactive": 1,
        "lower_rank": 1,
        "sponsor": 1,
        "new": 2,
        "active_again": 1,
        "higher_rank": 0,
    }
    assert (record["then"]["pay"], record["now"]["pay"]) == (57.0, 18.0)


def test_who_joined_between_two_months_of_a_file_is_new_and_who_stopped_buying_is_told_where_nothing_is_asked():
    """A plan that asks for nothing keeps everybody active; Bo bought in January and not in February."""
    text = HEAD + "Ann,,2025-01,2026-01,0\nBo,Ann,2025-01,2026-01,30\nAnn,,,2026-02,50\nCy,Ann,2026-02,2026-02,0\n"
    now = paid(table_of(text), plan_of({"rule": "unilevel", "rates": (0.1,)}))
    found = since(replace(now, at=0), now)
    assert [(each.member, each.what) for each in rows_of(found)] == [
        ("Bo", ("stopped",)),
        ("Cy", ("new",)),
        ("Ann", ("bought_again",)),
    ]
    same = since(now, now)
    assert list(rows_of(same)) == []
    assert since_in_words(same, ENGLISH).startswith("Since February 2026: nobody came, left or changed")


def test_names_that_may_be_one_and_numbers_in_place_of_names():
    """Di is gone and di new. Numbers are those of the later file; Bo and Di, who are gone, count on from five."""
    then, now = table_of(THEN), table_of(NOW)
    assert named_alike(then, now) == (("Di", "di"),)
    assert "Di / di" in alike_in_words(named_alike(then, now), ENGLISH)
    assert alike_in_words((), ENGLISH) == ""
    hidden = numbered_alike(then, now, SWEDISH)
    assert hidden.members == ("Medlem 1", "Medlem 6", "Medlem 2", "Medlem 7", "Medlem 4")
    assert np.array_equal(hidden.above, then.above)
    assert month_before(now, "2026-01") is None
    assert month_before(then, "2026-05") == "2026-01"
