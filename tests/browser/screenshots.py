"""Pictures of every page, in both languages, light and dark, wide and narrow.

Not a test: for the eye. Run as `python -m tests.browser.screenshots [FOLDER]`; without FOLDER, into screenshots/.
Files are named PAGE-LANGUAGE-SCHEME-WIDTH.png.
"""

import sys
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from pages.shared.session.menu import QUESTIONS, START
from planner.language import LANGUAGES
from tests.browser.session import PROJECT_FOLDER, Watch, browser_on_path, ready, running_browser, running_server

# A page's name and its address. The first page of an app has the bare address.
PAGES = {question.address: "/" if question is START else f"/{question.address}" for question in QUESTIONS}
WIDTHS = (1280, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Streamlit scrolls inside the page, so a full-page picture would show one screen: the window is made tall enough.
FIRST_HEIGHT = 900
HIGHEST = 8000
CONTENT_HEIGHT = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return Math.ceil(main.scrollHeight + main.getBoundingClientRect().top);
}"""


def take_pictures(browser: Browser, server: str, folder: Path) -> Watch:
    """Saves a picture of each page in each form; returns the watch over what the pages did meanwhile."""
    watch = Watch(server)
    for language, scheme, width in product(LANGUAGES, SCHEMES, WIDTHS):
        context = browser.new_context(color_scheme=scheme, service_workers="block", locale="en-GB")
        watch.over(context)
        page = context.new_page()
        for name, address in PAGES.items():
            page.set_viewport_size({"width": width, "height": FIRST_HEIGHT})
            page.goto(f"{server}{address}?lang={language}")
            ready(page)
            height = min(max(page.evaluate(CONTENT_HEIGHT), FIRST_HEIGHT), HIGHEST)
            page.set_viewport_size({"width": width, "height": height})
            ready(page)
            path = folder / f"{name}-{language}-{scheme}-{width}.png"
            page.screenshot(path=path, animations="disabled")
            print(path)
        context.close()
    return watch


def main() -> int:
    """Takes the pictures; the exit status is 1 where there is no browser or a page misbehaved."""
    if browser_on_path() is None:
        print("No browser: install chromium", file=sys.stderr)
        return 1
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT_FOLDER / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with running_browser() as browser, running_server() as server:
        watch = take_pictures(browser, server, folder)
    for complaint in [*(f"asked another host: {url}" for url in watch.foreign), *watch.errors]:
        print(complaint, file=sys.stderr)
    return 1 if watch.foreign or watch.errors else 0


if __name__ == "__main__":
    sys.exit(main())
