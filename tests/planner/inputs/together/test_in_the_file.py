"""Who said what, notes and the talk in a plan's file: kept as they were written, and refused where they say nothing."""

import json
from datetime import date
from typing import Any

import pytest

from planner.inputs.path import parse
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file, with_changes
from planner.inputs.together.ledger import Said, Told
from planner.inputs.together.notes import Note, Remark
from planner.inputs.together.talk import InputChange, Mentor, Moment, Talk
from planner.speech import Speech

CUSTOMERS, RECRUITS = parse("customers.new_a_month"), parse("team.recruits_a_month")
DAY = date(2026, 11, 29)
FILE = PlanFile(
    plan=Plan(),
    ledger={RECRUITS: Said(check=True), CUSTOMERS: Said(owner="recruiter", day=DAY, note="at the café", check=True)},
    told=(Told(company="amway-eu", place="joining.starter_kit_fee", value=99, owner="recruiter", day=DAY),),
    notes=(Note(to="figure", place="lose", thread=(Remark(text="so many?\nreally", by="Åsa", day=DAY),)),),
    talk=Talk(
        step="team",
        mentor=Mentor(name="Bo", rank="9 %"),
        hoped_a_month=200,
        next_talk=date(2027, 1, 15),
        questions={"amway-eu": {"joining.website_fee": "none at all"}},
        log=(
            Moment(
                step="customers",
                changes=(InputChange(path=CUSTOMERS, before=4, after=1),),
                lose_before=0.18,
                lose_after=0.51,
            ),
        ),
    ),
)


def stating(**said: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": 9, "plan": {}, **said}).encode()


def test_all_of_it_opens_again_to_the_same_and_in_the_order_of_the_plan():
    saved = dump_plan_file(FILE)
    assert read_plan_file(saved, "mine.json") == (FILE, ())
    content = json.loads(saved)
    assert list(content["ledger"]) == ["customers.new_a_month", "team.recruits_a_month"]
    assert content["ledger"]["customers.new_a_month"] == {
        "owner": "recruiter",
        "day": "2026-11-29",
        "note": "at the café",
        "check": True,
    }
    assert content["talk"]["log"][0]["changes"] == [
        {"path": "customers.new_a_month", "before": 4, "after": 1, "chosen": ""}
    ]


def test_it_stays_when_the_plan_is_changed():
    changed = with_changes(FILE, plan=Plan(horizon_months=12))
    assert (changed.ledger, changed.told, changed.notes, changed.talk) == (
        FILE.ledger,
        FILE.told,
        FILE.notes,
        FILE.talk,
    )


def test_rows_that_say_nothing_are_left_out():
    opened, faults = read_plan_file(stating(ledger={"horizon_months": {}, "start_month": {"check": True}}), "a")
    assert faults == ()
    assert opened is not None
    assert opened.ledger == {("start_month",): Said(check=True)}


def test_what_nobody_sees_is_taken_out_of_every_text():
    thread = [{"text": " \u202ewho\x00? ", "by": "\u2066A"}]
    opened, faults = read_plan_file(
        stating(
            ledger={"horizon_months": {"note": "\u202e x\x07"}},
            notes=[{"to": "page", "place": "odds", "thread": thread}],
            talk={"hope": "\x1b[31mred", "mentor": {"name": "\u202eB"}},
        ),
        "a",
    )
    assert faults == ()
    assert opened is not None
    assert opened.ledger[("horizon_months",)].note == "x"
    assert opened.notes[0].thread[0] == Remark(text="who?", by="A")
    assert (opened.talk.hope, opened.talk.mentor.name) == ("[31mred", "B")


LONG = "x" * 10_000
REMARK = {"text": "x"}
WINDOW = "buy_back.window_months"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"ledger": {"team.recruits": {}}}, "ledger.team.recruits"),
        ({"ledger": {"horizon_months": {"owner": "my aunt"}}}, "ledger.horizon_months.owner"),
        ({"ledger": {"horizon_months": {"day": "yesterday"}}}, "ledger.horizon_months.day"),
        ({"ledger": {"horizon_months": {"note": LONG}}}, "ledger.horizon_months.note"),
        ({"told": [{"company": "x", "place": "prices", "value": 1, "owner": "me"}]}, "told[1]"),
        ({"told": [{"company": "x", "place": "buy_back.share", "value": 1, "owner": "me"}] * 2}, "told[2]"),
        ({"told": [{"company": "x", "place": "buy_back.share", "value": -1, "owner": "me"}]}, "told[1].value"),
        ({"told": [{"company": "x", "place": "buy_back.share", "owner": "me"}]}, "told[1].value"),
        ({"told": [{"company": "x", "place": "buy_back.share", "no_limit": True, "owner": "me"}]}, "told[1].no_limit"),
        (
            {"told": [{"company": "x", "place": WINDOW, "value": 9, "no_limit": True, "owner": "me"}]},
            "told[1].no_limit",
        ),
        ({"notes": [{"to": "input", "place": "team", "thread": [REMARK]}]}, "notes[1]"),
        ({"notes": [{"to": "page", "place": "<b>", "thread": [REMARK]}]}, "notes[1].place"),
        ({"notes": [{"to": "page", "place": "odds", "thread": []}]}, "notes[1].thread"),
        ({"notes": [{"to": "page", "place": "odds", "thread": [{"text": " "}]}]}, "notes[1].thread[1].text"),
        ({"notes": [{"to": "page", "place": "odds", "thread": [{"text": LONG}]}]}, "notes[1].thread[1].text"),
        ({"talk": {"step": "dance"}}, "talk.step"),
        ({"talk": {"hope": LONG}}, "talk.hope"),
        ({"talk": {"hoped_a_month": -1}}, "talk.hoped_a_month"),
        ({"talk": {"mentor": {"stands": "below"}}}, "talk.mentor.stands"),
        ({"talk": {"questions": {"x": {"y": LONG}}}}, "talk.questions.x.y"),
        (
            {"talk": {"log": [{"step": "team", "changes": [], "lose_before": 0, "lose_after": 1}]}},
            "talk.log[1].changes",
        ),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place_in_words(said: Any, place: str):
    file, (fault,) = read_plan_file(stating(**said), "mine.json")
    assert file is None
    assert fault.path == place
    assert "does not fit" not in fault.message
    assert all(Speech.of(language, Plan()).say_fault(fault) for language in ("en", "sv"))


def test_more_notes_than_are_kept_are_refused_without_a_look_at_each():
    note = {"to": "page", "place": "odds", "thread": [REMARK]}
    assert read_plan_file(stating(notes=[note] * 5_000), "a")[1][0].path == "notes"
