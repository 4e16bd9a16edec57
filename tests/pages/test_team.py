"""A team on its page: brought, its columns named, paid by a company or a plan, each member's receipt, nothing kept."""

from typing import Any

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from planner.language import Language
from tests.data.sample_teams import FOLDER
from tests.pages.conftest import open_it, run, said
from tests.pages.opening import shown

PAGE = "pages/team.py"
TEAM = "member,sponsor,month,pv,customer_sales,joining_order\nAnn,,2026-01,100,60,0\nBo,Ann,2026-01,200,50,30\n"
PLAN = 'name = "Ten"\ncurrency = "EUR"\nminimum_personal_volume = 50\n[[ranks]]\nname = "Lead"\ngroup_volume = 500\n'
PLAN += '[[parts]]\nrule = "unilevel"\nrates = [0.1]\n'


def uploaded(app: AppTest, key: str, name: str, text: str) -> AppTest:
    app.file_uploader(key=key).set_value((name, text.encode(), "text/csv"))
    return run(app)


def answer(app: AppTest) -> str:
    return said(app.markdown[0]).replace("\u00a0", " ")


def field(elements: Any, front: str) -> Any:
    [found] = [each for each in elements if each.key and each.key.startswith(front)]
    return found


def ten(team: str = TEAM, language: Language = "en") -> AppTest:
    """A team paid 10 % of what personal recruits buy."""
    app = uploaded(open_it(language, PAGE), "team-upload", "ours.csv", team)
    return uploaded(app, "team-plan", "ten.toml", PLAN)


