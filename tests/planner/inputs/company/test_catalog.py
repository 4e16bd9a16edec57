"""A folder of company files becomes companies, or the exact list of what is wrong with each file."""

import os
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import Fault
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog, load_company, read_company
from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from tests.companies_by_months import FOLDER

EXAMPLE = (DEFAULT_COMPANIES / "example-company.toml").read_text(encoding="utf-8")
AMWAY = (FOLDER / "amway-eu.toml").read_text(encoding="utf-8")
REAL = (FOLDER / "young-living-us.toml").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> bytes:
    """The text of a company file with the first place of each change replaced."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def told(data: bytes) -> list[tuple[str, str, str]]:
    """Path, what was found and the English message of every fault."""
    company, faults = read_company(data, "some-company.toml")
    assert company is None
    assert all(fault.file == "some-company.toml" for fault in faults)
    return [(fault.path, fault.found, fault.message.format(**fault.parameters)) for fault in faults]


def test_the_name_of_the_file_is_the_id():
    company, faults = read_company(EXAMPLE.encode(), "another-name.toml")
    assert faults == ()
    assert company is not None
    assert company.id == "another-name"


UNKNOWN = "Nothing by this name is read, so it would have no effect."
NEEDED = "Nothing is stated here, and it is needed. State it."
NUMBER = "A number is wanted here, without quotation marks and with a point before the decimals."
UNUSED = "Nothing in this file rests on this source. Cite it where it belongs, or remove it."


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (("value = 49\n", "value = 49\nvalu = 1\n"),
         [("joining.starter_kit_fee.valu", "1", f"{UNKNOWN} Did you mean value? Correct or remove it.")]),
        (("value = 49\n", "value = 49\nxyz = 1\n"),
         [("joining.starter_kit_fee.xyz", "1", f"{UNKNOWN} Remove it, or correct its name.")]),
        (("value = 49\n", ""), [("joining.starter_kit_fee.value", "", NEEDED)]),
        (('market.sv = "Ingenstans: påhittad som exempel"\n', ""), [("market.sv", "", NEEDED)]),
        (("value = 49\n", "value = -4\n"),
         [("joining.starter_kit_fee.value", "-4", "This is too low. State 0.0 or more.")]),
        (("value = 49\n", 'value = "49"\n'), [("joining.starter_kit_fee.value", '"49"', NUMBER)]),
        (("value = 49\n", "value = true\n"), [("joining.starter_kit_fee.value", "true", NUMBER)]),
        (("value = 49\n", "value = nan\n"),
         [("joining.starter_kit_fee.value", "",
           "This is not a finite number, and nothing can be computed from it. State an ordinary number.")]),
        (('unit = "money"\n', 'unit = "money_a_year"\n'),
         [("joining.starter_kit_fee.unit", '"money_a_year"',
           "This figure is wanted in another unit. State it in the unit money.")]),
        (("year = 2026\n", 'year = "then"\n'),
         [("joining.starter_kit_fee.year", '"then"',
           "A year is wanted here, as a whole number, or undated with the date it was read.")]),
        (("year = 2026\n", 'year = "undated"\n'),
         [("joining.starter_kit_fee.read", "",
           "A figure whose year is undated must say when it was read. State read, as a date.")]),
        (("year = 2026\n", 'year = "undated"\nread = "last week"\n'),
         [("joining.starter_kit_fee.read", '"last week"', "A date is wanted here, such as 2026-11-23.")]),
        (("lifetime_points = 2000", "lifetime_points = 0"),
         [("prices.steps", "0, 0",
           "Each step must begin higher than the one before it, and the first one at 0 points.")]),
        (("steps = [\n    { lifetime_points = 0, wholesale_share = 0.75 }",
          'reached_step = { value = "whole_order", kind = "invented", source = "invented", year = 2026, '
          'grade = "weak" }\n'
          "steps = [\n    { lifetime_points = 0, wholesale_share = 0.65 }"),
         [("prices.steps", "0.65, 0.7",
           "A price that holds for the whole order falls from step to step: with one that rises, no order has a price. "
           "State shares that fall, or that the price holds from the next month on.")]),
        (("group_volume = 2000", "group_volume = 500"),
         [("ranks.rows", "500, 500, 8000",
           "Each rank must ask for a higher group volume than the one before it. State them in rising order.")]),
        (("wholesale_share = 0.70", "wholesale_share = 1.7"),
         [("prices.steps[2].wholesale_share", "1.7", "This is too high. State 1.0 or less.")]),
        (("[0.06, 0.05, 0.04, 0.03]", "[6, 5, 4, 3]"),
         [("pay.unilevel.rates", "[6, 5, 4, 3]",
           "The rates are fractions of 0 or more that come to at most 1 together. State 5 % as 0.05.")]),
        (("value = 0.9\n", "value = 90\n"),
         [("buy_back.share.value", "90", "A share is a fraction of 1, which is the whole. State 5 % as 0.05.")]),
        (("value = 12\n", "value = 12.5\n"),
         [("buy_back.window_months.value", "12.5", "What is counted is whole here. State a whole number.")]),
        (("[pay.unilevel]", "[pay.stairstep]\nbreakaway = true\nkind = 'invented'\nsource = 'invented'\nyear = 2026\n"
          "grade = 'weak'\n[pay.unilevel]"),
         [("ranks", '{"kind": "invented", "source": "invented", "year": 2026, "g…',
           "A stairstep pays by the rate of a rank. State the ranks, each with its rate.")]),
        (('currency = "USD"', 'currency = "Dollar"'),
         [("currency", '"Dollar"', "This currency is not known here. State one of these: "
           "EUR, USD, SEK, NOK, DKK, GBP, CAD, AUD, NZD, CHF, PLN.")]),
        (('arises_on = "purchases"', 'arises_on = "luck"'),
         [("volume.arises_on", '"luck"', "One of these is wanted here: purchases, sales.")]),
        (('source = "invented"', 'source = "hearsay"'),
         [("joining.starter_kit_fee.source", '"hearsay"',
           "No source of this name is listed under sources. List it there, or name one that is: invented.")]),
        (("[sources.invented]", '[sources.other]\ntitle = "Other"\n\n[sources.invented]'),
         [("sources.other", "", UNUSED)]),
        (('kind = "invented"', 'kind = "published"'),
         [("joining.starter_kit_fee.kind", '"published"',
           "Every figure of a fictional company is invented. State its kind as invented.")]),
        (("# A FICTIONAL", 'id = "mine"\n# A FICTIONAL'),
         [("id", '"mine"', "The id of a company is the name of its file. Remove this key.")]),
    ],
)  # fmt: skip
def test_a_bad_file_gives_the_exact_list_of_its_faults(change: tuple[str, str], faults: list[tuple[str, str, str]]):
    assert told(changed(EXAMPLE, change)) == faults


def test_faults_of_the_schema_and_of_the_sources_are_told_together():
    data = changed(
        EXAMPLE,
        ("value = 49\n", 'value = "49"\n'),
        ('name = "Exemplum', 'nme = "Exemplum'),
        ('source = "invented"', 'source = "hearsay"'),
        ("[sources.invented]", "[sources.other]\n\n[sources.invented]"),
    )
    assert [(path, found) for path, found, _message in told(data)] == [
        ("name", ""),
        ("joining.starter_kit_fee.value", '"49"'),
        ("sources.other.title", ""),
        ("nme", '"Exemplum (demo)"'),
        ("joining.starter_kit_fee.source", '"hearsay"'),
        ("sources.other", ""),
    ]


SHARE_ABOVE_ONE = "A share is a fraction of 1, which is the whole. State 5 % as 0.05."
NOT_THE_WHOLE = (
    "This is what the shares of the bands come to. They come to 1 where the bands hold everybody, each with its share, "
    "and never to more. Correct the shares, or state complete as false."
)
OVERLAP = (
    "These bands overlap, so somebody would be counted twice, or one ends before it begins. Let each begin where the "
    "one before it ends."
)
ALL_YOURS = "What a person states themselves has the kind, the grade and the source yours, all three."
NOT_MARKED = (
    "A figure of yours stands in a file that is not marked yours. State yours as true at the top, or cite a source."
)
ACTIVE = 'då de var det", share = 0.46, mean = 202 }'
MISSING_FIVE = (
    'missing = [{ level = 5, title = { en = "Level 5", sv = "Nivå 5" }, reason = { en = "a", sv = "b" } },'
    ' { level = LAST, title = { en = "Deeper", sv = "Djupare" }, reason = { en = "a", sv = "b" } }]'
)


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        # 0.54 + 0.76 = 1.3
        (("share = 0.46,", "share = 0.76,"), [("distributions[1].bands", "1.3", NOT_THE_WHOLE)]),
        # Complete, and yet 0.54 + 0.4 = 0.94.
        (("share = 0.46,", "share = 0.4,"), [("distributions[1].bands", "0.94", NOT_THE_WHOLE)]),
        ((ACTIVE, ACTIVE.replace("share = 0.46, ", "")), [("distributions[1].bands", "0.54", NOT_THE_WHOLE)]),
        (("share = 0.46, mean = 202 }", "share = 1.46 }"),
         [("distributions[1].bands[2].share", "1.46", "This is too high. State 1.0 or less.")]),
        (('date = "1979-05-08"', 'date = "8 May 1979"'),
         [("enforcement[1].date", '"8 May 1979"',
           "A day, a month or a year is wanted here, in quotation marks: 2026-11-23, 2026-11 or 2026.")]),
        (('period = "2010"', 'period = "2010-2011"'),
         [("distributions[1].period", '"2010-2011"',
           "A year is wanted here, or a month, or two with a slash between: 2017 or 2010-09/2011-08.")]),
        (("value = 0.20\n", "value = 20\n"), [("margins[1].value", "20", SHARE_ABOVE_ONE)]),
        (("rate = 0.15 }", "rate = 15 }"), [("ranks.rows[5].rate", "15", "This is too high. State 1.0 or less.")]),
        (('own_sales = "counted"\ncurrency = "USD"', 'own_sales = "counted"\ncurrency = "XYZ"'),
         [("distributions[1].currency", '"XYZ"', "This currency is not known here. State one of these: "
           "EUR, USD, SEK, NOK, DKK, GBP, CAD, AUD, NZD, CHF, PLN.")]),
        (('currency = "EUR"', 'currency = "€"'),
         [("currency", '"€"', "This currency is not known here. State one of these: "
           "EUR, USD, SEK, NOK, DKK, GBP, CAD, AUD, NZD, CHF, PLN.")]),
        (('source = "mlive-2009"\n', ""), [("background.founded.source", "", NEEDED)]),
        (('kind = "published"\nsource = "mlive-2009"', 'kind = "yours"\nsource = "mlive-2009"'),
         [("background.founded.kind", '"yours"', ALL_YOURS), ("background.founded.kind", '"yours"', NOT_MARKED)]),
        (("why.en = ", "whi.en = "),
         [("components[1].why.en", "", NEEDED),
          ("components[1].whi", '{"en": "Points and value of goods are in no source that was…',
           f"{UNKNOWN} Did you mean why? Correct or remove it.")]),
        (('plan_kind = "stairstep"\n', ""),
         [("plan_kind", "", "A company of the catalogue must say this. State it.")]),
        (('status = "active"\n', 'status = "historic"\n'),
         [("years", "",
           "A historic company must say of which years its figures are. State the first and the last one.")]),
        (('status = "active"\n', 'status = "active"\nyears = { first = 2012, last = 2014 }\n'),
         [("years", "",
           "Only a historic company has years of its own. Remove them, or state its status as historic.")]),
        (('status = "active"\n', 'status = "historic"\nyears = { first = 2014, last = 2012 }\n'),
         [("years.last", "2012", "The last of the years is before the first. Correct one of the two.")]),
        (('status = "active"\n', 'status = "historic"\nyears = { first = 14, last = 2012 }\n'),
         [("years.first", "14", "This is too low. State 1900 or more.")]),
        (("[searched.retention]", "[searched.other]"),
         [("retention", "",
           "This is empty, and nothing says that it was looked for. State it, or what was not found under "
           "searched.retention.")]),
    ],
)  # fmt: skip
def test_a_bad_company_of_the_catalogue_gives_the_exact_list_of_its_faults(
    change: tuple[str, str], faults: list[tuple[str, str, str]]
):
    assert told(changed(AMWAY, change)) == faults


@pytest.mark.parametrize(
    ("bands", "found"),
    [
        (("below = 300", "at_least = 200"), "below = 300, at_least = 200"),
        (("at_least = 300, below = 100", "at_least = 300"), "at_least = 300, below = 100"),
        (("below = 200", "at_least = 200"), None),
    ],
)
def test_bands_of_a_disclosure_do_not_overlap(bands: tuple[str, str], found: str | None):
    data = changed(
        AMWAY,
        ("share = 0.54 }", f"share = 0.54, {bands[0]} }}"),
        ("share = 0.46, mean = 202 }", f"share = 0.46, {bands[1]} }}"),
    )
    if found is None:
        assert read_company(data, "some-company.toml")[1] == ()
    else:
        assert told(data) == [("distributions[1].bands", found, OVERLAP)]


def test_levels_without_a_rate_come_right_after_those_with_one():
    rates = "rates = [0.06, 0.05, 0.04, 0.03]"
    good = changed(EXAMPLE, (rates, f"{rates}\n{MISSING_FIVE.replace('LAST', '6')}"))
    assert read_company(good, "some-company.toml")[1] == ()
    order = "The levels without a rate come right after those with one, each once. State at least one level in all."
    for last in ("7", "5"):  # a gap, and one twice
        data = changed(EXAMPLE, (rates, f"{rates}\n{MISSING_FIVE.replace('LAST', last)}"))
        assert told(data) == [("pay.unilevel.missing", f"5, {last}", order)]
    assert told(changed(EXAMPLE, (rates, "rates = []"))) == [("pay.unilevel.missing", "", order)]


def test_what_is_not_computed_says_why():
    whole = AMWAY[AMWAY.index("why.en = ") :].split("\n")
    why = "\n".join(whole[:2]) + "\n"
    assert told(changed(AMWAY, (why, ""))) == [
        ("components[1].why", "",
         "What is not computed, or asked, must say why. State why, in English and in Swedish.")
    ]  # fmt: skip


def test_all_faults_of_a_file_are_told_at_once_in_both_languages():
    data = changed(
        AMWAY,
        ('currency = "EUR"', 'currency = "XYZ"'),
        ("steps = [{ lifetime_points = 0,", "steps = [{ lifetime_points = 5,"),
        ("value = 0.20\n", "value = 20\n"),
        ("group_volume = 600", "group_volume = 100"),
        ("share = 0.46,", "share = 0.76,"),
        ('source = "ftc-1979"\n', 'source = "ftc-79"\n'),
        ("[searched.retention]", "[searched.other]"),
        ("about.en", "abuot.en"),
    )
    company, faults = read_company(data, "some-company.toml")
    assert company is None
    assert [(fault.path, fault.found) for fault in faults] == [
        ("currency", '"XYZ"'),
        ("about.en", ""),
        ("prices.steps", "5"),
        ("margins[1].value", "20"),
        ("ranks.rows", "200, 100, 1200, 2400, 4000, 7000, 10000"),
        ("distributions[1].bands", "1.3"),
        ("abuot", '{"en": "Sells household, beauty and nutrition products thro…'),
        ("enforcement[1].source", '"ftc-79"'),
        ("sources.ftc-1979", ""),
        ("retention", ""),
    ]
    english, swedish = Speech.of("en", Plan()), Speech.of("sv", Plan())
    for fault in faults:
        assert english.say_fault(fault).startswith(f"some-company.toml: {fault.path}: ")
        assert fault.found in english.say_fault(fault)
        assert swedish.say_fault(fault) != english.say_fault(fault)


def test_two_files_that_differ_in_case_alone_have_one_id(tmp_path: Path):
    for name in ("acme-us.toml", "Acme-us.toml", "other-us.toml"):
        (tmp_path / name).write_text(EXAMPLE, encoding="utf-8")
    catalog = load_catalog(tmp_path)
    assert list(catalog.companies) == ["other-us"]  # neither of the two
    first, fault = catalog.faults
    assert (first.file, first.parameters) == ("Acme-us.toml", {"other": "acme-us.toml"})
    assert (fault.file, fault.path) == ("acme-us.toml", "")
    assert Speech.of("en", Plan()).say_fault(fault) == (
        "acme-us.toml: This file has the id of another, Acme-us.toml, so neither could be meant. Give one of them "
        "another name."
    )


def test_a_pipe_among_the_files_is_named_and_nobody_waits_for_it(tmp_path: Path):
    copy(DEFAULT_COMPANIES / "scentsy-us.toml", tmp_path)
    os.mkfifo(tmp_path / "pipe.toml")
    catalog = load_catalog(tmp_path)
    assert list(catalog.companies) == ["scentsy-us"]
    assert [(fault.file, fault.message) for fault in catalog.faults] == [
        ("pipe.toml", "This is no stored file, but a pipe or a device. Put a file in its place.")
    ]


def test_which_files_of_a_folder_are_companies(tmp_path: Path):
    for name in ("a-us.TOML", ".a-us.toml.swp.toml", ".toml", "yours-b.toml", "Yours-c.toml", "d.txt"):
        (tmp_path / name).write_text(EXAMPLE, encoding="utf-8")
    catalog = load_catalog(tmp_path)
    assert list(catalog.companies) == ["a-us"]
    assert [fault.file for fault in catalog.faults] == ["Yours-c.toml", "yours-b.toml"]
    assert {fault.message for fault in catalog.faults} == {
        "Names that begin with yours- are for the companies that a person made. Give this file another name."
    }


TOO_LOW = "This is too low. State 0.01 or more."
BACKWARDS = "This period ends before it begins. State its beginning first."
NO_DAY = "A day, a month or a year is wanted here, in quotation marks: 2026-11-23, 2026-11 or 2026."


@pytest.mark.parametrize(
    ("text", "change", "fault"),
    [
        (EXAMPLE, ("wholesale_share = 0.70", "wholesale_share = 0"), ("prices.steps[2].wholesale_share", "0", TOO_LOW)),
        (EXAMPLE, ("lifetime_points = 2000", "lifetime_points = 1e13"),
         ("prices.steps[2].lifetime_points", "10000000000000.0", "This is too high. State 1000000000000.0 or less.")),
        (AMWAY, ('date = "1979-05-08"', 'date = "2023-02-29"'), ("enforcement[1].date", '"2023-02-29"', NO_DAY)),
        (AMWAY, ('period = "2010"', 'period = "2011/2010-12"'),
         ("distributions[1].period", '"2011/2010-12"', BACKWARDS)),
        (AMWAY, ('period = "2010"', 'period = "2010\\n"'),
         ("distributions[1].period", r'"2010\n"',
          "A year is wanted here, or a month, or two with a slash between: 2017 or 2010-09/2011-08.")),
        (AMWAY, ('name = "Amway"', 'name = "Am\\u0007way"'),
         ("name", r'"Am\u0007way"', "This text is blank, or holds characters that do not print. Write it anew.")),
        (AMWAY, ('name = "Amway"', 'name = "  "'),
         ("name", '"  "', "This text is blank, or holds characters that do not print. Write it anew.")),
        (AMWAY, ('name = "Amway"', f'name = "{"a" * 81}"'),
         ("name", '"' + "a" * 58 + "…", "This text is too long. State at most 80 characters.")),
    ],
)  # fmt: skip
def test_what_no_company_states_is_refused(text: str, change: tuple[str, str], fault: tuple[str, str, str]):
    assert told(changed(text, change)) == [fault]


def test_a_leap_day_and_a_period_within_a_year_are_real():
    data = changed(
        AMWAY, ('date = "1979-05-08"', 'date = "2024-02-29"'), ('period = "2010"', 'period = "2010/2010-12"')
    )
    assert read_company(data, "some-company.toml")[1] == ()


def test_a_band_that_begins_below_an_earlier_one_is_refused():
    middle = 'at_least = 300 },\n  { title.en = "Others", title.sv = "Andra", share = 0 },'
    data = changed(
        AMWAY,
        ("share = 0.54 }", f"share = 0.54, {middle.removesuffix(',')}"),
        ("share = 0.46, mean = 202 }", "share = 0.46, at_least = 200 }"),
    )
    assert told(data) == [("distributions[1].bands", "at_least = 300, at_least = 200", OVERLAP)]


def test_a_name_of_another_form_is_said_to_be_so():
    figure = '[joining.renewal_fee]\nnot_found = { en = "a", sv = "b" }\nkind = "invented"\n'
    start = EXAMPLE.index("[joining.renewal_fee]")
    end = EXAMPLE.index("[", start + 1)
    paths = told((EXAMPLE[:start] + figure + EXAMPLE[end:]).encode())
    assert paths == [
        ("joining.renewal_fee.kind", '"invented"',
         "This name belongs to another way of saying what stands here, and only one of the two can be meant. "
         "Keep one.")
    ]  # fmt: skip


def test_forty_thousand_sources_are_refused_in_a_hundred_faults():
    sources = "".join(f"[sources.s{number}]\n" for number in range(40_000))
    faults = read_company((EXAMPLE + sources).encode(), "some-company.toml")[1]
    assert (faults[0].path, faults[0].parameters) == ("sources", {"bound": 200})
    assert len(faults) == 101
    # 1 too long, 199 looked at without a title, 40,000 unused.
    assert faults[-1].parameters == {"more": 1 + 199 + 40_000 - 100}


def test_a_figure_in_one_of_its_three_forms_gives_one_fault():
    figure = '[joining.website_free_months]\nvalue = 2\nunit = "months"\n'
    assert [
        path for path, *_ in told(changed(EXAMPLE, (figure, "[joining.website_free_months]\nunit = 'months'\n")))
    ] == ["joining.website_free_months.value"]
    as_asked = 'assumed = 49\ntitle = {en = "a", sv = "b"}\nreason = {en = "a", sv = "b"}\nunit = "money"\n'
    assert [path for path, *_ in told(changed(EXAMPLE, ('value = 49\nunit = "money"\n', as_asked)))] == [
        "joining.starter_kit_fee"
    ]
    not_found = changed(EXAMPLE, ("value = 49\n", 'value = 49\nnot_found = {en = "a"}\n'))
    assert ("joining.starter_kit_fee.not_found.sv", "", NEEDED) in told(not_found)


def test_only_a_fictional_company_has_invented_figures_and_sources_without_an_address():
    data = changed(
        REAL,
        ('kind = "published"\nsource = "suit-kits"', 'kind = "invented"\nsource = "suit-kits"'),
        ('address = "https://www.youngliving.com/us/en/income-disclosure"\n', ""),
    )
    assert told(data) == [
        ("joining.starter_kit_fee.kind", '"invented"',
         "Only a fictional company has invented figures. State a source of this figure, or leave it out."),
        ("sources.disclosure.address", "",
         "A source must say where it was read. State its address; only a fictional company needs none."),
    ]  # fmt: skip


def test_a_derived_figure_without_its_formula_is_refused():
    data = changed(REAL, ('formula.en = "The margin is 24 % of the shop price: 1 - 0.24 = 0.76."\n', ""))
    assert told(data) == [("prices.formula.en", "", NEEDED)]
    both = 'formula.en = "The margin is 24 % of the shop price: 1 - 0.24 = 0.76."\n'
    both += 'formula.sv = "Marginalen är 24 % av listpriset: 1 - 0,24 = 0,76."\n'
    assert told(changed(REAL, (both, ""))) == [
        ("prices.formula", "",
         "A derived figure must show how it was derived. State its formula, in English and in Swedish.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address", ["www.youngliving.com", "ftp://youngliving.com", "https://", "https://a b", "javascript:x"]
)
def test_an_address_is_one_of_the_web_and_in_full(address: str):
    data = changed(REAL, ("https://www.youngliving.com/us/en/income-disclosure", address))
    assert told(data) == [
        ("sources.disclosure.address", f'"{address}"',
         "An address of the web is wanted here. State it in full, beginning with https://.")
    ]  # fmt: skip


DEEP = "Lists or groups lie inside each other more than 20 deep, and nothing that is read here does."
CUT = EXAMPLE[: EXAMPLE.index("påhittad")].encode()


@pytest.mark.parametrize(
    ("data", "found", "message"),
    [
        (b"name = \n", "name =", "Line 1, column 8 is not TOML. Correct the file there."),
        (b"# Two\n# lines\nname\n", "name", "Line 3, column 5 is not TOML. Correct the file there."),
        (b"a = 1\na = 2\n", "a = 2", "Line 2, column 6 is not TOML. Correct the file there."),
        (b"day = 2026-13-45\n", "day = 2026-13-45", "Line 1, column 11 is not TOML. Correct the file there."),
        (b"a = [1,\n", "", "The file ends in the middle of a value. Complete it, or fetch it anew."),
        (CUT, "", "The file ends in the middle of a value. Complete it, or fetch it anew."),
        (b"a = " + b"[" * 5_000, "", DEEP),
        (b"a = " + b"[" * 30 + b"]" * 30, "", DEEP),
        (b"a" + b".a" * 30 + b" = 1", "", DEEP),
        (b"[" * 100_000, "", "A line is longer than 10000 characters. Break it up."),
        (b"a" + b".a" * 100_000 + b" = 1", "", "A line is longer than 10000 characters. Break it up."),
        (b"a" + b".a" * 151 + b" = 1", "", "A line holds more than 150 dots. Break it up."),
        (b"a = " + b"9" * 5_000, "", "This file is not TOML. Correct it, or choose another file."),
        (b"#\n" * 600_001, "",
         "This file is larger than 1200000 bytes, so it cannot be one of ours. Choose another file."),
        (EXAMPLE.encode("utf-16"), "",
         "Byte 1 of this file is no text in UTF-8. Save the file as UTF-8, or choose another file."),
    ],
)  # fmt: skip
def test_what_is_no_company_file_is_refused_in_one_fault(data: bytes, found: str, message: str):
    assert told(data) == [("", found, message)]


def test_an_empty_file_lacks_every_group():
    paths = [path for path, *_ in told(b"")]
    assert paths == [
        "name", "market", "currency", "status", "about", "joining", "prices", "volume", "pay", "buy_back", "sources"
    ]  # fmt: skip


@given(st.integers(0, len(REAL)), st.integers(0, 400), st.text(max_size=5))
def test_no_damage_to_a_file_raises(begin: int, length: int, instead: str):
    data = (REAL[:begin] + instead + REAL[begin + length :]).encode(errors="surrogatepass")
    company, faults = read_company(data, "some-company.toml")
    assert (company is None) == bool(faults)
    for fault in faults:
        fault.message.format(**fault.parameters)
        assert (fault.path + fault.found).isprintable()


def test_one_bad_file_never_stops_the_rest(tmp_path: Path):
    (tmp_path / "c-good.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "b-bad.toml").write_text("name = \n", encoding="utf-8")
    (tmp_path / "a-good.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "d-folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("not a company", encoding="utf-8")
    catalog = load_catalog(tmp_path)
    assert list(catalog.companies) == ["a-good", "c-good"]
    assert [fault.file for fault in catalog.faults] == ["b-bad.toml", "d-folder.toml"]


def test_a_folder_or_file_that_is_not_there_is_a_fault(tmp_path: Path):
    catalog = load_catalog(tmp_path / "nowhere")
    assert not catalog.companies
    assert catalog.faults == (
        Fault("", "There is no such folder. Name a folder with company files.", "", str(tmp_path / "nowhere")),
    )
    company, faults = load_company(tmp_path / "nowhere.toml")
    assert company is None
    assert [(fault.file, fault.message) for fault in faults] == [
        ("nowhere.toml", "This file cannot be opened. Check its name and who may read it.")
    ]


def test_a_catalog_cannot_be_changed_by_whoever_reads_it():
    companies = load_catalog().companies
    with pytest.raises(TypeError):
        companies["mine"] = companies["example-company"]


LULAROE = (DEFAULT_COMPANIES / "lularoe-us-2017.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "path", "found", "words"),
    [
        # Until 2017-04-01 and 2017-04-01 to 2017-09-12: the 1st stands in both.
        ((('ends = "2017-03"', 'ends = "2017-04-01"'),), "buy_back.other_periods",
         "/2017-04-01; 2017-04/2017-09-12", "hold on the same day"),
        ((("for_some = true\n", ""), ('starts = "2021"', 'starts = "2017-04-01"')), "buy_back.other_periods",
         "2017-04/2017-09-12; 2017-04-01/", "hold on the same day"),
        ((('ends = "2017-03"', 'starts = "2017-05"\nends = "2017-03"'),), "buy_back.other_periods[1].ends",
         '"2017-03"', "ends before it begins"),
        ((("no_limit = true", "window_months = -1"),), "buy_back.other_periods[2].window_months",
         "-1", "too low"),
        ((("no_limit = true", "window_months = 2.5"),), "buy_back.other_periods[2].window_months",
         "2.5", "whole number"),
        ((("no_limit = true", "no_limit = true\nwindow_months = 6"),), "buy_back.other_periods[2].window_months",
         "6", "stated by no_limit already"),
        ((('value = 12\nunit = "months"', "no_limit = false"),), "buy_back.window_months.no_limit",
         "false", "is true where"),
        ((('ends = "2017-03"', 'starts = "2001-05"\nends = "2017-03"'),), "buy_back.other_periods[1].starts",
         "2001-05", "founded in 2012"),
        ((("first = 2014", "first = 2004"),), "years.first", "2004", "founded in 2012"),
    ],
)  # fmt: skip
def test_periods_that_cannot_be_are_refused(changes, path, found, words):
    [(where, what, message)] = told(changed(LULAROE, *changes))
    assert (where, what) == (path, found)
    assert words in message


def test_a_period_without_an_end_goes_on_until_the_next():
    company, faults = read_company(changed(LULAROE, ("for_some = true\n", "")), "some-company.toml")
    assert faults == ()
    assert company is not None
