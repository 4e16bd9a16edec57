"""The rules that the browser is told (`server/answers.py`) forbid nothing that a page of ours does."""

from typing import Any

from playwright.sync_api import Browser, Page, expect

from planner.inputs.plan_file import dump_plan_file
from tests.browser.session import PATIENCE, ready
from tests.browser.test_journey import answered, downloaded

# The library that reads Streamlit's messages tries to compile its arithmetic of 64-bit numbers, and takes JavaScript's
# own where it may not. Nothing of it is said in the console, and all that is drawn is the same.
ALSO_WITHOUT = "wasm-eval"

NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


def opened(page: Page, address: str) -> None:
    page.goto(f"{address}?lang=en")
    ready(page)


def violations_in_both_colours(page: Page) -> list[str]:
    """What the page as it stands has done that it must not, drawn light and then dark."""
    for colours in ("dark", "light"):
        page.emulate_media(color_scheme=colours)
        ready(page)
    found: list[str] = page.evaluate("window.violations")
    return [each for each in found if ALSO_WITHOUT not in each]


def test_pages_are_drawn_and_files_go_in_and_out_within_the_rules(page: Page) -> None:
    page.add_init_script(NOTE_VIOLATIONS)
    opened(page, "/")
    assert violations_in_both_colours(page) == []
    opened(page, "/cash_flow")
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    assert violations_in_both_colours(page) == []
    opened(page, "/versions")
    other: Any = {"name": "other.json", "mimeType": "application/json", "buffer": dump_plan_file(answered(450))}
    page.locator('input[type="file"]').set_input_files(other)
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    assert violations_in_both_colours(page) == []
    opened(page, "/plan")
    assert downloaded(page, "Save the plan as a file")
    opened(page, "/my_company")
    assert violations_in_both_colours(page) == []


def test_what_they_forbid_is_noted(browser: Browser, server: str) -> None:
    """A script that somebody slipped into a page does not run."""
    with browser.new_context(base_url=server) as context:
        page = context.new_page()
        page.add_init_script(NOTE_VIOLATIONS)
        page.goto("/", timeout=PATIENCE)
        page.evaluate(
            """() => {
                const script = document.createElement('script');
                script.textContent = 'window.slippedIn = true';
                document.body.append(script);
            }"""
        )
        page.wait_for_function("() => window.violations.some(each => each.includes(': inline'))", timeout=PATIENCE)
        assert page.evaluate("window.slippedIn") is None
