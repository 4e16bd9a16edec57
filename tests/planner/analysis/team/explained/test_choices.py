"""What a form asks of a pay plan: every field has a title and its unit, and every value of a choice a sentence."""

from collections.abc import Iterator

from planner.analysis.team.explained.choices import choice_words
from planner.inputs.cited.source import Record
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.proofs.proof import Proof
from planner.inputs.pay.titles.fields import Field, fields_of
from planner.language import LANGUAGES
from planner.speech import Speech


def every_field(record: type[Record], seen: set[type[Record]]) -> Iterator[tuple[type[Record], Field]]:
    """Of the record and of all within it, each once."""
    if record not in seen:
        seen.add(record)
        for field in fields_of(record):
            yield record, field
            for each in field.records:
                yield from every_field(each, seen)


def test_every_field_is_asked_for_in_words_of_its_own():
    seen: set[type[Record]] = set()
    found = [*every_field(PayPlan, seen), *every_field(Proof, seen)]
    assert len({record for record, _ in found}) > 30
    for record, field in found:
        assert (field.title.unit == "choice") == bool(field.values), (record, field.name)
        assert (field.title.unit in ("rows", "group")) == bool(field.records), (record, field.name)
        if field.values:
            words = choice_words(record, field.name)
            for language in LANGUAGES:
                said = [Speech(language, "USD", "2026-11").text(words[value]) for value in field.values]
                assert len(set(said)) == len(field.values), (record, field.name)
                assert not any("{" in each for each in said), (record, field.name)
