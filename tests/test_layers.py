"""The house stands: imports run downward only, no module is a drawer for odds and ends, and all stay small."""

import ast
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT_FOLDER = Path(__file__).parents[1]

# From the ground up. A module stands on the highest floor whose name begins its own, and imports from lower floors or,
# on most floors, from its siblings. So a module directly in planner/ is on the ground floor. The commands are a way in
# of their own, beside the pages: neither knows the other.
FLOORS = (
    "planner",
    "planner.inputs",
    "planner.compensation",
    "planner.projection",
    "planner.simulation",
    "planner.analysis",
    "planner.export",
    "planner.store",
    "planner.commands",
    "planner.__main__",
    "pages.shared",
    "pages.parts",
    "pages",
    "frame",
    "server",
    "app",
)
WITHOUT_SIBLINGS = {"pages"}  # a page is a script: what two pages share is in pages.shared
NOT_IN_PLANNER = {"streamlit", "altair", "pages", "frame", "server", "app"}
ONLY_IN_LANGUAGE = {"gettext", "babel"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "constants", "misc"}
# Where one asks whether a file or function should be cut, and where it must be: meaning decides in between.
ASKED_OF_FILE, LONGEST_FILE = 250, 400
ASKED_OF_FUNCTION, LONGEST_FUNCTION = 40, 60
MOST_MODULES = 20  # in a folder, __init__ not counted: more than that is several rooms


def source_files(folder: Path = PROJECT_FOLDER) -> list[Path]:
    return [
        *folder.glob("*.py"),
        *sorted((folder / "server").rglob("*.py")),
        *sorted((folder / "pages").rglob("*.py")),
        *sorted((folder / "planner").rglob("*.py")),
    ]


def module_name(path: Path, folder: Path = PROJECT_FOLDER) -> str:
    return ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")


def floor(module: str) -> str:
    return max((name for name in FLOORS if f"{module}.".startswith(f"{name}.")), key=len)


