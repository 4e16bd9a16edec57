"""Add or change a company: copying, adding, opening, stating figures, putting them back; nothing typed is lost."""

import math
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.company.catalog import load_catalog, read_company
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import company_toml, file_name
from planner.inputs.own_company.own_company import differing, own_copy, with_figure
from planner.inputs.own_company.places import is_known, note_at, value_at
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.inputs.terms import resolve_terms
from tests.companies_by_months import BY_MONTHS
from tests.pages.conftest import OpenApp, run, said

PAGE = "pages/my_company.py"
COMPANIES = load_catalog().companies
AMWAY = COMPANIES["amway-eu"]
OWN = "yours-amway-eu"


def stated(company: Company, path: str, value: Any) -> Company:
    changed, faults = with_figure(company, path, value, "", 2026)
    assert changed is not None, faults
    return changed


def file_with(*companies: Company, company: str = OWN, **fields: Any) -> PlanFile:
    return PlanFile(company=company, plan=Plan(currency="EUR"), own_companies=companies, **fields)


def copied() -> PlanFile:
    return file_with(own_copy(AMWAY, ()))


def with_ranks() -> PlanFile:
    """The same with steps of a plan's months, which stand among ranks of their own."""
    return file_with(own_copy(BY_MONTHS["amway-eu"], ()))


def file_of(app: AppTest) -> PlanFile:
    file: PlanFile = app.session_state["plan_file"]
    return file


def own(app: AppTest, company_id: str = OWN) -> Company:
    return next(each for each in file_of(app).own_companies if each.id == company_id)


def keyed(elements: Any, front: str) -> Any:
    [found] = [each for each in elements if each.key and each.key.partition("@")[0] == front]
    return found


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def part(app: AppTest, name: str) -> AppTest:
    keyed(app.pills, "part:own_group").set_value(name)
    return run(app)


def field(app: AppTest, place: str, company_id: str = OWN) -> Any:
    return keyed(app.text_input, f"number:own.{company_id}.{place}")


def enter(app: AppTest, place: str, text: str) -> AppTest:
    field(app, place).set_value(text)
    return run(app)


def words(app: AppTest) -> str:
    return "\n".join(said(each) for each in app.markdown)


def errors(app: AppTest) -> list[str]:
    return [said(each) for each in app.error]


def hole(app: AppTest) -> float:
    app.run()
    case = app.session_state["case"]
    need: float = case.measures.peak_funding_need
    return need


# --- copying and stating ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "sv"])
def test_without_a_company_of_ones_own_the_page_offers_three_ways_to_one(open_app: OpenApp, language: str) -> None:
    app = open_app(language, PAGE)
    assert len(app.expander) == 4  # one within the first, for the list of companies to copy
    assert [app.button(key=key).disabled for key in ("own-copy", "own-add")] == [False, False]
    assert app.file_uploader(key="own-company-file")
    assert not any(each.key and each.key.startswith("own-delete") for each in app.button)


def test_a_copy_is_made_and_a_figure_changed_and_put_back(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(company="amway-eu"))
    keyed(app.selectbox, "choice:own-copied").set_value("amway-eu")
    app = click(run(app), "own-copy")
    assert own(app) == own_copy(AMWAY, ())
    assert "Amway: everything is as published so far." in words(app)

    app = enter(app, "joining.starter_kit_fee", "62.50")
    assert value_at(own(app), "joining.starter_kit_fee") == 62.5
    assert "Amway: 1 figure differs from what is published." in words(app)
    assert "yours: 62.50\N{NO-BREAK SPACE}EUR; published: not disclosed" in words(app)

    app = click(app, f"own-reset:list:{OWN}:joining.starter_kit_fee")
    assert own(app) == own_copy(AMWAY, ())
    assert field(app, "joining.starter_kit_fee").value == ""


def test_where_a_figure_stands_is_noted(open_app: OpenApp) -> None:
    app = enter(open_app("en", PAGE, copied()), "joining.renewal_fee", "40")
    keyed(app.text_input, f"text:own-note.{OWN}.joining.renewal_fee").set_value("price list of March 2026, page 4")
    app = run(app)
    assert note_at(own(app), "joining.renewal_fee") == "price list of March 2026, page 4"
    app = enter(app, "joining.renewal_fee", "45")
    assert note_at(own(app), "joining.renewal_fee") == "price list of March 2026, page 4"
    assert value_at(own(app), "joining.renewal_fee") == 45


