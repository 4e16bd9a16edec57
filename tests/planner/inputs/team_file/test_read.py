"""A team's file as people have it: what is read of it, in which letters and signs, and every fault with its line."""

import random
import tracemalloc

import numpy as np
import pytest

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import pay_team
from planner.errors import Fault
from planner.inputs.team_file import rows, text
from planner.inputs.team_file.read import read_team_file, recognised_in
from planner.inputs.team_file.text import layout_of
from planner.speech import Speech
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

HEADER = "member,sponsor,joined,month,personal_volume,customer_sales,joining_order"
GOOD = f"""{HEADER}
Ann,,2025-01,2026-10,100,60,0
Bo,Ann,2026-10,2026-10,50,0,30
Cy,Bo,2026-11,2026-11,20.5,0,20.5
Ann,,,2026-11,80,80,
"""


def read(text: str | bytes, **more):
    data = text.encode() if isinstance(text, str) else text
    return read_team_file(data, "team.csv", **more)


def team(text: str | bytes, **more):
    table, faults = read(text, **more)
    assert faults == ()
    assert table is not None
    return table


def said(text: str | bytes, **more) -> list[str]:
    table, faults = read(text, **more)
    assert table is None
    speech = Speech("en", "USD", "2026-01")
    return [speech.say_fault(fault).removeprefix("team.csv: ") for fault in faults]


def test_months_without_a_row_are_months_without_orders():
    table = team(GOOD)
    assert (table.members, table.above.tolist()) == (("Ann", "Bo", "Cy"), [-1, 0, 1])
    assert table.months == ("2026-10", "2026-11")
    assert table.joined.tolist() == [-21, 0, 1]
    first, second = table.orders
    assert (first.points.tolist(), second.points.tolist()) == ([100, 50, 0], [80, 0, 20.5])
    assert (first.by_customers.tolist(), second.by_customers.tolist()) == ([60, 0, 0], [80, 0, 0])
    assert (first.joining.tolist(), second.joining.tolist()) == ([0, 30, 0], [0, 0, 20.5])
    assert np.isnan(first.value[0])
    assert first.customers is None
    assert table.unstated == ()


def test_a_month_without_any_row_lies_between():
    table = team("member,sponsor,month,pv\nAnn,,2026-01,5\nAnn,,2026-03,7\n")
    assert table.months == ("2026-01", "2026-02", "2026-03")
    assert [each.points.tolist() for each in table.orders] == [[5], [0], [7]]


def test_a_file_without_months_is_one_month():
    table = team("member,sponsor,personal_volume\nAnn,,100\nBo,Ann,50\n", month="2026-05")
    assert table.months == ("2026-05",)
    assert len(table.unstated) == 2
    assert (table.joined < -1000).all()
    assert team("member,sponsor,joined,pv\nAnn,,2024-02,1\nBo,Ann,2025-07,1\n").months == ("2025-07",)


def test_the_first_order_at_joining_says_when_somebody_joined():
    table = team("member,sponsor,month,pv,first order\nAnn,,2026-01,5,0\nBo,Ann,2026-02,7,7\nBo,Ann,2026-03,7,7\n")
    assert table.joined.tolist()[1] == 1
    assert table.joined.tolist()[0] < -1000


def test_points_become_money_by_the_plan_but_for_those_whose_money_is_stated():
    table = team("member,sponsor,pv,value\nAnn,,1,\nBo,Ann,100,\nCy,Ann,100,40\n")
    plan = plan_of({"rule": "unilevel", "rates": (0.1,)}, value_of_point=2.0)
    (month,) = pay_team(plan, team_months(table, plan))
    assert month.pay.tolist() == [pytest.approx(0.1 * 200 + 0.1 * 40), 0, 0]


def test_generations_stand_in_order_wherever_the_lines_stand():
    table = team("member,sponsor,pv,customers,rank\nCy,Bo,3,1,\nBo,Ann,2,2,Lead\nAnn,,1,0,\n")
    months = team_months(table, plan_of())
    assert months.team.members == ("Ann", "Bo", "Cy")
    assert months.bought[0].points.tolist() == [1, 2, 3]
    assert months.bought[0].customers.tolist() == [0, 2, 1]
    assert months.title == ("", "Lead", "")


