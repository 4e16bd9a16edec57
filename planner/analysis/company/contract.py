"""The terms of a company's contract that are no numbers: kind of plan, rules, how an order ends, who pays freight."""

from dataclasses import dataclass

from planner.analysis.company.coverage import pay_in_words
from planner.analysis.company.facts import TITLES, grade_of
from planner.inputs.cited.figure import Grade, NotFound, Rule, Words
from planner.inputs.company.buy_back import BuyBack
from planner.inputs.company.company import Company, PlanKind
from planner.inputs.terms import Terms
from planner.language import mark
from planner.messages import Message
from planner.speech import Speech

PLAN_KINDS: dict[PlanKind, str] = {
    "stairstep": mark("steps of the group"),
    "unilevel": mark("levels"),
    "generation": mark("generations"),
    "binary": mark("two legs"),
    "party_plan": mark("home parties"),
    "single_level": mark("own recruits only"),
    "packages": mark("packages"),
    "not_disclosed": mark("not disclosed"),
}
FREIGHT_BY_COMPANY = Message(mark("the company pays it"))
FREIGHT_BY_YOU = Message(mark("you pay it"))


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a term: in words of our own, or as the company's file has it, in every language.

    grade: of the source that it rests on; None where it rests on none.
    """

    text: Message | Words
    grade: Grade | None = None

    def said(self, speech: Speech) -> str:
        """The sentence in one language."""
        return speech.say(self.text) if isinstance(self.text, Message) else speech.told(self.text)


@dataclass(frozen=True, slots=True)
class WordedTerm:
    """A term without a number. key: its name in files. title: a marked English text. clauses: none: not disclosed."""

    key: str
    title: str
    clauses: tuple[Clause, ...]


def worded_terms(company: Company, terms: Terms) -> tuple[WordedTerm, ...]:
    """The same terms of every company, in the same order."""
    activity = company.activity
    kind = () if company.plan_kind == "not_disclosed" else (Clause(Message(PLAN_KINDS[company.plan_kind])),)
    ends = activity.standing_order_ends if activity else None
    return (
        WordedTerm("plan_kind", mark("Kind of pay plan"), kind),
        WordedTerm("pay", mark("Its pay here"), (Clause(pay_in_words(company, terms)),)),
        WordedTerm(
            "activity_rules",
            mark("What it takes to stay in, or to be paid"),
            _rules(activity.rules if activity else ()),
        ),
        WordedTerm("standing_order_ends", TITLES["activity.standing_order_ends"], _rules((ends,) if ends else ())),
        WordedTerm("freight", mark("Freight for returned goods"), freight_clauses(company.buy_back)),
    )


def _rules(rules: tuple[Rule | NotFound, ...]) -> tuple[Clause, ...]:
    return tuple(Clause(rule.text, grade_of(rule)) for rule in rules if isinstance(rule, Rule))


def freight_clauses(buy_back: BuyBack) -> tuple[Clause, ...]:
    """Who pays for sending goods back, in the file's words where it has any."""
    if buy_back.freight_paid_by is not None:
        return (Clause(buy_back.freight_paid_by),)
    if buy_back.company_pays_freight is None:
        return ()
    return (Clause(FREIGHT_BY_COMPANY if buy_back.company_pays_freight else FREIGHT_BY_YOU),)
