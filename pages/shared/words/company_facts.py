"""A company's file as a reader checks it: every figure with what it rests on, what was not found, what is asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pages.shared.words.cited_facts import CitedFact, FactGroup
from pages.shared.words.record_facts import RecordFacts
from planner.analysis.company.citation import is_ones_own, unknown_of
from planner.analysis.company.contract import PLAN_KINDS, freight_clauses
from planner.analysis.company.coverage import coverage_of, limits_told
from planner.analysis.company.facts import NOT_DISCLOSED
from planner.analysis.company.figure_rows import ALL_TITLES
from planner.analysis.company.in_words import figure_in_words
from planner.analysis.team.explained.plan import plan_in_words
from planner.inputs.cited.figure import Asked, Cited, Figure, NotFound
from planner.inputs.cited.source import Source
from planner.inputs.company.company import Company, Limit, entry_at
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.part import Part as PartOfPay
from planner.inputs.pay.proofs.proof import Proof
from planner.inputs.plan.plan import Plan
from planner.inputs.unsourced import WHOLESALE, missing_levels
from planner.language import date_in_words, mark
from planner.speech import Speech

EFFECTS = {
    "pay_too_low": mark("Pay may be higher than computed."),
    "pay_too_high": mark("Pay may be lower than computed."),
    "cost_too_low": mark("Costs may be higher than computed."),
    "either": mark("The result may be higher or lower than computed."),
}
UNDATED = mark("undated")
PAID_AFTER = ("payout_lag_months", "margin_lag_months", "own_lag_months", "payout_day", "refunds")
JOINING = (
    "starter_kit_fee",
    "minimum_opening_stock",
    "renewal_fee",
    "website_fee",
    "website_free_months",
    "kit_freight",
    "kit_tax",
)


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """Puts the facts of one company into words; speech in the company's currency, answers those of the person."""

    company: Company
    speech: Speech
    answers: dict[str, float]

    @classmethod
    def of(cls, company: Company, plan: Plan, speech: Speech) -> "CompanyFacts":
        """The facts as one person's plan answers what is asked."""
        answers = dict(plan.company_answers.get(company.id, {}))
        return cls(company, replace(speech, currency=company.currency), answers)

    @property
    def record(self) -> RecordFacts:
        """The entries that no computation needs."""
        return RecordFacts(self.company, self.speech)

    def groups(self) -> tuple[FactGroup, ...]:
        """Everything that the file holds, in the order in which a person meets it; empty groups are left out."""
        _, record = self.speech.text, self.record
        staying = ALL_TITLES["activity.rules"]
        sections: tuple[tuple[str, str, Iterable[CitedFact | None]], ...] = (
            ("background", _("Age and size"), record.background()),
            ("joining", _("Joining and staying"), self.joining()),
            ("prices", _("Prices and points"), self.prices()),
            ("activity", _(staying), self.activity()),
            ("pay", _("Pay and ranks"), self.pay()),
            ("components", self.as_published(_("Parts of the pay")), record.components()),
            ("leaving", _("Returning goods"), self.leaving()),
            (
                "limits",
                self.as_published(_("What is not computed, and what that does")),
                map(self.limit, limits_told(self.company)),
            ),
            ("income", _("What members have received, as published"), record.income()),
            ("retention", _("How many stay"), record.retention()),
            ("enforcement", _("What authorities and courts did"), record.enforcement()),
            ("searched", self.as_published(_("Looked for and not found")), record.searched()),
            ("to_look_up", self.as_published(_("To be looked up by whoever wants to know")), record.to_look_up()),
        )
        groups = (FactGroup(key, title, tuple(fact for fact in facts if fact)) for key, title, facts in sections)
        return tuple(group for group in groups if group.facts)

    def as_published(self, title: str) -> str:
        """A heading of what a company of one's own keeps of the published one, whatever was stated in it since."""
        _ = self.speech.text
        return _("{title} (about the company as published)").format(title=title) if self.company.yours else title

    def in_a_sentence(self) -> str:
        """How much of the company stands on sources, and on what kind; then what is yours, and what is invented."""
        _, number, counted = self.speech.text, self.speech.number, coverage_of(self.company)
        said = _(
            "Each figure of {company} stands below with its source. From a source: {cited}, of them from a weak one: "
            "{weak}. Looked for and not found: {unknown}. Asked of you: {asked}. The rest follows from your plan."
        ).format(
            company=self.company.name,
            cited=number(counted.sourced),
            weak=number(counted.weak),
            unknown=number(counted.not_disclosed),
            asked=number(counted.asked),
        )
        if is_ones_own(self.company):
            said = _("Each figure of {company} stands below. Not stated by you: {unknown}.").format(
                company=self.company.name, unknown=number(counted.not_disclosed)
            )
        yours = _("Stated by you: {count}.").format(count=number(counted.yours)) if counted.yours else ""
        invented = _("Invented: {count}.").format(count=number(counted.invented)) if counted.invented else ""
        return " ".join(part for part in (said, yours, invented) if part)

    def counted(self, groups: Sequence[FactGroup]) -> str:
        """How much stands in the groups: the figures that the sentence counts, and what is told beside them."""
        figures = coverage_of(self.company).figures
        notes = sum(len(group.facts) for group in groups) - figures
        said = self.speech.plural("{count} figure", "{count} figures", figures)
        beside = self.speech.plural("{count} note beside them", "{count} notes beside them", notes)
        return f"{said}, {beside}" if notes > 0 else said

    def joining(self) -> Iterator[CitedFact | None]:
        """What it costs to join and to stay, and what some pay beside it."""
        joining = self.company.joining
        for name in JOINING:
            yield self.fact(f"joining.{name}", getattr(joining, name))
        yield from map(self.record.stated, joining.others)
        for name in type(self.company.orders).model_fields if self.company.orders else ():
            yield self.fact(f"orders.{name}", getattr(self.company.orders, name))

    def prices(self) -> Iterator[CitedFact | None]:
        """What you pay and keep, what becomes points, and how many."""
        _, volume = self.speech.text, self.company.volume
        bought, sold = _("what you buy from the company"), _("what you sell to customers")
        yield self.fact("prices", self.company.prices)
        step = getattr(self.company.prices, "reached_step", None)
        if step is not None:
            yield self.fact("prices.reached_step", step)
        yield from map(self.record.stated, self.company.margins)
        yield CitedFact(_("What gives points"), (bought if volume.arises_on == "purchases" else sold,), "told")
        yield self.fact("volume.points_per_100_retail", volume.points_per_100_retail)
        yield self.fact("volume.commissionable_per_100_retail", volume.commissionable_per_100_retail)

    def activity(self) -> Iterator[CitedFact | None]:
        """What it takes to stay in, or to be paid."""
        activity = self.company.activity
        if activity is not None:
            yield self.fact("activity.standing_order", activity.standing_order)
            if activity.standing_order_from is not None:
                yield self.fact("activity.standing_order_from", activity.standing_order_from)
            yield self.fact("activity.standing_order_ends", activity.standing_order_ends)
            yield from map(self.record.rule, activity.rules)

    def pay(self) -> Iterator[CitedFact | None]:
        """What kind of plan it is, its rates and ranks, and when it pays."""
        _, company, pay = self.speech.text, self.company, self.company.pay
        kind = _(PLAN_KINDS[company.plan_kind])
        if company.plan_kind == "not_disclosed":
            kind = unknown_of(company, self.speech)
        yield CitedFact(_("Kind of pay plan"), (kind,), "told")
        yield self.fact("pay.unilevel", pay.unilevel)
        for key, level in missing_levels(company).items():
            yield self.missing_level(key, level)
        yield self.fact("pay.stairstep", pay.stairstep)
        yield self.fact("ranks", company.ranks)
        yield self.fact("pay.steps_without_points", pay.steps_without_points)
        yield from self.of_the_plan()
        for name in PAID_AFTER:
            yield self.fact(f"pay.{name}", getattr(pay, name))
        if pay.until is not None:
            held = date_in_words(pay.until, self.speech.language)
            yield CitedFact(_("Until when these rules of pay held"), (held,), "told")
        yield self.fact("pay.minimum_personal_volume", pay.minimum_personal_volume)
        for place in ("pay.minimum_sales", "pay.activity_window"):
            if entry_at(self.company, place) is not None:
                yield self.fact(place, entry_at(self.company, place))

    def of_the_plan(self) -> Iterator[CitedFact]:
        """The parts of a pay plan that the file states, in words, and the examples that are printed of it."""
        plan = pay_plan_of(self.company, self.answers) if self.company.pay.plan is not None else None
        if plan is None:
            return
        for told in plan_in_words(plan, self.speech):
            if told.part is not None:
                yield self.planned(told.title, told.sentences, told.part)
        for proof in plan.proofs:
            yield self.planned(self.speech.text(ALL_TITLES["pay.plan.proofs"]), (self.speech.told(proof.title),), proof)

    def planned(self, title: str, said: Sequence[str], entry: PartOfPay | Proof) -> CitedFact:
        """What a pay plan says, of which year and where it was read."""
        _ = self.speech.text
        year = () if entry.year is None else (_(UNDATED) if entry.year == "undated" else str(entry.year),)
        return CitedFact(title, tuple(said), "told", year, (), self.source_if_any(entry.source), _("Source"))

    def leaving(self) -> Iterator[CitedFact | None]:
        """What the company takes back and for how long, who sends it, and what held at other times."""
        _, buy_back = self.speech.text, self.company.buy_back
        yield self.fact("buy_back.share", buy_back.share)
        yield self.fact("buy_back.window_months", buy_back.window_months)
        yield self.fact("buy_back.clawback_share", buy_back.clawback_share)
        said = tuple(clause.said(self.speech) for clause in freight_clauses(buy_back))
        title = ALL_TITLES["buy_back.freight_paid_by"]
        source = None  # of freight alone no file names one, and what a person states of it has none
        if said and isinstance(buy_back.share, Figure) and not self.company.yours:
            source = self.company.sources[buy_back.share.source]
        label = _("Source of the share paid back")
        yield CitedFact(_(title), said or (unknown_of(self.company, self.speech),), "told", (), (), source, label)
        yield from map(self.record.stated, buy_back.other_periods)

    def fact(self, place: str, entry: object) -> CitedFact | None:
        """One entry of the file; None where the company has none."""
        match entry:
            case Cited() | NotFound():
                return self.record.titled(place, entry)
            case Asked():
                return self.asked(WHOLESALE if place == "prices" else place.rsplit(".", 1)[1], entry)
        return None

    def asked(self, key: str, entry: Asked) -> CitedFact:
        """Asked of the person, with the assumed value and the answer."""
        _, answer = self.speech.text, self.answers.get(key)
        assumed = _("Assumed: {value}").format(value=figure_in_words(entry.assumed, entry.unit, self.speech))
        if answer is None:
            answered = _("Your answer: none yet, so the assumed value is used")
        else:
            answered = _("Your answer: {value}").format(value=figure_in_words(answer, entry.unit, self.speech))
        remarks = (self.speech.told(entry.reason),)
        source, label = self.source_if_any(entry.source), _("Source that the assumption leans on")
        title = self.speech.told(entry.title)
        return CitedFact(title, (assumed, answered), "asked", (_("asked of you"),), remarks, source, label)

    def missing_level(self, key: str, level: MissingLevel) -> CitedFact:
        """A rate that no source gives: an empty field of the person's, with what they filled in."""
        _, answer = self.speech.text, self.answers.get(key)
        if answer is None:
            answered = _("Your answer: none yet, so the level is counted as paying nothing")
        else:
            answered = _("Your answer: {value}").format(value=figure_in_words(answer, "share", self.speech))
        title, remarks = self.speech.told(level.title), (self.speech.told(level.reason),)
        lines = (self.speech.say(NOT_DISCLOSED), answered)
        return CitedFact(title, lines, "asked", (_("asked of you"),), remarks)

    def limit(self, entry: Limit) -> CitedFact:
        """Something that the model does not compute, with what that does to the result."""
        _ = self.speech.text
        text, source = self.speech.told(entry.text), self.source_if_any(entry.source)
        return CitedFact(text, (_(EFFECTS[entry.effect]),), "told", (), (), source, _("Source"))

    def source_if_any(self, key: str | None) -> Source | None:
        """The source by its key in the file."""
        return None if key is None else self.company.sources[key]
