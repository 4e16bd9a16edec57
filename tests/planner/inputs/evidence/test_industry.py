"""The bytes of a file become evidence, or the exact list of what is wrong with them."""

import pytest

from planner.inputs.evidence.industry import EVIDENCE, read_evidence

TEXT = """
[[figures]]
topic = "income"
told_by = "company"
text.en = "A company, 2019: 5 of 100 were paid."
text.sv = "Ett företag, 2019: 5 av 100 fick betalt."
value = 0.05
unit = "share"
kind = "published"
source = "statement"
year = 2019
grade = "primary"

[[figures]]
topic = "retention"
told_by = "critic"
text.en = "A critic, 2020: 60 to 80 % stop."
text.sv = "En kritiker, 2020: 60 till 80 % slutar."
value = 0.6
up_to = 0.8
unit = "share"
kind = "published"
source = "book"
year = 2020
grade = "secondary"
objection.text.en = "The company disputes it."
objection.text.sv = "Företaget bestrider det."
objection.source = "answer"

[[findings]]
topic = "time"
told_by = "press"
text.en = "Most spend few hours."
text.sv = "De flesta lägger få timmar."
kind = "published"
source = "book"
year = 2020
grade = "weak"

[[distributions]]
told_by = "company"
title.en = "What was paid, 2019"
title.sv = "Vad som betalades, 2019"
of_whom.en = "everybody"
of_whom.sv = "alla"
market.en = "United States"
market.sv = "USA"
period = "2019"
per = "year"
counted = "before_expenses"
currency = "USD"
complete = true
bands = [
    { title.en = "nothing", title.sv = "inget", share = 0.95, mean = 0 },
    { title.en = "something", title.sv = "något", share = 0.05, mean = 400 },
]
kind = "published"
source = "statement"
year = 2019
grade = "primary"

[searched.sales]
not_found.en = "Nothing is said of sales."
not_found.sv = "Ingenting sägs om försäljning."

[sources.statement]
title = "A statement"
address = "https://example.org/statement"

[sources.book]
title = "A book"
address = "https://example.org/book"

[sources.answer]
title = "An answer"
address = "https://example.org/answer"
"""


def told(text: str) -> dict[str, str]:
    """The English message of every fault by its path."""
    evidence, faults = read_evidence(text.encode(), "evidence.toml")
    assert evidence is None
    assert all(fault.file == "evidence.toml" for fault in faults)
    return {fault.path: fault.message.format(**fault.parameters) for fault in faults}


def test_everything_that_a_file_states_is_there():
    evidence, faults = read_evidence(TEXT.encode(), "evidence.toml")
    assert faults == ()
    assert evidence is not None
    assert [(each.topic, each.told_by, each.value, each.up_to) for each in evidence.figures] == [
        ("income", "company", 0.05, None),
        ("retention", "critic", 0.6, 0.8),
    ]
    objection = evidence.figures[1].objection
    assert objection is not None
    assert (objection.text.en, evidence.sources[objection.source].title) == ("The company disputes it.", "An answer")
    assert [(each.topic, each.told_by) for each in evidence.findings] == [("time", "press")]
    assert [band.share for band in evidence.distributions[0].bands] == [0.95, 0.05]
    assert list(evidence.searched) == ["sales"]


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        ('topic = "income"', 'topic = "wealth"', "figures[1].topic", "One of these is wanted here: income, loss,"),
        ('told_by = "critic"', 'told_by = "friend"', "figures[2].told_by", "One of these is wanted here: regulator,"),
        ('told_by = "company"\n', "", "figures[1].told_by", "Nothing is stated here"),
        ("year = 2019\n", 'year = "undated"\n', "figures[1].read", "must say when it was read"),
        ("value = 0.05", "value = 5", "figures[1].value", "State 5 % as 0.05."),
        ('unit = "share"', 'unit = "money"', "figures[1].currency", "Nothing is stated here"),
        ('unit = "share"', 'unit = "share"\ncurrency = "USD"', "figures[1].unit", "in the unit money"),
        ('unit = "share"', 'unit = "money"\ncurrency = "XYZ"', "figures[1].currency", "not known here"),
        ("up_to = 0.8", "up_to = 0.6", "figures[2].up_to", "above its low end"),
        ("up_to = 0.8", "up_to = 80", "figures[2].up_to", "State 5 % as 0.05."),
        ('objection.source = "answer"', 'objection.source = "answr"', "sources.answer", "rests on this source"),
        ('objection.source = "answer"', 'objection.source = "answr"', "figures[2].objection.source", "No source of"),
        ('source = "statement"', 'source = "statment"', "figures[1].source", "No source of this name"),
        ('kind = "published"', 'kind = "derived"', "figures[1].formula", "how it was derived"),
        ('kind = "published"', 'kind = "invented"', "figures[1].kind", "Only a fictional company"),
        ("share = 0.05, mean", "share = 0.15, mean", "distributions[1].bands", "never to more"),
        ('currency = "USD"\n', "", "distributions[1].currency", "Nothing is stated here"),
        ("[searched.sales]", "[searched.wages]", "searched.wages", "One of these is wanted here: income,"),
        ("[[findings]]", "[[finding]]", "finding", "Did you mean findings?"),
        ("[[figures]]", "[[figures]", "", "is not TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, path: str, says: str):
    assert old in TEXT
    found = told(TEXT.replace(old, new, 1))
    assert says in found[path], found


def test_all_faults_come_at_once():
    text = TEXT.replace("value = 0.05", "value = 5").replace('source = "book"', 'source = "bok"')
    assert set(told(text)) == {"figures[1].value", "figures[2].source", "findings[1].source", "sources.book"}


def test_the_evidence_that_is_shipped_has_no_fault():
    evidence, faults = read_evidence(EVIDENCE.read_bytes(), EVIDENCE.name)
    assert faults == ()
    assert evidence is not None