def test_a_file_that_the_program_no_longer_has_is_said_to_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a new start of the server, or in a tab that was asleep so long that its session ended."""
    gone = "The program no longer has the file that stands here."
    app = uploaded(open_it("en", PAGE), "team-upload", "ours.csv", TEAM)
    assert not any(gone in said(each) for each in app.info)
    monkeypatch.setattr(MemoryUploadedFileManager, "get_files", lambda *_args, **_named: [])
    again = open_it("en", PAGE)
    again.file_uploader(key="team-upload").set_value(("ours.csv", TEAM.encode(), "text/csv"))
    assert [gone in said(each) for each in run(again).info].count(True) == 1


@pytest.mark.parametrize("language", ["en", "sv"])
def test_an_invented_team_stands_there_until_one_is_brought(language: Language) -> None:
    app = open_it(language, PAGE)
    assert "40" in answer(app)
    app.button(key="team-sample:three-hundred-members.csv").click()
    assert "300" in answer(run(app))
    assert not app.warning
    assert not app.error


def test_a_team_that_is_brought_is_paid_by_a_plan_and_every_row_is_said() -> None:
    """10 % of Bo's 200: 5 on customers' 50, 3 on the joining order of 30, and 12."""
    app = ten()
    assert (
        answer(app)
        == "In January 2026 Ten pays 1 of the 2 members, 20.00 EUR in all; 20.00 EUR of it goes to one of them."
    )
    page = shown(app)
    assert "Bo, 200 points: 10% of 200.00 EUR is 20.00 EUR (level 1)" in page
    assert "Own points, to be active, in the month: 100 of 50, met" in page
    assert "The next rank is Lead. 1 thing is lacking." in page
    assert "Points of the group: 300 of 500, 200 short" in page
    assert "what recruits buy themselves: 12.00 EUR (60%)" in page
    assert "outside customers: 5.00 EUR (25%)" in page
    assert "A team, not your plan · ours.csv" in page
    field(app.selectbox, "team-chosen-").set_value(1)
    page = shown(run(app))
    assert "Bo is paid 0.00 EUR: active, without a rank, in January 2026." in page
    assert "No row of the plan pays this member anything" in page


def test_what_a_cap_took_stands_on_the_receipt_and_under_the_parts() -> None:
    """Of the 20, 15 are the most that a month pays."""
    app = uploaded(ten(), "team-plan", "capped.toml", PLAN + "[[caps]]\nmost = 15\n")
    assert "15.00 EUR in all" in answer(app)
    page = shown(app)
    assert "What gates, caps and rounding did:" in page
    assert "5.00 EUR is cut" in page
    assert "−5.00 EUR" in page


def test_who_was_not_active_reads_what_it_would_have_taken() -> None:
    page = shown(ten(TEAM.replace("100,60", "40,0")))
    assert "Own points, to be active, in the month: 40 of 50, 10 short" in page
    assert "With 10 points more in the month" in page
    assert "paid 20.00 EUR instead of 0.00 EUR" in page


def test_columns_that_are_not_recognised_are_chosen() -> None:
    app = uploaded(open_it("en", PAGE), "team-upload", "x.csv", TEAM.replace("member", "who").replace("pv", "bought"))
    assert "member: No column is recognised as member." in said(app.error[0])
    assert "Bring a team" in answer(app)
    field(app.selectbox, "team-column-member-").set_value("who")
    field(app.selectbox, "team-column-personal_volume-").set_value("bought")
    app = run(app)
    assert not app.error
    assert "of the 2 members" in answer(app)
    assert "Read: 2 members, 1 month, of the columns who, bought, sponsor, month, customer_sales" in shown(app)


def test_every_fault_is_named_and_a_comma_that_may_mean_either_is_asked_about() -> None:
    app = uploaded(
        open_it("en", PAGE), "team-upload", "x.csv", TEAM.replace("Bo,Ann", "Bo,Eve").replace("100,60", "-1,0")
    )
    assert "Line 3: no member has this name" in said(app.error[0])
    assert "Line 2: this is less than 0" in said(app.error[0])
    app = uploaded(app, "team-upload", "y.csv", "member;sponsor;pv\nAnn;;1,234\n")
    assert "two differ a thousandfold" in said(app.error[0])
    field(app.selectbox, "team-sign-").set_value(",")
    assert not run(app).error


def test_numbers_take_the_place_of_names_everywhere() -> None:
    app = ten()
    app.toggle(key="team-numbers").set_value(True)
    page = shown(run(app))
    assert "Member 2, 200 points" in page
    assert "Ann" not in page
    assert ">Bo<" not in page
    assert "Ann" not in str([each.options for each in app.selectbox])


def test_another_month_and_who_lost_a_rank() -> None:
    later = TEAM + "Ann,,2026-02,60,0,0\nBo,Ann,2026-02,400,0,0\nAnn,,2026-03,60,0,0\nBo,Ann,2026-03,40,0,0\n"
    app = ten(later.replace("200,50", "450,50"))
    assert "In March 2026" in answer(app)
    assert "Nobody has a lower rank than in the month before." in shown(app)
    app = ten(later.replace("2026-02,400", "2026-02,600"))
    assert "Ann: Lead in February 2026, no rank now" in shown(app)
    field(app.selectbox, "team-in-").set_value("2026-01")
    page = shown(run(app))
    assert "In January 2026" in answer(app)
    assert "this is the first" in page


def test_who_may_lose_a_rank_stands_in_an_order_that_is_chosen() -> None:
    """Ann's 510 of 500 hang on Bo's leg; Bo has no rank and is active with 410 of 50."""
    app = ten(TEAM.replace("200,50", "410,50"))
    page = shown(app)
    assert "2 members have a rank or are active. Of them 1 would lose it if the next month is like this one." in page
    assert "Ann, Lead: no rank in the next month, if it is like this one; points of the group: to spare 10" in page
    app.selectbox(key="team-risk-order").set_value("name")
    assert not run(app).exception


def test_a_company_that_is_not_computed_and_a_plan_that_cannot_be_read_are_refused() -> None:
    app = open_it("en", PAGE)
    field(app.selectbox, "choice:team-company").set_value("nu-skin-us")
    app = run(app)
    assert "How Nu Skin pays a team is not computed here" in said(app.warning[0])
    app = uploaded(app, "team-plan", "x.toml", PLAN.replace("unilevel", "australian"))
    assert "x.toml was not taken in, and nothing was changed by it." in said(app.error[0])
    app = uploaded(app, "team-plan", "x.toml", PLAN)
    assert "Ten pays" in answer(app)
    app.button(key="team-company-again").click()
    assert "How Nu Skin pays" in said(run(app).warning[0])


def test_nothing_of_a_team_is_in_the_plan_or_in_the_address() -> None:
    app = ten()
    assert "Ann" not in app.session_state["plan_file"].model_dump_json()
    assert "Ann" not in str(app.query_params)


def test_the_tree_has_everyone_under_their_sponsor() -> None:
    app = uploaded(open_it("en", PAGE), "team-upload", "x.csv", (FOLDER / "forty-members.csv").read_text("utf-8"))
    page = shown(app)
    assert "Alma stands at the top, with 13 personal recruits; 39 members stand below, on 4 levels." in page
    [tree] = app.get("echarts_chart")
    assert "Alma stands at the top" in str(tree.proto)


def test_whose_points_a_group_is_without_is_said_where_some_broke_away() -> None:
    """Bo's 200 are no longer in Ann's group, which would be read as that of everyone below."""
    away = "Points of a group are without the groups below it that broke away."
    app = ten()
    assert away not in {said(each) for each in app.caption}
    plan = PLAN.replace("500", "150").replace("[[parts]]", '[breakaway]\nrank = "Lead"\n[[parts]]')
    app = uploaded(app, "team-plan", "away.toml", plan)
    assert away in {said(each) for each in app.caption}


def test_the_company_that_stands_in_the_list_is_the_one_that_pays() -> None:
    """The invented one pays the invented team, and the plan's own company the team that is brought."""
    app = open_it("en", PAGE)
    for team in ("", (FOLDER / "forty-members.csv").read_text("utf-8")):
        app = uploaded(app, "team-upload", "x.csv", team) if team else app
        listed = field(app.selectbox, "choice:team-company").value
        assert app.session_state["team_paid"][1].payer.company.id == listed
    assert listed == app.session_state["plan_file"].company