LETTERS = [
    ("utf-8", "utf-8-sig"),
    ("utf-8-sig", "utf-8-sig"),
    ("utf-16", "utf-16"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
    ("cp1252", "cp1252"),
]


@pytest.mark.parametrize(("written", "found"), LETTERS)
def test_letters(written, found):
    table = team("medlem;värvare;poäng\nÅsa Öberg;;12,5\nBo;Åsa Öberg;3\n".encode(written))
    assert table.members == ("Åsa Öberg", "Bo")
    assert table.encoding == found
    assert table.orders[0].points.tolist() == [12.5, 3]


def test_letters_that_were_told_and_are_others():
    assert said("medlem;värvare;poäng\n".encode("cp1252"), encoding="utf-8-sig") == [
        "Byte 9 of this file is no text as utf-8-sig writes it. Save the file as UTF-8, or state another encoding."
    ]
    assert team("member,sponsor,pv\nÅsa,,1\n".encode("latin-1"), encoding="latin-1").members == ("Åsa",)


SIGNS = [
    ("member,sponsor,pv\nAnn,,12.5\n", 12.5),
    ('member,sponsor,pv\nAnn,,"1,234.5"\n', 1234.5),
    ('member,sponsor,pv\nAnn,,"1,234"\n', 1234),
    ('member,sponsor,pv\nAnn,,"12,5"\n', 12.5),
    ("member;sponsor;pv\nAnn;;12,5\n", 12.5),
    ("member;sponsor;pv\nAnn;;12.5\n", 12.5),
    ("member;sponsor;pv\nAnn;;1 234,5\n", 1234.5),
    ("member;sponsor;pv\nAnn;;1.234,5\n", 1234.5),
    ("member\tsponsor\tpv\nAnn\t\t1\u00a0234,25\n", 1234.25),
    ("member\tsponsor\tpv\nAnn\t\t1,234.25\n", 1234.25),
    ("sep=;\nmember;sponsor;pv;;\nAnn;;7;;\n;;;;\n\n", 7),
]


@pytest.mark.parametrize(("text", "points"), SIGNS)
def test_signs_between_columns_and_before_decimals(text, points):
    assert team(text).orders[0].points.tolist() == [points]


def test_a_comma_that_may_mean_either_is_asked_about():
    text = "member;sponsor;pv\nAnn;;1,234\n"
    (fault,) = said(text)
    assert fault.startswith("pv: found 1,234. Nothing says whether the comma is a decimal sign")
    assert team(text, sign=",").orders[0].points.tolist() == [1.234]
    assert team(text, sign=".").orders[0].points.tolist() == [1234]
    assert team(text + "Bo;Ann;0,5\n").orders[0].points.tolist() == [1.234, 0.5]


def test_columns_by_other_names_and_by_a_mapping():
    assert team("Distributor ID;Upline;PV\nA;;1\n").columns == {
        "member": "Distributor ID",
        "sponsor": "Upline",
        "personal_volume": "PV",
    }
    text = "who;above them;bought;pv\nA;;5;1\nB;A;6;1\n"
    assert [fault.split(":")[0] for fault in said(text)] == ["member", "sponsor"]
    layout = layout_of(text.encode(), None, "")
    assert not isinstance(layout, Fault)
    assert recognised_in(layout) == ({"personal_volume": "pv"}, True)
    mapping = {"member": "who", "sponsor": "above them", "personal_volume": "bought"}
    table = team(text, mapping=mapping)
    assert table.orders[0].points.tolist() == [5, 6]
    assert table.unread == ("pv",)
    good = layout_of(GOOD.encode(), None, "")
    assert not isinstance(good, Fault)
    assert not recognised_in(good)[1]
    assert "no column of this name" in said(text, mapping={"member": "whom"})[0]
    (twice,) = said(text, mapping=mapping | {"sponsor": "who"})
    assert twice.startswith("sponsor: found who. This column was named for two things.")


def test_two_columns_that_could_be_the_same():
    assert said("id,name,sponsor,pv\n1,Ann,,1\n") == [
        "member: These columns could each be this: id, name. Say which one is meant, or name it member."
    ]
    assert team("member,name,sponsor,pv\n1,Ann,,1\n").unread == ("name",)


FAULTS = [
    ("Ann,,,,10,,\nBo,Cy,,,1,,\nCy,Bo,,,1,,\n", ["sponsor: found Bo → Cy → Bo. Line 3: these stand in a circle"]),
    ("Ann,,,,1,,\nBo,Bo,,,1,,\n", ["sponsor: found Bo → Bo. Line 3: these stand in a circle"]),
    ("Ann,,,,1,,\nBo,Eve,,,1,,\n", ["sponsor: found Eve. Line 3: no member has this name."]),
    ("Ann,,,,1,,\nBo,,,,1,,\n", ["sponsor: found Bo. Line 3: nobody is named above this member, and nobody above Ann"]),
    ("Ann,,,2026-01,1,,\nAnn,,,2026-01,1,,\n", ["member: found Ann. Line 3: Ann has a line for 2026-01 already"]),
    ("Ann,,2026-03,,1,,\nBo,Ann,2026-02,,1,,\n", ["joined: found 2026-02. Line 3: Bo joined in 2026-02 and Ann"]),
    ("Ann,,,,1,,\nBo,Ann,,,1,,\nBo,Cy,,2026-02,1,,\nCy,Ann,,,1,,\n", ["sponsor: found Cy. Line 4: line 3 says Ann"]),
    ("Ann,,,,-5,,\n", ["personal_volume: found -5. Line 2: this is less than 0."]),
    ("Ann,,,,9999999999,,\n", ["personal_volume: found 9999999999. Line 2: nobody buys that much in a month."]),
    ("Ann,,,,10,8,3\n", ["customer_sales: Line 2: what customers bought and the order at joining come to 11 points"]),
    ("Ann,,,,ten,8,3\n", ["personal_volume: found ten. Line 2: an amount is wanted here"]),
    ("Ann,,,,1e5,,\n", ["personal_volume: found 1e5. Line 2: an amount is wanted here"]),
    ("Ann,,,,nan,,\n", ["personal_volume: found nan. Line 2: an amount is wanted here"]),
    ("Ann,,,2026-13,1,,\n", ["month: found 2026-13. Line 2: a month is wanted here"]),
    ("Ann,,soon,2026-12,1,,\n", ["joined: found soon. Line 2: a month is wanted here"]),
    ("Ann,,2026-12,2026-11,1,,\n", ["month: found 2026-11. Line 2: Ann joined in 2026-12, after this month."]),
    ("Ann,,2026-01,2026-01,1,,\nAnn,,2026-02,2026-02,1,,\n", ["joined: found 2026-02. Line 3: line 2 says 2026-01"]),
    (",Ann,,,1,,\nAnn,,,,1,,\n", ["member: Line 2: no member is named."]),
    ("Ann,,,1\n", ["found Ann,,,1. Line 2: this line has 4 cells and the first one 7."]),
    ('"Ann"x,,,,1,,\n', ["Line 2: a quotation mark is opened"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), FAULTS)
def test_each_fault_is_said_with_its_line(lines, expected):
    """Months are stated nowhere in most: then the column is left out of both header and lines."""
    rows_here = [line.split(",") for line in lines.splitlines()]
    header = HEADER.split(",")
    if all(len(row) == len(header) for row in rows_here) and not any(row[3] for row in rows_here):
        header, rows_here = header[:3] + header[4:], [row[:3] + row[4:] for row in rows_here]
    elif all(len(row) == len(header) for row in rows_here):
        rows_here = [[*row[:3], row[3] or "2026-01", *row[4:]] for row in rows_here]
    found = said("\n".join(",".join(row) for row in [header, *rows_here]) + "\n")
    found = [each.replace("team.csv: ", "") for each in found]
    assert len(found) == len(expected), found
    for each, wanted in zip(found, expected, strict=True):
        assert wanted in each


PLACED = "member,sponsor,pv,placed_under,side\nAnn,,1,,\nBo,Ann,1,Ann,L\nCy,Ann,1,Ann,R\n"


def test_a_placement_of_its_own():
    table = team(PLACED + "Di,Ann,1,Bo,right\n")
    assert (table.placed_under.tolist(), table.side.tolist()) == ([-1, 0, 0, 1], [-1, 0, 1, 1])
    assert said(PLACED + "Di,Ann,1,Ann,left\n") == [
        "side: found Di. Line 5: Bo stands on this side of Ann already. Place one of them elsewhere."
    ]
    assert "Line 5: a side is wanted here" in said(PLACED + "Di,Ann,1,Ann,up\n")[0]
    assert "Line 5: it is not said on which side Di stands." in said(PLACED + "Di,Ann,1,Bo,\n")[0]
    assert "no member has this name" in said(PLACED + "Di,Ann,1,Eve,L\n")[0]


def test_faults_stand_in_the_order_of_their_lines_and_the_rest_is_counted():
    lines = "".join(f"M{n},Ann,-1\n" for n in range(150)) + "".join(f"N{n},nobody,1\n" for n in range(70))
    found = said("member,sponsor,pv\nAnn,,x\n" + lines)
    assert len(found) == 101
    assert "Line 2: an amount" in found[0]
    assert "Line 101: this is less than 0" in found[99]
    assert found[100].endswith(
        "Not all faults are listed here: there are 121 more. Correct these first, then check the file again."
    )


def test_a_formula_is_a_name_like_others():
    name = '=HYPERLINK("http://x")'
    assert team('member,sponsor,pv\n"=HYPERLINK(""http://x"")",,1\n').members == (name,)


NO_TEAMS = [b"", b"\n\n", b"\xff\xfe", b"\x00" * 100, b"member|sponsor|pv\nAnn||1\n", b"member,sponsor,pv\n", b'"']
NO_TEAMS += [b"a,b\n\x80\x81,", bytes(range(256)) * 4]


@pytest.mark.parametrize("data", NO_TEAMS)
def test_whatever_it_is_it_is_told_and_nothing_is_raised(data):
    table, faults = read(data)
    assert table is None
    assert faults
    assert Speech("sv", "SEK", "2026-01").say_fault(faults[0])


def test_too_many_rows(monkeypatch):
    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    assert "Line 5: more than 3 rows are not read." in said(GOOD)[0]
    monkeypatch.setattr(text, "LARGEST_TEAM", 10)
    assert "larger than 10 bytes" in said(GOOD)[0]


def test_a_large_team_takes_little_room():
    lines = "".join(f"M{n},M{(n - 1) // 3},2026-{n % 3 + 1:02d},{n % 500 + 0.5},0\n" for n in range(1, 60_000))
    data = ("member,sponsor,month,pv,customers\nM0,,2026-01,5,0\n" + lines).encode()
    tracemalloc.start()
    table = team(data)
    assert len(table.members) == 60_000
    assert tracemalloc.get_traced_memory()[1] < 120_000_000
    tracemalloc.stop()


def test_mutants_of_a_file_are_read_or_refused():
    """Signs changed, lines doubled and cut, columns mixed: never an exception, and a refusal says why."""
    draw, speech = random.Random(5), Speech("sv", "SEK", "2026-01")  # noqa: S311
    pieces = [",", ";", "\n", '"', "-", "1,5", "2026-11", "Ann", "\t", "\u2212", "=1", "\x00", "ö", "1e9", " "]
    for _ in range(400):
        text = list(GOOD + PLACED.partition("\n")[2])
        for _ in range(draw.randrange(1, 6)):
            at = draw.randrange(len(text))
            text[at : at + draw.randrange(3)] = [draw.choice(pieces)]
        table, faults = read("".join(text).encode(draw.choice(["utf-8", "utf-16", "cp1252", "utf-8-sig"]), "replace"))
        assert (table is None) == bool(faults)
        assert all(speech.say_fault(fault) for fault in faults)


@pytest.mark.parametrize("written", ["ann  lee", "AnnLee", "ANN LEE"])
def test_a_sponsor_who_is_written_otherwise_than_the_member_is_named_with_the_member(written):
    text = f"member,sponsor,personal_volume\nAnn Lee,,100\nBo,{written},50\n"
    (fault,) = said(text)
    assert "Line 3: no member has this name, but Ann Lee is one" in fault
