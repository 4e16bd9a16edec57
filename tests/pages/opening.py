"""A page of the program under AppTest, with a plan laid on a company, and what can be read on it."""

import re
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from planner.analysis.case import Case
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.language import Language
from tests.pages.conftest import open_it
from tests.plans import small_seller

EXAMPLE = "example-company"
SPACE = "\N{NO-BREAK SPACE}"
plan_with = small_seller
HEADLINE = re.compile(r'<p class="odds">(.*?)</p>')


def opened(page: str, plan: Plan, language: Language, company: str = EXAMPLE, view: str = "", **chosen: str) -> AppTest:
    """A page of the program with a plan laid on a company. chosen: as of `open_it`."""
    return open_it(language, f"pages/{page}.py", PlanFile(company=company, compared=(), plan=plan), view, **chosen)


def exactly(plan: Plan, language: Language, company: str = EXAMPLE) -> AppTest:
    """The money, if everything goes exactly as entered."""
    return opened("cash_flow", plan, language, company, "exactly")


def shown(app: AppTest) -> str:
    """Every word and figure on the page."""
    texts = [*app.title, *app.markdown, *app.caption, *app.header]
    html = [element.proto.body for element in app.get("html")]
    return "\n".join([*(text.value for text in texts), *html]).replace("\\", "").replace(SPACE, " ")


def chart_columns(app: AppTest, place: int) -> dict[str, list[Any]]:
    proto = app.get("vega_lite_chart")[place].proto
    columns: dict[str, list[Any]] = pa.ipc.open_stream(proto.data.data).read_all().to_pydict()
    return columns


def case_of(app: AppTest) -> Case:
    case: Case = app.session_state["case"]
    return case


def sentence(app: AppTest) -> str:
    """The answer under the page's question: the headline where the page says how many lose money, else its words."""
    said = [found[1] for each in app.get("html") if (found := HEADLINE.search(each.proto.body))]
    answer: str = said[0] if said else app.markdown[0].value
    return answer.replace("\\", "").replace(SPACE, " ")


def part_sentence(app: AppTest, address: str) -> str:
    """The answer under a further question of the page, the one that its own address opens."""
    shown = list(app.main)
    [at] = [place for place, each in enumerate(shown) if getattr(each, "anchor", None) == address]
    answer: str = next(each.value for each in shown[at:] if each.type == "markdown")
    return answer.replace("\\", "").replace(SPACE, " ")