def test_an_earlier_file_is_laid_beside_the_team_and_the_one_that_was_here_before_too() -> None:
    """Cy is gone and Di new; a name is a number on both sides once names are hidden."""
    app = ten(TEAM + "Cy,Bo,2026-01,60,0,0\n")
    assert "There is no earlier month." in shown(app)
    later = TEAM.replace("2026-01", "2026-02") + "Di,Bo,2026-02,80,0,0\n"
    app = uploaded(app, "team-upload", "february.csv", later)
    page = shown(app)
    assert "Since January 2026 in ours.csv: 1 no longer in the file, 1 new." in page
    assert "Points of the team were 360 and are 380" in page
    earlier = TEAM.replace("Bo,Ann", "Ed,Ann")
    app = uploaded(app, "team-earlier", "december.csv", earlier.replace("2026-01", "2025-12"))
    page = shown(app)
    assert "Since December 2025 in december.csv: 1 no longer in the file, 2 new." in page
    app.toggle(key="team-numbers").set_value(True)
    page = shown(run(app))
    assert "Member 4" in page
    assert ">Ed<" not in page
    app = uploaded(app, "team-earlier", "none.csv", "x,y\n1,2\n")
    assert "none.csv was not read." in said(app.error[0])


def test_a_plan_goes_on_from_the_team_of_the_page() -> None:
    """The sample's 40 under the invented company: all below the member who is shown, without a name, and Undo."""
    app = open_it("en", PAGE)
    app.session_state["team-as-plan"] = True
    app = run(app)
    app.button(key="team-go-on").click()
    app = run(app)
    assert "Your plan begins with this team" in app.success[0].value
    file = app.session_state["plan_file"]
    assert len(file.plan.team.today) > 5
    assert file.company == "example-company"
    assert file.ledger["team", "member_monthly_purchases"].note.startswith("Measured from a team of")
    assert "Member" not in file.plan.model_dump_json()
    app.switch_page("pages/start.py")
    app = run(app)
    assert not app.exception
    beginning = f"The plan begins with {len(file.plan.team.today)} people below you, who are there already."
    assert beginning in shown(app)
    app.switch_page("pages/odds.py")
    assert "people with whom the plan begins are not counted here." in shown(run(app))
    app.switch_page("pages/plan.py")
    app.session_state["group"] = "team"
    assert not run(app).exception
