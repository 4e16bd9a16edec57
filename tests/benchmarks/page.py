"""The cash-flow page's server time against a bare Streamlit script that draws the same charts from constants.

Both run in servers of their own. A small client takes the place of the browser and asks for the same run again and
again; the time is from the asking to the word that the run is over, so Streamlit's own part is in both.
"""

import asyncio
import statistics
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.session import PROJECT_FOLDER, running_server

RUNS, WARM_UP, PAUSE = 60, 5, 0.1  # the latter in seconds
BARE = Path(__file__).with_name("bare_page.py")


class Client:
    """One session on one server, asking for whole runs of one page."""

    def __init__(self, url: str, page: str = "") -> None:
        self.address = url.replace("http://", "ws://").rstrip("/") + "/_stcore/stream"
        self.page, self.page_hash, self.charts = page, "", 0  # the first run is of the first page

    async def connect(self) -> "Client":
        self.socket = await websockets.connect(
            self.address,
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],
            max_size=None,
            max_queue=None,  # or who leaves in the middle of a page waits 10 s for a farewell behind what nobody read
            compression=None,
        )
        return self

    async def run(self) -> float:
        """Milliseconds of one run. Raises where the page stopped with an exception."""
        wanted = BackMsg()
        wanted.rerun_script.query_string = ""
        wanted.rerun_script.page_script_hash = self.page_hash
        start = perf_counter()
        await self.socket.send(wanted.SerializeToString())
        self.charts, over = 0, False
        while not over:
            message = ForwardMsg()
            message.ParseFromString(await self.socket.recv())
            over = self.read(message)
        return (perf_counter() - start) * 1000

    async def settle(self) -> None:
        """Reads what comes of runs that the page asked for by itself, until nothing does for a moment.

        Or the end of one of them would be taken for that of the next run.
        """
        with suppress(TimeoutError):
            while True:
                await asyncio.wait_for(self.socket.recv(), PAUSE)

    def read(self, message: ForwardMsg) -> bool:
        """Notes what a message says; whether it is the last of the run."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self.page_hash = pages[self.page]  # from the next run on
        if kind == "delta" and message.delta.HasField("new_element"):
            element = message.delta.new_element.WhichOneof("type")
            if element == "exception":
                raise RuntimeError(message.delta.new_element.exception.message)
            self.charts += element == "vega_lite_chart"
        return kind == "script_finished"


async def measured(clients: dict[str, Client]) -> dict[str, list[float]]:
    """Milliseconds of each run by client, turn and turn about."""
    times: dict[str, list[float]] = {name: [] for name in clients}
    for client in clients.values():
        await client.connect()
    for number in range(WARM_UP + RUNS):
        for name, client in clients.items():
            took = await client.run()
            if number >= WARM_UP:
                times[name].append(took)
            await client.settle()  # a person pauses too
    return times


def report() -> None:
    """Medians and their ratio. Nothing passes or fails; the aim is at most 1.5."""
    with running_server(PROJECT_FOLDER / "app.py") as planner, running_server(BARE) as bare:
        clients = {"cash-flow page": Client(planner, "cash_flow"), "bare script": Client(bare)}
        times = asyncio.run(measured(clients))
        charts = {name: client.charts for name, client in clients.items()}
    if len(set(charts.values())) > 1:
        raise RuntimeError(f"the two draw different numbers of charts: {charts}")
    median = {name: statistics.median(taken) for name, taken in times.items()}
    print(
        f"Page: server time of a whole run, milliseconds, medians of {RUNS}; each draws {charts['bare script']} charts"
    )
    print("  " + ", ".join(f"{name} {value:.1f}" for name, value in median.items()))
    print(f"    {median['cash-flow page'] / median['bare script']:.2f} times the bare script (aim: at most 1.50)")