def test_numbers_are_read_as_the_language_writes_them(open_app: OpenApp) -> None:
    app = part(open_app("sv", PAGE, copied()), "prices")
    assert field(app, "prices.0.1").value == "83,33"
    app = enter(app, "prices.0.1", "72,5 %")
    assert value_at(own(app), "prices") == ((0, 0.725),)


def test_who_types_the_published_figure_again_has_it_back_with_its_source(open_app: OpenApp) -> None:
    app = part(open_app("en", PAGE, copied()), "prices")
    app = enter(app, "prices.0.1", "70")
    assert differing(own(app), AMWAY) == ("prices",)
    app = enter(app, "prices.0.1", "83.33")
    assert own(app) == own_copy(AMWAY, ())


def test_what_cannot_be_read_stays_in_its_field_and_nothing_changes(open_app: OpenApp) -> None:
    app = enter(open_app("en", PAGE, copied()), "joining.starter_kit_fee", "62,50 or so")
    assert errors(app) == [
        "Starter kit (EUR): found 62,50 or so. This is not a number as it is written here. Write it like 2,345.75. "
        "It still counts as left empty."
    ]
    assert field(app, "joining.starter_kit_fee").value == "62,50 or so"
    assert own(app) == own_copy(AMWAY, ())
    app = part(app, "buy_back")
    assert any("Starter kit (EUR)" in said(each) for each in app.warning)
    app = part(app, "joining")
    assert field(app, "joining.starter_kit_fee").value == "62,50 or so"
    app = enter(app, "joining.starter_kit_fee", "62.50")
    assert errors(app) == []


