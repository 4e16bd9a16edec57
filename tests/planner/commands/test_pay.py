"""A team that exists from a shell: a row a member, the rows behind it, everything in JSON, and what is refused."""

import csv
import json
from io import StringIO

import pytest

from planner.commands.main import main
from planner.inputs.company.catalog import DEFAULT_COMPANIES
from tests.data.sample_teams import FOLDER

ENGLISH, SWEDISH = {"LANG": "en_US.UTF-8"}, {"LANG": "sv_SE.UTF-8"}
FORTY = str(FOLDER / "forty-members.csv")
PLAN = """name = "Two levels"
currency = "EUR"
value_of_point = 2

[[ranks]]
name = "Seller"
personal_volume = 10

[[parts]]
rule = "unilevel"
rates = [0.1, 0.05]
"""
TEAM = "member;sponsor;pv;customer_sales\n=Ann;;10,5;0\nBo;=Ann;20;20\nCy;Bo;40;0\n"


@pytest.fixture
def shell(capfd):
    def run(*argv: str, environment: dict[str, str] = ENGLISH) -> tuple[int, str, list[str]]:
        status = main(argv, environment)
        out, err = capfd.readouterr()
        return status, out, err.replace("\u00a0", " ").splitlines()

    return run


@pytest.fixture
def files(tmp_path):
    plan, team = tmp_path / "plan.toml", tmp_path / "team.csv"
    plan.write_text(PLAN, encoding="utf-8")
    team.write_text(TEAM, encoding="utf-8")
    return str(plan), str(team)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_row_a_member_by_a_plan_in_a_file(shell, files):
    """Points are worth 2: 10 % of Bo's 40 and 5 % of Cy's 80 for Ann, of which Bo's are customers'; 8 for Bo."""
    plan, team = files
    status, out, err = shell("pay", "--company", plan, "--team", team)
    assert status == 0
    assert err == [
        "The file does not say this, and it is counted as the members' own buying: Of them, the order at joining. "
        "A point counts as 2.00 EUR, as the plan says, since the file has no column value."
    ]
    rows = rows_of(out)
    kept = ("member", "pay", "rank", "active", "points", "group_points", "from_customers", "from_recruits_buying")
    assert [tuple(row[name] for name in kept) for row in rows] == [
        ("'=Ann", "8", "Seller", "true", "10.5", "70.5", "4", "4"),
        ("Bo", "8", "Seller", "true", "20", "60", "0", "8"),
        ("Cy", "0", "Seller", "true", "40", "40", "0", "0"),
    ]


def test_the_rows_behind_it_come_to_the_same(shell, files):
    plan, team = files
    rows = rows_of(shell("pay", "--company", plan, "--team", team, "--receipts")[1])
    assert [(row["member"], row["source"], row["step"], row["base"], row["rate"], row["amount"]) for row in rows] == [
        ("'=Ann", "Bo", "1", "40", "0.1", "4"),
        ("'=Ann", "Cy", "2", "80", "0.05", "4"),
        ("Bo", "Cy", "1", "80", "0.1", "8"),
    ]
    assert {row["rule_source"] for row in rows} == {"as your file of a pay plan states it"}


def test_what_of_a_company_is_not_computed_is_said_beside_its_rows_too(shell):
    status, _, err = shell("pay", "--company", "young-living-us", "--team", FORTY)
    assert status == 0
    assert err[-1].startswith("Not computed of this company's pay (")
    assert "Leadership pay on generations" in err[-1]


def test_json_holds_both_the_plan_and_what_is_not_computed(shell):
    status, out, err = shell("pay", "--company", "young-living-us", "--team", FORTY, "--format", "json")
    assert status == 0
    (said,) = err
    assert "no source says all of it for Young Living: a point counts as 1.00 USD here" in said
    found = json.loads(out)
    assert found["format"] == "joinwise-team-pay"
    assert (found["company"], found["currency"], found["month"]) == ("young-living-us", "USD", "2026-10")
    assert sum(row["pay"] for row in found["members"]) == pytest.approx(found["total"])
    assert sum(row["amount"] for row in found["receipts"]) == pytest.approx(found["total"])
    assert sum(found["rests_on"].values()) == pytest.approx(found["total"])
    assert [part["kind"] for part in found["parts"]] == ["unilevel", "fast_start"]
    assert found["parts"][0]["source"]
    assert found["plan"]["parts"][0]["rule"] == "unilevel"
    assert all(each["name"] and each["why"] for each in found["not_computed"])
    assert found["not_computed"]
    swedish = shell("pay", "--company", "young-living-us", "--team", FORTY, "--format", "json", environment=SWEDISH)[1]
    assert json.loads(swedish)["parts"][0]["kind_in_words"] != found["parts"][0]["kind_in_words"]


