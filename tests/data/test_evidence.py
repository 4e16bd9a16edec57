"""The evidence that is shipped: from every side, cited, in both languages, and what is worked out comes out so."""

import math
import re
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

import pytest

from planner.inputs.cited.figure import Cited, NotFound, Words
from planner.inputs.cited.source import Source
from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.industry import Evidence, Measured, ToldBy, Topic, load_evidence
from tests.data.test_companies import records


def shipped() -> Evidence:
    evidence, faults = load_evidence()
    assert faults == ()
    assert evidence is not None
    return evidence


EVIDENCE = shipped()
ENTRIES = (*EVIDENCE.told, *EVIDENCE.distributions)
CITED = (*ENTRIES, *EVIDENCE.populations)
by_entry = pytest.mark.parametrize("entry", CITED, ids=lambda entry: f"{entry.source}-{entry.year}")


def figure(topic: Topic, beginning: str) -> Measured:
    (found,) = (each for each in EVIDENCE.figures if each.topic == topic and each.text.en.startswith(beginning))
    return found


def test_every_topic_and_every_side_is_there():
    assert {entry.topic for entry in EVIDENCE.told} == set(get_args(Topic))
    assert {entry.told_by for entry in ENTRIES} == set(get_args(ToldBy))


def test_where_a_critic_speaks_of_losses_or_leaving_others_do_too():
    for topic in {entry.topic for entry in EVIDENCE.figures if entry.told_by == "critic"}:
        others = [entry for entry in EVIDENCE.figures if entry.topic == topic and entry.told_by != "critic"]
        assert len(others) >= 3


@by_entry
def test_an_entry_is_cited_with_a_plausible_year(entry: Cited):
    assert entry.source in EVIDENCE.sources
    assert entry.kind in ("published", "derived")
    if entry.year == "undated":
        assert entry.read == date(2026, 11, 23)
    else:
        assert 2004 <= entry.year <= 2026
        assert entry.read is None


def test_every_source_has_a_bare_address_of_its_own_and_is_used():
    addresses = [source.address for source in EVIDENCE.sources.values()]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        assert address is not None
        parts = urlsplit(address)
        assert "." in parts.netloc
        assert not re.search("utm_|share=", parts.query)
        assert parts.fragment == ""
    objections = {entry.objection.source for entry in EVIDENCE.told if entry.objection}
    searched = {entry.source for entry in EVIDENCE.searched.values()}
    assert {entry.source for entry in CITED} | objections | searched - {None} == set(EVIDENCE.sources)


def test_every_text_says_the_same_figures_in_both_languages_in_a_neutral_tone():
    texts = [record for record in records(EVIDENCE) if isinstance(record, Words)]
    assert len(texts) > len(ENTRIES)
    for text in texts:
        assert text.en != text.sv
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text
        for words in (text.en, text.sv):
            assert words == words.strip()
            assert not re.search(r"!|  |\b(scam|fraud|bluff|bedrägeri)", words, re.IGNORECASE)


@pytest.mark.parametrize("entry", EVIDENCE.figures, ids=lambda entry: f"{entry.topic}-{entry.value:g}-{entry.source}")
def test_a_figure_stands_in_its_sentence(entry: Measured):
    """A reader sees the sentence alone, so it must hold the value: as it stands, in hundredths, or as a word."""
    numbers = plain_numbers(entry.text.en, ",", ".")
    size = {"million": 1e6, "billion": 1e9}
    scaled = [float(number) * size[word] for number, word in re.findall(r"([\d.]+) (million|billion)", entry.text.en)]
    worded = {0.5: "half", 0.25: "quarter", 0.243: "quarter", 0.667: "two thirds", 0.4: "four in ten"}
    said = any(
        math.isclose(number, each) for number in (*numbers, *scaled) for each in (entry.value, entry.value * 100)
    )
    survivors = 414 in numbers and 10_000 in numbers and entry.value == 414 / 10_000
    assert said or survivors or worded.get(entry.value, "?") in entry.text.en, (entry.value, entry.text.en)


def test_who_is_counted_and_when_stands_in_the_sentence():
    for entry in EVIDENCE.figures:
        if entry.year != "undated":
            assert str(entry.year) in entry.text.en


