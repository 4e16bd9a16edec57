"""The program in a real browser: a server of its own, the machine's Chromium, and a watch over every request."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect, sync_playwright

from planner.store.database import STATED_AS, address_of
from tests.watched_server import ASKED_OUTSIDE

PROJECT_FOLDER = Path(__file__).parents[2]

PATIENCE = 120_000  # milliseconds for anything that is waited for: a busy machine makes a test slow, and no failure
expect.set_options(timeout=PATIENCE)

# The same names, in the same order, as in .ci/browser. The first draws no window around a page: a third less to do.
BROWSER_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

# As root (a container) Chromium starts only without its sandbox. No request leaves this machine: none to another host,
# whoever makes it, and Chromium itself does not call home. Routes of Playwright would do the first for pages only, and
# would load the whole of Streamlit anew with every page.
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# A person's screen. A test asks for another with new_page(viewport=...); locale and color_scheme likewise.
CONTEXT_OPTIONS: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}

# Findings of axe that are Streamlit's own and that no setting of ours changes: the rule, what the element's HTML
# contains, and why it stands. Anything else that axe finds is ours.
STREAMLITS_OWN_FINDINGS = (
    ("presentation-role-conflict", "stFileUploaderDropzone", "the drop area's role; the button inside it is right"),
)

# Calm: drawn and connected, nothing asked of the server (pages/shared/session/browser.py keeps count), no run under
# way but what is found once nothing was done for a moment, nothing greyed out or waiting, and nothing that can be
# stopped, since between the run that found it and the one that draws it none is under way; and so five times on end,
# since the browser asks a little after the click.
CALM = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const calm = app
        && window.joinwise && !window.joinwise.asked
        && (app.dataset.testScriptState === 'notRunning' || document.querySelector(`.quiet-${window.joinwise.run}`))
        && app.dataset.testConnectionState === 'CONNECTED'
        && !document.querySelector('[class*="st-key-stop-"]')
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]');
    window.calmTimes = calm ? (window.calmTimes ?? 0) + 1 : 0;
    if (window.calmTimes < 5) return false;
    window.calmTimes = 0;  // the next wait begins anew
    return true;
}"""


def browser_on_path() -> str | None:
    """The machine's Chromium, or None where there is none."""
    return next(filter(None, map(shutil.which, BROWSER_NAMES)), None)


@contextlib.contextmanager
def running_server(entry: Path = PROJECT_FOLDER / "app.py") -> Iterator[str]:
    """The address of a server of our own on a port that is free; stopped afterwards."""
    with ServerProcess(entry) as server:
        server.start()
        yield server.address


class ServerProcess:
    """A server of our own under the project's settings, on a port that was free, as often as it is started.

    At the end it is stopped, and fails if it asked anything of another machine.
    """

    def __init__(self, entry: Path = PROJECT_FOLDER / "app.py") -> None:
        with socket.socket() as probe:
            probe.bind(("localhost", 0))
            port = probe.getsockname()[1]
        options = [f"--server.port={port}", "--server.headless=true"]
        self._command = [sys.executable, "-m", "tests.watched_server", "run", str(entry), *options]
        self._process: subprocess.Popen[bytes] | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed at the end)
        self._saved_plans = tempfile.TemporaryDirectory()
        self.database = address_of(Path(self._saved_plans.name) / "plans.sqlite")
        self.address = f"http://localhost:{port}"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        database = {STATED_AS: self.database}
        self._process = subprocess.Popen(
            self._command, cwd=PROJECT_FOLDER, env=database | os.environ, stdout=self._log, stderr=subprocess.STDOUT
        )
        if not answers(f"{self.address}/_stcore/health", self._process, seconds=PATIENCE / 1000):
            raise RuntimeError(f"the server did not start:\n{self.said()}")

    def runs(self) -> bool:
        """Whether it is there."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Ends it between two instructions, as a lack of memory or of power would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        with self._log, self._saved_plans:
            if self._process is not None:
                self._process.terminate()
                try:
                    self._process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    self.kill()
            outside = [line for line in self.said().splitlines() if ASKED_OUTSIDE in line]
        assert not outside, f"the server asked other machines: {outside}"

    def said(self) -> str:
        """What it wrote, to its log and beside it."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")


def answers(url: str, server: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether the server answers at `url` within `seconds`; at once False when it has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):  # noqa: S310 (our own address)
            return True
        time.sleep(0.1)
    return False


