"""A team in a browser: brought, its tree drawn, and no name left once numbers stand in their place."""

from playwright.sync_api import Page, expect

from tests.browser.session import axe, ready

TEAM = """medlem;värvare;månad;poäng
Åsa;;2026-01;100
Björn;Åsa;2026-01;200
Cilla;Björn;2026-01;300,5
""".encode("cp1252")
NAMES = ("Åsa", "Björn", "Cilla")


def main(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def test_a_team_is_brought_and_its_names_are_hidden_in_the_tree_too(page: Page) -> None:
    """On a phone; no file has been sent anywhere, and the address stays as it was."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/team?lang=sv")
    ready(page)
    address = page.url
    tree = page.locator('[class*="st-key-team-tree-of-"] svg')
    expect(tree.get_by_text("Alma")).to_be_attached()
    page.locator(".st-key-team-upload input[type=file]").set_input_files(
        {"name": "vårt.csv", "mimeType": "text/csv", "buffer": TEAM}
    )
    expect(tree.get_by_text("Björn")).to_be_attached()
    ready(page)
    assert "Alma" not in main(page)
    assert all(name in main(page) for name in NAMES)
    page.get_by_text("Nummer i stället för namn").click()
    expect(tree.get_by_text("Medlem 2")).to_be_attached()
    ready(page)
    assert not [name for name in NAMES if name in main(page)]
    assert not [name for name in NAMES if name in page.content()]
    assert page.url == address
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert axe(page) == []
