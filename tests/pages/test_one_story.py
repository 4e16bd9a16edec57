"""One story: within a view the same label stands for one figure, on every page, with every sample."""

import re
from collections import defaultdict
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.session.samples import sample_plans
from tests.pages.conftest import open_it, run
from tests.pages.opening import shown

PAGES = ("start", "plan", "odds", "what_matters", "goal", "cash_flow", "leaving", "company")
ONLY = {"odds": "middle", "what_matters": "middle", "goal": "middle", "leaving": "exactly"}  # pages of one view
CELL = re.compile(r'<dt>(.*?)</dt><dd class="figure ?\w*">(.*?)</dd>')
LOSE = re.compile(r"Of 100 people with this plan, (.*?) lose money")


def labelled(app: AppTest) -> dict[str, set[str]]:
    """Every figure of the page that has one of the labels of the strip, or is how many lose money."""
    words = unescape(shown(app)) + "\n".join(each.label for each in app.expander)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for label, figure in CELL.findall(words):
        found[label].add(figure)
    for figure in LOSE.findall(words.replace("\\", "")):
        found["lose money"].add(figure)
    return dict(found)


@pytest.mark.usefixtures("searched_with_few_runs", "moved_with_few_runs")
@pytest.mark.parametrize("name", list(sample_plans()))
def test_the_same_label_never_stands_for_two_figures(name: str) -> None:
    """Of one session, in which what was found for one view stands in the other too."""
    app = open_it("en", "", sample_plans()[name])
    for view in ("middle", "exactly"):
        app.session_state["view"] = view
        of_view: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for page in PAGES:
            for label, figures in labelled(run(app.switch_page(f"pages/{page}.py"))).items():
                of_view["all" if label == "lose money" else ONLY.get(page, view)][label] |= figures
        assert len(of_view[view]) == 4
        assert of_view["all"]
        for each in of_view.values():
            assert {label: figures for label, figures in each.items() if len(figures) > 1} == {}