@contextlib.contextmanager
def running_browser() -> Iterator[Browser]:
    """The machine's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_on_path(), args=list(BROWSER_ARGUMENTS), timeout=PATIENCE
        )
        try:
            yield browser
        finally:
            browser.close()


def blank_context(browser: Browser, server: str, **options: Any) -> BrowserContext:
    """What a person's tabs have in common, and share with nobody; options are those of Playwright's `new_context`."""
    context = browser.new_context(base_url=server, service_workers="block", **(CONTEXT_OPTIONS | options))
    context.set_default_timeout(PATIENCE)
    return context


@contextlib.contextmanager
def watched(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens blank pages in contexts of their own; options are those of Playwright's `new_context`.

    At the end it fails if any page asked another host for anything, or reported an error.
    """
    watch = Watch(server)
    with contextlib.ExitStack() as contexts:

        def open_page(**options: Any) -> Page:
            context = contexts.enter_context(blank_context(browser, server, **options))
            watch.over(context)
            return context.new_page()

        yield open_page
    watch.found_nothing()


@dataclass
class Watch:
    """What the pages of one browser context did that they must not: requests to other hosts, and errors."""

    server: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches every page that the context opens from now on."""
        context.on("page", self._watch_page)

    def found_nothing(self) -> None:
        """Fails if any page did what it must not."""
        assert not self.foreign, f"requests to other hosts: {self.foreign}"
        assert not self.errors, f"errors reported by the browser: {self.errors}"

    def is_ours(self, url: str) -> bool:
        """Whether a request stays with our server, or inside the page itself."""
        parts = urlsplit(url)
        return parts.netloc == urlsplit(self.server).netloc or parts.scheme in {"data", "blob", "about"}

    def _watch_page(self, page: Page) -> None:
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))
        page.on("websocket", lambda web_socket: self._note_address(web_socket.url))
        page.on("request", lambda request: self._note_address(request.url))  # those of a redirect too

    def _note_address(self, url: str) -> None:
        if not self.is_ours(url) and url not in self.foreign:
            self.foreign.append(url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":  # every answer of a status above 399 is one
            self.errors.append(f"{message.text} ({message.location['url']})")


@dataclass
class Tab:
    """A tab that one person uses after the other: each finds it blank and of the same size, with nothing kept in it.

    The program's scripts, several MB, are compiled in it once. That takes longer than most tests.
    """

    browser: Browser
    watch: Watch
    _page: Page | None = None

    @contextlib.contextmanager
    def lent(self) -> Iterator[Page]:
        """The tab for one person, watched like the pages of `watched`."""
        if self._page is None:
            context = blank_context(self.browser, self.watch.server)
            self.watch.over(context)
            self._page = context.new_page()
        self.watch.errors.clear()
        self.watch.foreign.clear()
        yield self._page
        self._empty(self._page)
        self.watch.found_nothing()

    def _empty(self, page: Page) -> None:
        """Leaves the program, forgets what it kept, and closes what it opened; a tab that cannot is given up."""
        try:
            page.goto("/_stcore/health")  # of the same address, so that what the program kept can be seen
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
            page.context.clear_cookies()
            page.set_viewport_size(CONTEXT_OPTIONS["viewport"])
            page.emulate_media(color_scheme="light")
            for other in page.context.pages:
                if other != page:
                    other.close()
        except Error:
            page.context.close()
            self._page = None


def ready(page: Page) -> None:
    """Waits until the page has nothing more to do."""
    page.wait_for_function(CALM, timeout=PATIENCE, polling=50)


RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")  # of those that axe keeps to by default


def axe(page: Page, *, colours_only: bool = False) -> list[str]:
    """What axe finds on the page as it stands, a line each, without Streamlit's own findings; empty is good."""
    findings = []
    if page.evaluate("!window.axe"):
        page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(RULES_OF_COLOUR)} if colours_only else {})
    violations: list[dict[str, Any]] = page.evaluate("options => axe.run(options).then(it => it.violations)", options)
    for violation in violations:
        for node in violation["nodes"]:
            known = any(
                violation["id"] == rule and mark in node["html"] for rule, mark, _reason in STREAMLITS_OWN_FINDINGS
            )
            if not known:
                findings.append(f"{violation['id']}: {node['html'][:300]}\n    {node['failureSummary']}")
    return findings