def test_a_month_and_a_style(shell):
    status, out, _ = shell(
        "pay", "--company", "example-company", "--team", FORTY, "--month", "2026-08", "--style", "swedish"
    )
    assert status == 0
    assert out.startswith("\ufeffmember;sponsor;")
    status, _, (said,) = shell("pay", "--company", "example-company", "--team", FORTY, "--month", "2026-13")
    assert status == 1
    assert "--month: found 2026-13. The file has no such month. It has 2026-08, 2026-09, 2026-10." in said


def test_columns_letters_and_signs_are_stated(shell, files, tmp_path):
    plan, _ = files
    team = tmp_path / "other.csv"
    team.write_bytes("wer;über;punkte\nÄnne;;1,234\nBo;Änne;1\n".encode("cp1252"))
    stated = (
        "pay",
        "--company",
        plan,
        "--team",
        str(team),
        "--columns",
        "member=wer, sponsor=über,personal_volume=punkte",
    )
    status, out, _ = shell(*stated, "--encoding", "cp1252", "--decimal", "comma")
    assert (status, rows_of(out)[0]["points"]) == (0, "1.234")
    assert rows_of(shell(*stated, "--decimal", "point")[1])[0]["points"] == "1234"
    status, _, said = shell(*stated)
    assert (status, len(said)) == (1, 1)
    with pytest.raises(SystemExit):
        shell("pay", "--company", plan, "--team", str(team), "--columns", "who=wer")


def test_what_is_refused_is_named(shell, files, tmp_path):
    plan, team = files
    refused = shell("pay", "--company", "nu-skin-us", "--team", FORTY)[2]
    assert "How Nu Skin pays a team is not computed here" in refused[0]
    assert shell("pay", "--company", "no-such", "--team", FORTY)[0] == 1
    assert "cannot be opened" in shell("pay", "--company", plan, "--team", str(tmp_path / "none.csv"))[2][0]
    assert "cannot be opened" in shell("pay", "--company", str(tmp_path / "none.toml"), "--team", team)[2][0]
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(PLAN.replace("unilevel", "australian"), encoding="utf-8")
    status, _, said = shell("pay", "--company", str(wrong), "--team", team)
    assert status == 1
    assert "australian" in said[0]
    bad = tmp_path / "bad.csv"
    bad.write_text("member,sponsor,pv\nAnn,Bo,1\nBo,Ann,-2\n", encoding="utf-8")
    status, out, said = shell("pay", "--company", "nu-skin-us", "--team", str(bad))
    assert (status, out, len(said)) == (1, "", 3)  # of the company, the circle, and the volume
    company = str(DEFAULT_COMPANIES / "example-company.toml")
    assert shell("pay", "--company", company, "--team", FORTY)[0] == 0


def test_check_says_what_is_wrong_with_a_team_too(shell, tmp_path):
    assert shell("check", FORTY)[:2] == (0, f"{FORTY}: no faults\n")
    bad = tmp_path / "bad.csv"
    bad.write_text("member,sponsor,pv\nAnn,Bo,1\nBo,Ann,-2\n", encoding="utf-8")
    status, _, said = shell("check", str(bad))
    assert (status, len(said)) == (1, 2)


def test_what_came_and_left_since_an_earlier_file_or_month(shell, files, tmp_path):
    """Cy is gone and Di new. Of one file, a month that is not earlier is refused, and so is a later file."""
    plan, _ = files
    names = ("then.csv", "now.csv", "later.csv")
    then, now, later = (tmp_path / name for name in names)
    head = "member,sponsor,month,pv\n"
    then.write_text(head + "Ann,,2026-01,10\nBo,Ann,2026-01,20\nCy,Bo,2026-01,40\n", encoding="utf-8")
    now.write_text(head + "Ann,,2026-02,10\nBo,Ann,2026-02,20\nDi,Bo,2026-02,40\n", encoding="utf-8")
    later.write_text(head + "Ann,,2026-03,10\n", encoding="utf-8")
    arguments = ("pay", "--company", plan, "--team", str(now), "--before")
    status, out, err = shell(*arguments, str(then))
    assert status == 0
    assert [(row["member"], row["what"], row["file_then"]) for row in rows_of(out)] == [
        ("Cy", "gone", "then.csv"),
        ("Di", "new", "then.csv"),
    ]
    assert err[-1].startswith(
        "Since January 2026 in then.csv: 1 no longer in the file, 1 new. Points of the team were 70"
    )
    record = json.loads(shell(*arguments, str(then), "--format", "json")[1])
    assert [each["member"] for each in record["since"]["changes"]] == ["Cy", "Di"]
    status, out, err = shell(*arguments, str(later))
    assert (status, out) == (1, "")
    assert err == [
        f"{later}: --before: found 2026-03. What came and left is told since an earlier month, and nothing here is "
        "before 2026-02."
    ]
    status, out, err = shell("pay", "--company", plan, "--team", FORTY, "--before", "2026-10")
    assert (status, out) == (1, "")
    assert "nothing here is before 2026-10" in err[0]
    assert rows_of(shell("pay", "--company", plan, "--team", FORTY, "--before", "2026-08")[1])
    with pytest.raises(SystemExit):
        shell(*arguments, str(then), "--receipts")