def imports(source: str, folder: Path = PROJECT_FOLDER) -> Iterator[str]:
    """The modules that a source imports, anywhere in it; `from planner import timeline` imports planner.timeline."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = "." * node.level + (node.module or "")
            for alias in node.names:
                inside = folder.joinpath(*package.split("."), alias.name)
                yield f"{package}.{alias.name}" if inside.is_dir() or inside.with_suffix(".py").exists() else package


def faults_of_import(importer: str, imported: str, folder: Path = PROJECT_FOLDER) -> Iterator[str]:
    """What is wrong with one import of a module in the house; nothing for a good one."""
    top = imported.partition(".")[0]
    if importer.startswith("planner") and top in NOT_IN_PLANNER:
        yield f"{importer} imports {imported}: planner knows no screen"
    elif top in ONLY_IN_LANGUAGE and importer != "planner.language":
        yield f"{importer} imports {imported}: languages are planner.language's business"
    elif imported.startswith("."):
        yield f"{importer} imports {imported}: write it in full"
    elif top in {"app", "frame", "server", "pages", "planner"}:
        if folder.joinpath(*imported.split(".")).is_dir():
            yield f"{importer} imports {imported}: import the module, not the package's face"
        here, there = floor(importer), floor(imported)
        if here == "planner.store" and there not in {"planner", "planner.inputs", "planner.store"}:
            yield f"{importer} imports {imported}: the store knows the plan's file only"
        siblings = here == there and here not in WITHOUT_SIBLINGS
        if not siblings and FLOORS.index(there) >= FLOORS.index(here):
            yield f"{importer} imports {imported}: imports run downward only"
        elif there == "pages.parts" and page_of(imported) != page_of(importer):
            yield f"{importer} imports {imported}: what two pages need is in pages.shared"
        elif there in {"planner.commands", "planner.__main__"} and importer.partition(".")[0] != "planner":
            yield f"{importer} imports {imported}: the commands are beside the pages"


def page_of(module: str) -> str:
    """The page whose module it is: goal of pages.goal, and of pages.parts.goal.search."""
    return module.removeprefix("pages.").removeprefix("parts.").partition(".")[0]


def sizes(source: str, name: str) -> Iterator[tuple[str, int, int, int]]:
    """The file and each of its functions: what it is called, its lines, where one asks, and the most there may be."""
    yield name, len(source.splitlines()), ASKED_OF_FILE, LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            yield f"{name}: {node.name}", length, ASKED_OF_FUNCTION, LONGEST_FUNCTION


def faults_of_size(sources: dict[str, str]) -> list[str]:
    """What is too long, by module; what is long enough to be asked about is printed in one warning, and passes."""
    faults, asked_about = [], []
    for name, source in sources.items():
        for what, lines, asked, most in sizes(source, name):
            if lines > most:
                faults.append(f"{what} has {lines} lines, more than {most}")
            elif lines > asked:
                asked_about.append(f"{what} has {lines} lines")
    if asked_about:
        warnings.warn("\n".join(["Is each still about one thing?", *asked_about]), stacklevel=2)
    return faults


def sources() -> dict[str, str]:
    return {module_name(path): path.read_text(encoding="utf-8") for path in source_files()}


def test_every_module_keeps_to_its_floor() -> None:
    faults = [
        fault
        for importer, source in sources().items()
        for imported in imports(source)
        for fault in faults_of_import(importer, imported)
    ]
    assert faults == []


def test_every_module_is_small_and_named_after_what_it_is_about() -> None:
    assert [name for name in sources() if not DRAWERS.isdisjoint(name.split("."))] == []
    assert faults_of_size(sources()) == []


def test_every_projection_goes_through_one_place() -> None:
    """So that pay which is the mean of runs is that in every place; joining alone pays nobody."""
    lowest = FLOORS.index("planner.analysis")
    found = set()
    for name, source in sources().items():
        for node in ast.walk(ast.parse(source)) if FLOORS.index(floor(name)) >= lowest else ():
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planner.projection"):
                names = {alias.name for alias in node.names}
                if names & {"project", "project_scenarios", "project_beside", "engine"}:
                    found.add(name)
    assert found == {"planner.analysis.projected", "planner.analysis.company.joining_cost"}


@pytest.mark.parametrize(
    ("importer", "source", "said"),
    [
        ("planner.inputs.plan.plan", "from planner.analysis.measures.measure import measure", "downward only"),
        ("planner.inputs.plan.plan", "def late():\n    import planner.projection.engine", "downward only"),
        ("planner.language", "from planner.inputs import terms", "downward only"),
        ("planner.store.saved_plans", "from planner.export.csv import to_csv", "plan's file only"),
        ("planner.export.csv", "from planner.store import rights", "downward only"),
        ("pages.shared.fields.typed", "import app", "downward only"),
        ("pages.shared.fields.typed", "import frame", "downward only"),
        ("pages.shared.session.state", "from server import callers", "downward only"),
        ("pages.compare", "from pages.plan import show", "downward only"),
        ("planner.analysis.measures.measure", "import streamlit as st", "no screen"),
        ("planner.analysis.measures.measure", "import altair", "no screen"),
        ("planner.analysis.measures.measure", "from pages.shared.fields import typed", "no screen"),
        ("planner.analysis.measures.measure", "from planner.export import frames", "downward only"),
        ("pages.shared.fields.typed", "from pages.parts.goal import search", "downward only"),
        ("pages.plan", "from pages.parts.goal import search", "two pages need"),
        ("pages.parts.plan.rows", "from pages.parts.goal import search", "two pages need"),
        ("pages.plan", "from planner.commands import files", "beside the pages"),
        ("planner.commands.files", "from pages.shared.session import state", "no screen"),
        ("pages.plan", "from babel.numbers import format_decimal", "planner.language"),
        ("pages.plan", "from planner.inputs import Plan", "not the package's face"),
        ("planner.inputs.plan.plan", "from .source import Record", "in full"),
    ],
)
def test_a_wrong_import_is_found(importer: str, source: str, said: str) -> None:
    (fault,) = (fault for imported in imports(source) for fault in faults_of_import(importer, imported))
    assert said in fault


@pytest.mark.parametrize(
    ("importer", "source"),
    [
        ("app", "import streamlit as st\nfrom server import callers"),
        ("frame", "import streamlit as st\nfrom planner import language"),
        ("pages.plan", "import altair\nfrom planner.language import mark"),
        ("planner.__main__", "from planner.commands import main"),
        ("pages.goal", "from pages.parts.goal import search"),
        ("pages.parts.goal.search", "from pages.parts.goal import choice"),
        ("planner.export.json", "from planner.analysis.cautions import every"),
        ("planner.commands.main", "from planner.export.csv import to_csv"),
        (
            "planner.inputs.plan.plan",
            "from planner.inputs.cited.source import Record\nfrom planner import timeline\nimport tomllib",
        ),
        ("planner.line_items", "from planner.language import mark"),
        ("planner.store.saved_plans", "from planner.inputs.plan_file import PlanFile\nimport sqlalchemy"),
        ("pages.shared.session.saved", "from planner.store.saved_plans import keep"),
    ],
)
def test_a_right_import_is_let_be(importer: str, source: str) -> None:
    assert [fault for imported in imports(source) for fault in faults_of_import(importer, imported)] == []


def test_what_is_too_long_is_found() -> None:
    source = "def long():\n" + "    x = 1\n" * 60 + "y = 1\n" * 340  # 1 + 60 lines of function, 401 of file
    assert faults_of_size({"m": source}) == [
        "m has 401 lines, more than 400",
        "m: long has 61 lines, more than 60",
    ]


def test_what_is_long_is_asked_about_and_passes() -> None:
    source = "def long():\n" + "    x = 1\n" * 40 + "y = 1\n" * 210  # 1 + 40 lines of function, 251 of file
    with pytest.warns(UserWarning, match="m has 251 lines\nm: long has 41 lines"):
        assert faults_of_size({"m": source}) == []


# What a process may go by to keep an answer for good: a language, a file, an axis, a number. Never a plan, a company or
# a case, which are of a person and end with their session. Bytes and a name are those of a file that a command or the
# catalogue reads; what a person uploads is read by read_company and kept nowhere.
KEPT_FOR_GOOD = {"Language", "str", "int", "float", "bool", "bytes", "Scale", "specs.Scale", "datetime.date"}
KEPT_FOR_GOOD |= {"Path", "FilePath", "cls", "type[Record]"}


def kept_by(source: str) -> dict[str, set[str]]:
    """What each function goes by whose answers the process keeps."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            keeps = {ast.unparse(each).split("(")[0].split(".")[-1] for each in node.decorator_list}
            if keeps & {"cache", "lru_cache", "cache_data", "cache_resource"}:
                given = (*node.args.args, *node.args.kwonlyargs)
                found[node.name] = {ast.unparse(each.annotation) if each.annotation else each.arg for each in given}
    return found


def test_nothing_of_a_person_is_kept_by_the_process() -> None:
    kept = {(str(path), name): by for path in source_files() for name, by in kept_by(path.read_text("utf-8")).items()}
    assert len(kept) > 20
    assert {of: by - KEPT_FOR_GOOD for of, by in kept.items() if by - KEPT_FOR_GOOD} == {}
    assert kept_by("@lru_cache(maxsize=4)\ndef f(case: Case, runs: int) -> float: ...") == {"f": {"Case", "int"}}


def folders() -> list[Path]:
    return sorted({path.parent for path in source_files()})


def test_a_folder_holds_what_one_question_needs() -> None:
    modules = {folder: [path for path in folder.glob("*.py") if path.stem != "__init__"] for folder in folders()}
    too_many = {str(folder): len(of) for folder, of in modules.items() if len(of) > MOST_MODULES}
    assert not too_many, f"which of these modules belong together? {too_many}"