def test_the_share_said_to_lose_carries_its_caveat():
    taylor = figure("loss", "About 350 companies")
    assert taylor.value == 0.99
    assert taylor.told_by == "critic"
    assert taylor.objection is not None
    assert EVIDENCE.sources[taylor.objection.source].title.startswith("Direct Selling Association")
    assert taylor.note is not None
    assert "not a finding of that authority" in taylor.note.en
    assert isinstance(EVIDENCE.searched["loss"], NotFound)


def test_both_sides_of_the_surveys_are_there():
    told = {entry.told_by for entry in EVIDENCE.figures if entry.topic == "survey"}
    assert {"industry_body", "academic"} <= told
    assert figure("survey", "United States, the trade body's survey of 2019: 73 %").value == 0.73
    assert figure("income", "United States, poll of 2014 among 3,549").value == 0.93


def test_what_is_worked_out_comes_out_so():
    # Sales at shop prices divided by sellers: 36.12 / 20.2, 40.5 / 6.7, 42.7 / 16.2, and worldwide 172.89 / 114.9.
    assert figure("sales", "United States, 2015: 1,788").value == pytest.approx(36.12e9 / 20.2e6, abs=0.5)
    assert figure("sales", "United States, 2022: 6,045").value == pytest.approx(40.5e9 / 6.7e6, abs=0.5)
    assert figure("sales", "United States, 2021: 2,636").value == pytest.approx(42.7e9 / 16.2e6, abs=0.5)
    assert figure("sales", "Worldwide, 2022").value == pytest.approx(172.89e9 / 114.9e6, abs=0.5)
    assert figure("sales", "United States, 2022: each").value == pytest.approx(40.5e9 / 47.7e6, abs=0.5)
    assert figure("sales", "United States, 2022: if a quarter").value == pytest.approx(40.5e9 / 6.7e6 / 48, abs=0.5)
    assert figure("loss", "My Daily Choice").value == pytest.approx(1608 - 580.08)
    assert figure("income", "United States, the same report of 2024").value == pytest.approx(17 / 70, abs=5e-4)


@pytest.mark.parametrize(
    ("beginning", "kept", "months", "loss"),
    [
        ("United States, all direct selling", 1 - 0.433, 12, 4.6),
        ("About 300 companies since 1988, by one consultant's count: of those", 0.2, 12, 12.5),
        ("About 300 companies since 1988, by one consultant's count: where", 0.4, 12, 7.3),
        ("Neora in the United States, judgment of 2023: half of the sellers", 0.5, 8, 8.3),
    ],
)
def test_a_share_that_leaves_every_month_comes_to_what_was_measured(
    beginning: str, kept: float, months: int, loss: float
):
    note = figure("retention", beginning).note
    assert note is not None
    assert f"{loss} % a month" in note.en
    assert 100 * (1 - kept ** (1 / months)) == pytest.approx(loss, abs=0.06)


@pytest.mark.parametrize(
    ("topic", "beginning", "worked_out", "said"),
    [
        ("retention", "Melaleuca", 100 * (1 - 0.945**12), "49 % in a year"),
        (
            "retention",
            "Neora in the United States, judgment of 2023: half of the s",
            100 * (1 - 0.5**1.5),
            "65 % in 12",
        ),
        ("retention", "Quixtar", 100 * 0.0414 ** (1 / 5), "53 % kept"),
        ("people", "United States, 2021: 44.6", 44.6 / 7.3, "6.1 for each seller"),
        ("people", "United States, 2022: 41", 41 / 6.7, "6.1 for each seller"),
    ],
)
def test_what_a_note_works_out_comes_out_so(topic: Topic, beginning: str, worked_out: float, said: str):
    entry = figure(topic, beginning)
    assert said in f"{entry.text.en} {entry.note.en if entry.note else ''}"
    assert float(said.split(maxsplit=1)[0]) == pytest.approx(worked_out, abs=0.5 if "%" in said else 0.05)


def test_distributions_are_whole_and_say_of_whom():
    asia, daily = EVIDENCE.distributions
    assert (asia.population, asia.per, [band.share for band in asia.bands]) == (161_325, "month", [0.849, 0.151])
    assert [(band.mean, band.median) for band in daily.bands] == [(580.08, 0)]
    for entry in EVIDENCE.distributions:
        assert entry.complete
        assert sum(band.share or 0 for band in entry.bands) == pytest.approx(1)
        assert entry.of_whom.en


def test_no_source_is_named_twice():
    titles = [source.title for source in records(EVIDENCE) if isinstance(source, Source)]
    assert len(set(titles)) == len(titles)
