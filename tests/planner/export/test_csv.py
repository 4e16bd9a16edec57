"""A downloaded table opens in a spreadsheet with the same numbers, and runs nothing."""

import csv
import re
from io import BytesIO, StringIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.analysis.case import Case
from planner.export.csv import STYLES, Style, as_typed, to_csv
from planner.export.frames import monthly_frame
from tests.properties.situations import bare_plan, invented_company

READ_AS: dict[Style, dict[str, str]] = {
    "international": {"sep": ",", "decimal": ".", "encoding": "utf-8"},
    "swedish": {"sep": ";", "decimal": ",", "encoding": "utf-8-sig"},
}

RUN = tuple("=+-@\t\r\n＝＋－＠")


def test_the_two_styles_byte_by_byte() -> None:
    frame = pd.DataFrame({"name": ["Å, b", "c; d"], "amount": [1234.5, -0.25], "month": [0, 1]})
    assert to_csv(frame, "international").decode() == 'name,amount,month\n"Å, b",1234.5,0\nc; d,-0.25,1\n'
    assert to_csv(frame, "swedish") == (b"\xef\xbb\xbf" + 'name;amount;month\nÅ, b;1234,5;0\n"c; d";-0,25;1\n'.encode())


@pytest.mark.parametrize("style", list(STYLES))
def test_a_projection_opens_again_with_the_same_numbers(style: Style) -> None:
    plan = bare_plan(
        horizon_months=14,
        customers={"new_a_month": 1.7, "attrition": 0.3},
        team={"recruits_a_month": 1, "duplication": 0.1, "annual_attrition": 0.6, "member_monthly_purchases": 83},
    )
    frame = monthly_frame(Case.of(plan, invented_company(kit=50, website=5, rates=(0.1,))))
    again = pd.read_csv(BytesIO(to_csv(frame, style)), keep_default_na=False, **READ_AS[style])
    assert list(again.columns) == list(frame.columns)
    for name in frame.columns:
        if frame[name].dtype == float:
            assert again[name].to_numpy(float) == pytest.approx(frame[name].to_numpy(), abs=5.1e-7)
        else:
            assert again[name].tolist() == frame[name].tolist()


@pytest.mark.parametrize("style", list(STYLES))
def test_totals_reconcile_in_the_file(style: Style) -> None:
    plan = bare_plan(horizon_months=120, customers={"new_a_month": 1.7, "attrition": 0.3})
    frame = monthly_frame(Case.of(plan, invented_company(kit=50)))
    again = pd.read_csv(BytesIO(to_csv(frame, style)), **READ_AS[style])
    assert again["net_cash_flow"].sum() == pytest.approx(again["cumulative_cash_flow"].iloc[-1], abs=1e-4)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-13, "0"),
        (-4e-7, "0"),
        (1e-6, "0.000001"),
        (0.1 + 0.2, "0.3"),
        (1200.0, "1200"),
        (-1234.56789061, "-1234.567891"),
        (1e22, "10000000000000000000000"),
        (float("nan"), ""),
    ],
)
def test_numbers_are_plain(value: float, written: str) -> None:
    assert to_csv(pd.DataFrame({"a": [value, 0.5]})).decode() == f"a\n{written or chr(34) * 2}\n0.5\n"
    assert to_csv(pd.DataFrame({"a": [value, 0.5], "b": 1}), "swedish").decode("utf-8-sig") == (
        f"a;b\n{written.replace('.', ',')};1\n0,5;1\n"
    )


def test_infinity_is_refused() -> None:
    with pytest.raises(ValueError, match="infinity"):
        to_csv(pd.DataFrame({"a": [np.inf]}))


@pytest.mark.parametrize("start", RUN)
def test_what_a_spreadsheet_would_run_is_defused(start: str) -> None:
    text = f'{start}HYPERLINK("http://example.org")'
    frame = pd.DataFrame({f"{start}name": [text], "amount": [-5.5]})
    for style, how in READ_AS.items():
        again = pd.read_csv(BytesIO(to_csv(frame, style)), **how)
        assert again.iloc[0, 0] == f"'{text}".replace("\r", " ").replace("\n", " ")
        assert again.columns[0] == f"'{start}name".replace("\r", " ").replace("\n", " ")
        assert again.loc[0, "amount"] == -5.5  # a number below zero begins with a minus, and stays a number


def test_harmless_text_is_not_touched() -> None:
    frame = pd.DataFrame({"a": ["1-3", "a=b", "'", " =", "", None]})
    assert to_csv(frame).decode().splitlines() == ["a", "1-3", "a=b", "'", " =", '""', '""']


CELLS = [
    "=1",
    "'=1",
    "''=1",
    "-5 %",
    "Calm, -5 %",
    "a,=1;+2",
    "a;'@b",
    'a;"=1"',
    '"=1"',
    "\t=1",
    "a\t\t-1",
    "it's",
    "'",
    "a,'b",
]
TEXTS = st.text() | st.text("=-'\",; \ta", max_size=8)


@pytest.mark.parametrize("text", CELLS)
def test_a_text_comes_back_as_it_was_typed(text: str) -> None:
    for style, (separator, _, encoding) in STYLES.items():
        written = to_csv(pd.DataFrame({"text": [text]}), style).decode(encoding)
        [_head, [cell]] = csv.reader(StringIO(written), delimiter=separator)
        assert as_typed(cell) == text


def test_what_begins_a_cell_for_another_separator_is_defused_too() -> None:
    """A Swedish spreadsheet splits a file of commas at semicolons; worked out by hand."""
    written = to_csv(pd.DataFrame({"a": ["x;=1", "x, -1", 'x;"=1"', "x;'+1"], "b": 0})).decode()
    assert written.splitlines()[1:] == ["x;'=1,0", '"x, -1",0', '"x;\'""=1""",0', "x;''+1,0"]


@given(st.lists(TEXTS, min_size=1), st.sampled_from(list(STYLES)))
@example(["a\rb", "a\n=b", 'a"b', "a;b,c", "\r=1", 'a;"=1"'], "international")
def test_any_text_comes_back_on_one_line_and_none_is_a_formula(texts: list[str], style: Style) -> None:
    separator, _, encoding = STYLES[style]
    written = to_csv(pd.DataFrame({"text": texts, "number": range(len(texts))}), style).decode(encoding)
    assert written.count("\n") == len(texts) + 1
    assert "\r" not in written
    cells = [row[0] for row in csv.reader(StringIO(written, newline=""), delimiter=separator)][1:]
    for cell, text in zip(cells, texts, strict=True):
        for part in re.split("[,;\t]", cell):
            assert not part.lstrip('"').startswith(RUN)
        if not {"\r", "\n"} & set(text):
            assert as_typed(cell) == text


def test_a_line_break_is_a_space() -> None:
    assert to_csv(pd.DataFrame({"a": ["b\r\nc", "d\n=e"], "f": 0})).decode().splitlines() == ["a,f", "b  c,0", "d =e,0"]