@pytest.mark.parametrize(
    ("group", "place", "text", "says"),
    [
        ("joining", "joining.starter_kit_fee", "-1", "This is too low. State 0 or more."),
        ("buy_back", "buy_back.share", "120", "This is too high. State 100% or less."),
        ("prices", "prices.0.1", "130", "This is too high. State 100% or less."),
        ("prices", "prices.0.1", "", "Nothing is stated here. Write a number, such as 0."),
        ("pay", "ranks.0.rate", "130", "This is too high. State 100% or less."),
        ("pay", "ranks.0.group_volume", "700", "Each rank must ask for a higher group volume than the one before it."),
        ("buy_back", "buy_back.window_months", "1.5", "A whole number is wanted here, such as 12."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    open_app: OpenApp, group: str, place: str, text: str, says: str
) -> None:
    app = enter(part(open_app("en", PAGE, with_ranks()), group), place, text)
    [error] = errors(app)
    assert says in error
    assert field(app, place).value == text
    assert file_of(app) == with_ranks()


def test_what_waits_for_another_field_is_taken_once_that_is_filled_in(open_app: OpenApp) -> None:
    """Of ranks from 200, 600 and 1,200 points, the first cannot ask for 700 before the second asks for more."""
    app = enter(part(open_app("en", PAGE, with_ranks()), "pay"), "ranks.0.group_volume", "700")
    assert len(errors(app)) == 1
    app = enter(app, "ranks.1.group_volume", "800")
    assert errors(app) == []
    assert [row.group_volume for row in value_at(own(app), "ranks")][:3] == [700, 800, 1200]


def test_rates_of_levels_are_added_and_taken_away(open_app: OpenApp) -> None:
    app = part(open_app("en", PAGE, with_ranks()), "pay")
    app = enter(click(app, f"own-add:{OWN}:pay.unilevel"), "pay.unilevel.0", "5")
    app = enter(click(app, f"own-add:{OWN}:pay.unilevel"), "pay.unilevel.1", "2.5")
    assert value_at(own(app), "pay.unilevel") == (0.05, 0.025)
    app = click(app, f"own-remove:{OWN}:pay.unilevel")
    assert value_at(own(app), "pay.unilevel") == (0.05,)


def test_steps_whose_points_nobody_published_are_computed_once_all_are_stated(open_app: OpenApp) -> None:
    base = next(each for each in COMPANIES.values() if each.pay.steps_without_points and not each.ranks)
    copy = own_copy(base, ())
    steps = base.pay.steps_without_points
    assert steps is not None
    plan_file = PlanFile(company=copy.id, plan=Plan(currency=base.currency), own_companies=(copy,))
    app = part(open_app("en", PAGE, plan_file), "pay")
    keyed(app.text_input, f"number:own-step.{copy.id}.0").set_value("200")
    app = click(run(app), f"own-steps:{copy.id}")
    assert len(errors(app)) == (len(steps.rates) > 1)
    assert own(app, copy.id) == copy
    for index in range(len(steps.rates)):
        keyed(app.text_input, f"number:own-step.{copy.id}.{index}").set_value(f"{200 * (index + 1)}")
    app = click(run(app), f"own-steps:{copy.id}")
    rows = value_at(own(app, copy.id), "ranks")
    assert [row.group_volume for row in rows] == [200 * (index + 1) for index in range(len(steps.rates))]


def test_points_of_steps_survive_a_look_at_another_group(open_app: OpenApp) -> None:
    base = COMPANIES["lr-eu"]
    copy = own_copy(base, ())
    plan_file = PlanFile(company=copy.id, plan=Plan(currency=base.currency), own_companies=(copy,))
    app = part(open_app("en", PAGE, plan_file), "pay")
    keyed(app.text_input, f"number:own-step.{copy.id}.0").set_value("200 or so")
    app = part(run(app), "joining")
    assert any("Points for 3%" in said(each) for each in app.warning)
    app = part(app, "pay")
    assert keyed(app.text_input, f"number:own-step.{copy.id}.0").value == "200 or so"
    for index in range(7):
        keyed(app.text_input, f"number:own-step.{copy.id}.{index}").set_value(f"{200 * (index + 1)}")
    app = click(run(app), f"own-steps:{copy.id}")
    assert "rates as published: " in words(app)
    app = part(app, "joining")
    assert not app.warning
    app = part(click(app, "undo"), "pay")
    assert keyed(app.text_input, f"number:own-step.{copy.id}.6").value == "1400"


def test_how_a_standing_order_ends_is_written_in_words(open_app: OpenApp) -> None:
    app = part(open_app("sv", PAGE, copied()), "activity")
    keyed(app.text_area, f"text:own.{OWN}.activity.standing_order_ends").set_value("Med brev, en månad innan.")
    app = run(app)
    assert value_at(own(app), "activity.standing_order_ends") == "Med brev, en månad innan."
    keyed(app.text_area, f"text:own.{OWN}.activity.standing_order_ends").set_value("")
    app = run(app)
    assert value_at(own(app), "activity.standing_order_ends") is None


def test_a_name_that_does_not_print_is_refused(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, copied())
    keyed(app.text_input, f"text:own-name.{OWN}").set_value("a\u200bb\u0007")
    app = run(app)
    assert own(app).name == "Amway"
    [error] = errors(app)
    assert "characters that do not print" in error


def test_that_returns_have_no_limit_of_time_is_ticked_and_taken_back(open_app: OpenApp) -> None:
    app = part(open_app("en", PAGE, copied()), "buy_back")
    ticked = f"choice:own.{OWN}.buy_back.window_months.no_limit"
    keyed(app.checkbox, ticked).check()
    app = run(app)
    assert value_at(own(app), "buy_back.window_months") == math.inf
    assert not [each for each in app.text_input if str(each.key).startswith(f"number:own.{OWN}.buy_back.window")]
    keyed(app.checkbox, ticked).uncheck()
    app = run(app)
    assert not is_known(own(app), "buy_back.window_months")
    assert keyed(app.text_input, f"number:own.{OWN}.buy_back.window_months").value == ""


def test_who_pays_freight_is_chosen_from_a_list(open_app: OpenApp) -> None:
    app = part(open_app("en", PAGE, copied()), "buy_back")
    keyed(app.selectbox, f"choice:own.{OWN}.buy_back.company_pays_freight").set_value(False)
    app = run(app)
    assert own(app).buy_back.company_pays_freight is False
    assert "Yours" in [said(each) for each in app.markdown]
    assert "Who pays the freight of returned goods" in words(app)


# --- the plan on it --------------------------------------------------------------------------------------------------


def test_a_changed_figure_moves_the_strip_and_can_be_undone(open_app: OpenApp) -> None:
    """A starter kit of 62.50 that was counted as nothing before is 62.50 more that is paid before any comes back."""
    app = open_app("en", PAGE, copied())
    before = hole(app)
    app = enter(app, "joining.starter_kit_fee", "62.5")
    assert hole(app) - before == pytest.approx(62.5)
    assert app.session_state["before_edit"].company == own_copy(AMWAY, ())
    app = click(app, "undo")
    assert own(app) == own_copy(AMWAY, ())
    assert hole(app) == before
    app = click(app, "redo")
    assert value_at(own(app), "joining.starter_kit_fee") == 62.5


def test_the_plan_is_laid_on_it(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(own_copy(AMWAY, ()), company="amway-eu"))
    app = click(app, f"own-lay:{OWN}")
    assert file_of(app).company == OWN


def test_answers_about_the_published_company_hold_for_its_copy(open_app: OpenApp) -> None:
    plan = Plan(currency="EUR", company_answers={"amway-eu": {"points_per_100_retail": 25}})
    app = open_app("en", PAGE, PlanFile(company="amway-eu", plan=plan))
    app = click(app, "own-copy")
    assert resolve_terms(own(app), file_of(app).plan).points_per_retail == 0.25


def test_a_deleted_company_leaves_the_plan_on_the_one_it_began_as(open_app: OpenApp) -> None:
    changed = stated(own_copy(AMWAY, ()), "joining.starter_kit_fee", 62.5)
    app = open_app("en", PAGE, file_with(changed, compared=(OWN, "amway-eu")))
    app = click(app, f"own-delete:{OWN}")
    assert file_of(app).own_companies == ()
    assert (file_of(app).company, file_of(app).compared) == ("amway-eu", ("amway-eu",))
    [told] = [said(each) for each in app.info]
    assert told.startswith("Amway is deleted, and your plan was laid on it. It is laid on Amway")
    run(app.switch_page("pages/plan.py"))
    app = click(app, "undo")
    assert file_of(app) == file_with(changed, compared=(OWN, "amway-eu"))


def test_undo_stands_there_after_the_only_company_was_deleted(open_app: OpenApp) -> None:
    plan = Plan(currency="EUR", company_answers={OWN: {"points_per_100_retail": 25}})
    app = open_app("en", PAGE, PlanFile(company=OWN, plan=plan, own_companies=(own_copy(AMWAY, ()),)))
    app = click(app, f"own-delete:{OWN}")
    assert file_of(app).plan.company_answers == {}
    assert not app.button(key="undo").disabled
    app = click(app, "undo")
    assert own(app) == own_copy(AMWAY, ())
    assert file_of(app).plan.company_answers == {OWN: {"points_per_100_retail": 25}}
    assert [said(each) for each in app.info] == []  # "is deleted" no longer holds


@pytest.mark.parametrize("answers", [{}, {"amway-eu": {"points_per_100_retail": 25}}])
def test_answers_about_a_company_that_had_the_id_before_are_not_taken_along(
    open_app: OpenApp, answers: dict[str, dict[str, float]]
) -> None:
    """Saved plans may hold answers about a company of one's own that was deleted."""
    plan = Plan(currency="EUR", company_answers={OWN: {"points_per_100_retail": 99}} | answers)
    app = click(open_app("en", PAGE, PlanFile(company="amway-eu", plan=plan)), "own-copy")
    assert file_of(app).plan.company_answers.get(OWN, {}) == answers.get("amway-eu", {})


def test_a_text_that_cannot_be_read_is_a_step_to_take_back(open_app: OpenApp) -> None:
    app = enter(open_app("en", PAGE, copied()), "joining.starter_kit_fee", "a lot")
    before = file_of(app)
    app = click(app, "undo")
    assert field(app, "joining.starter_kit_fee").value != "a lot"
    assert (errors(app), file_of(app)) == ([], before)


def test_a_figure_taken_back_brings_the_text_in_its_field_back(open_app: OpenApp) -> None:
    app = enter(open_app("en", PAGE, copied()), "joining.starter_kit_fee", "a lot")
    app = enter(app, "joining.renewal_fee", "40")
    app = enter(app, "joining.starter_kit_fee", "62.5")
    app = click(app, "undo")
    assert field(app, "joining.starter_kit_fee").value == "a lot"
    assert len(errors(app)) == 1
    app = click(app, "undo")
    assert (field(app, "joining.starter_kit_fee").value, field(app, "joining.renewal_fee").value) == ("a lot", "")
    app = click(click(app, "redo"), "redo")
    assert field(app, "joining.starter_kit_fee").value == "62.5"
    assert errors(app) == []


def test_a_file_whose_record_was_changed_does_not_count_as_published(open_app: OpenApp) -> None:
    changed = own_copy(AMWAY, ()).model_copy(update={"limits": (), "name": "Other"})
    app = open_app("en", PAGE, file_with(changed))
    assert (
        "Other: its terms are as published, but these parts are not: its name and what is said not to be computed."
        in words(app)
    )
    assert "Parts that are not as published, and are not changed here: its name and what is said" in words(app)
    assert "everything is as published" not in words(app)


def test_what_is_not_computed_is_said_of_the_company_as_published(open_app: OpenApp) -> None:
    """Amway's three reservations stand under the strip of its copy as one thing to know."""
    counted = {}
    for company in (OWN, "amway-eu"):
        app = open_app("en", PAGE, file_with(own_copy(AMWAY, ()), company=company))
        run(app.switch_page("pages/plan.py"))
        notes = "".join(each.proto.body for each in app.get("html") if "strip-note" in each.proto.body)
        [summary] = re.findall(r"<summary>\D*(\d+) things? to know", notes)
        counted[company] = int(summary)
        assert ("as said of the company as published: 3" in notes) == (company == OWN)
        run(app.switch_page("pages/method.py"))
        titles = [each.label for each in app.expander]
        for title in ("Parts of the pay", "What is not computed, and what that does", "Looked for and not found"):
            ending = " (about the company as published)" if company == OWN else ""
            assert any(each.replace("\\", "") == title + ending for each in titles)
    assert len(AMWAY.limits) == 3
    assert counted["amway-eu"] - counted[OWN] == 2


def test_another_name_is_kept_and_an_empty_one_is_not(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, copied())
    keyed(app.text_input, f"text:own-name.{OWN}").set_value("Amway, Anna's team")
    app = run(app)
    assert (own(app).id, own(app).name) == (OWN, "Amway, Anna's team")
    keyed(app.text_input, f"text:own-name.{OWN}").set_value("  ")
    app = run(app)
    assert own(app).name == "Amway, Anna's team"


def test_every_page_opens_with_the_plan_on_a_company_of_ones_own(open_app: OpenApp) -> None:
    app = open_app(
        "en", PAGE, file_with(stated(own_copy(AMWAY, ()), "buy_back.share", 0.9), compared=(OWN, "amway-eu"))
    )
    for page in ("start", "plan", "compare", "leaving", "method"):
        run(app.switch_page(f"pages/{page}.py"))
    assert file_of(app).company == OWN


# --- new ones --------------------------------------------------------------------------------------------------------


def answer(app: AppTest, name: str, share: str, fee: str, rates: str, number: int = 0) -> AppTest:
    for front, question, text in (
        ("text", "name", name), ("text", "share", share), ("number", "fee", fee), ("text", "rates", rates),
    ):  # fmt: skip
        app.text_input(key=f"{front}-own-form.{question}.{number}").set_value(text)
    [currency] = [each for each in app.selectbox if (each.key or "").startswith(f"number-own-form.currency.{number}.")]
    currency.set_value("SEK")
    return click(run(app), "own-add")


def test_five_answers_add_a_company(open_app: OpenApp) -> None:
    app = answer(open_app("sv", PAGE), "Måns & Co", "72,5", "1 250", "5; 2,5")
    added = own(app, "yours-mans-co")
    assert (added.name, added.currency) == ("Måns & Co", "SEK")
    assert value_at(added, "prices") == ((0, 0.725),)
    assert value_at(added, "joining.starter_kit_fee") == 1250
    assert value_at(added, "pay.unilevel") == (0.05, 0.025)
    assert file_of(app).company == added.id  # the plan is laid on it at once
    assert errors(app) == []
    app = answer(app, "Måns & Co", "60", "0", "0", number=1)
    assert [each.id for each in file_of(app).own_companies] == ["yours-mans-co", "yours-mans-co-2"]
    assert value_at(own(app, "yours-mans-co-2"), "pay.unilevel") == ()


def test_the_form_begins_with_the_currency_that_the_plan_counts_in_now(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, PlanFile(company="amway-eu", plan=Plan(currency="EUR")))
    run(app.switch_page("pages/plan.py"))
    app.session_state["plan_file"] = PlanFile(company="amway-eu", plan=Plan(currency="NOK"))
    run(app.switch_page(PAGE))
    [currency] = [each for each in app.selectbox if (each.key or "").startswith("number-own-form.currency.")]
    assert currency.value == "NOK"


def test_wrong_answers_are_told_together_and_stay_in_their_fields(open_app: OpenApp) -> None:
    app = answer(open_app("en", PAGE), " ", "170", "a lot", "90; 50")
    assert file_of(app).own_companies == ()
    [error] = errors(app)
    assert error.count("\n-") == 4
    for says in (
        "What is it called?: Nothing is stated here. Write what the company is called.",
        "What do you pay for the goods?: found 170. This is too high. State 100% or less.",
        "What does joining cost, with the kit? (in SEK): found a lot. This is not a number as it is written here.",
        "found 90; 50. Each rate is 0% or more, and together they come to 100% at most.",
    ):
        assert says in error
    assert app.text_input(key="number-own-form.fee.0").value == "a lot"


# --- files -----------------------------------------------------------------------------------------------------------


def upload(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader(key="own-company-file").set_value((name, data, "application/toml"))
    return run(app)


def test_a_file_is_opened_elsewhere_as_the_same_company(open_app: OpenApp) -> None:
    changed = stated(own_copy(AMWAY, ()), "joining.starter_kit_fee", 62.5)
    app = upload(open_app("en", PAGE), file_name(changed), company_toml(changed))
    assert file_of(app).own_companies == (changed,)
    assert read_company(company_toml(own(app)), file_name(own(app)))[0] == changed


def test_a_file_of_the_catalogue_becomes_ones_own(open_app: OpenApp) -> None:
    app = upload(open_app("en", PAGE), "amway-eu.toml", company_toml(AMWAY))
    assert file_of(app).own_companies == (own_copy(AMWAY, ()),)


@pytest.mark.parametrize(
    ("button", "fees"), [("own-file-replace", {OWN: 70}), ("own-file-both", {OWN: 62.5, f"{OWN}-2": 70})]
)
def test_a_file_of_an_id_that_is_taken_replaces_or_stands_beside(
    open_app: OpenApp, button: str, fees: dict[str, float]
) -> None:
    mine, theirs = (stated(own_copy(AMWAY, ()), "joining.starter_kit_fee", fee) for fee in (62.5, 70))
    app = upload(open_app("en", PAGE, file_with(mine)), file_name(theirs), company_toml(theirs))
    assert file_of(app) == file_with(mine)
    app = click(app, button)
    assert {each.id: value_at(each, "joining.starter_kit_fee") for each in file_of(app).own_companies} == fees


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_file_with_faults_changes_nothing_and_all_are_listed(open_app: OpenApp, language: str) -> None:
    text = company_toml(own_copy(AMWAY, ())).decode()
    broken = text.replace('currency = "EUR"', 'currency = "XYZ"').replace("rate = 0.03", "rate = 1.3")
    app = upload(open_app(language, PAGE, copied()), "theirs.toml", broken.encode())
    [error] = errors(app)
    assert error.count("\n-") == 2
    assert "theirs.toml: currency" in error
    assert "theirs.toml: pay.plan.ranks[1].rate" in error
    assert '"XYZ"' in error
    assert "1.3" in error
    assert file_of(app) == copied()


def test_the_saved_plan_holds_it_all(open_app: OpenApp) -> None:
    app = enter(open_app("en", PAGE, copied()), "joining.starter_kit_fee", "62.5")
    assert read_plan_file(dump_plan_file(file_of(app)), "mine.json") == (file_of(app), ())


def test_thirteen_are_too_many(open_app: OpenApp) -> None:
    many = []
    for _number in range(12):
        many.append(own_copy(AMWAY, [each.id for each in many]))
    app = open_app("en", PAGE, file_with(*many))
    assert app.button(key="own-copy").disabled
    assert app.button(key="own-add").disabled
    app = upload(app, "amway-eu-other.toml", company_toml(AMWAY))
    assert len(file_of(app).own_companies) == 12
    assert "A plan holds 12 companies of your own at most. Delete one to make room." in words(app)


# --- freight by order, dates, periods --------------------------------------------------------------------------------


def typed(app: AppTest, key: str, text: str) -> AppTest:
    keyed(app.text_input, f"number:own.{OWN}.{key}").set_value(text)
    return run(app)


def test_freight_by_the_size_of_an_order_is_typed_row_by_row(open_app: OpenApp) -> None:
    """9.50 for any order and 5 from 100; a share of what goods cost beside it cannot be."""
    app = part(open_app("en", PAGE, copied()), "prices")
    app = typed(app, "orders.freight_table.0.1", "9.50")
    assert value_at(own(app), "orders.freight_table") == ((0, 9.5),)
    app = click(app, f"own-add:{OWN}:orders.freight_table")
    app = typed(app, "orders.freight_table.1.0", "100")
    app = typed(app, "orders.freight_table.1.1", "5")
    assert value_at(own(app), "orders.freight_table") == ((0, 9.5), (100, 5))
    assert resolve_terms(own(app), Plan(currency="EUR")).orders.freight_steps == ((0, 9.5), (100, 5))
    app = typed(app, "orders.freight_table.1.0", "0")
    [error] = errors(app)
    assert "Each step must begin higher than the one before it" in error
    app = typed(app, "orders.freight_table.1.0", "100")
    app = typed(app, "orders.freight_share", "8")
    [error] = errors(app)
    assert "This is stated by “Freight, of what the goods cost” already" in error
    app = typed(app, "orders.freight_share", "")
    app = click(click(app, f"own-remove:{OWN}:orders.freight_table"), f"own-remove:{OWN}:orders.freight_table")
    assert not is_known(own(app), "orders.freight_table")


def test_until_when_rules_of_pay_held_is_a_date(open_app: OpenApp) -> None:
    app = part(open_app("en", PAGE, copied()), "pay")
    app = typed(app, "pay.until", "June 2031")
    [error] = errors(app)
    assert "Write a day, a month or a year of the calendar: 2026-11-23, 2026-11 or 2026." in error
    assert own(app).pay.until is None
    app = typed(app, "pay.until", " 2031-06 ")
    assert (own(app).pay.until, errors(app)) == ("2031-06", [])
    assert "Published: nothing" in words(app)
    app = click(app, "undo")
    assert own(app).pay.until is None


def test_periods_of_returns_are_rows(open_app: OpenApp) -> None:
    """Added on what is paid back today, dated, without a limit; what overlaps is refused; published ones stay so."""
    lularoe = COMPANIES["lularoe-us-2017"]
    app = part(open_app("en", PAGE, copied()), "buy_back")
    assert value_at(own(app), "buy_back.other_periods") == ()
    app = click(app, f"own-add:{OWN}:buy_back.other_periods")
    app = typed(app, "buy_back.other_periods.0.value", "50")
    app = typed(app, "buy_back.other_periods.0.starts", "2031-02-30")
    assert "Write a day, a month or a year" in " ".join(errors(app))
    app = typed(app, "buy_back.other_periods.0.starts", "2031-02")
    keyed(app.checkbox, f"choice:own.{OWN}.buy_back.other_periods.0.no_limit").check()
    app = run(app)
    [period] = own(app).buy_back.other_periods
    assert (period.value, period.starts, period.no_limit, period.kind) == (0.5, "2031-02", True, "yours")
    assert period.text.en == "As you state it: 50% back, from February 2031, no limit of time."
    app = click(app, f"own-add:{OWN}:buy_back.other_periods")
    app = typed(app, "buy_back.other_periods.1.starts", "2031-02-28")
    app = typed(app, "buy_back.other_periods.0.ends", "2031-03")
    assert "Two of these periods hold on the same day" in " ".join(errors(app))
    app = click(app, f"own-remove:{OWN}:buy_back.other_periods.0")
    assert [each.starts for each in own(app).buy_back.other_periods] == ["2031-02-28"]
    other = PlanFile(company="yours-lularoe-us-2017", plan=Plan(), own_companies=(own_copy(lularoe, ()),))
    app = part(open_app("en", PAGE, other), "buy_back")
    keyed(app.text_input, "number:own.yours-lularoe-us-2017.buy_back.other_periods.0.value").set_value("80")
    app = run(app)
    first, *rest = own(app, "yours-lularoe-us-2017").buy_back.other_periods
    assert (first.value, first.kind, first.ends) == (0.8, "yours", "2017-03")
    assert rest == list(lularoe.buy_back.other_periods[1:])
