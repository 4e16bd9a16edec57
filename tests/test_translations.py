"""Every text that a person sees is in the Swedish catalogue, translated, and says the same things."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from planner.inputs.cited.figure import Words
from planner.language import LANGUAGES, LOCALE_FOLDER, in_every_language, mark

PROJECT_FOLDER = Path(__file__).parents[1]

# As in the Makefile's target `translations`.
KEYWORDS = {"_": None, mark.__name__: None, "ngettext": (1, 2), "plural": (1, 2)}

# The same word in both languages. Nothing else may be left as it is in English.
SAME_IN_BOTH = {
    "{figure} per 100 {currency}",
    "{amount} person",
    "{count} version",
    "Version {number}",
    "April",
    "September",
    "November",
    "December",
    "Joinwise",
    "scenario",
    "plan",
    "CSV",
    "JSON",
    "Period",
    "Start",
    "Team",
    "id",
    "status",
}

# Swedish that is English underneath, or that says otherwise what is said in one way elsewhere; and what a Swede says.
NOT_SAID = {
    r"mittersta": "den i mitten",
    r"[Ee]ftersök": "sökt men inte hittat",
    r"till det de kostade": "till inköpspris",
    r"kommer emellan": "om inget oväntat händer",
    r"gick (sedan )?förlorat": "gränsen nåddes men hölls inte",
    r"[Ss]aldo": "plus eller minus hittills; du ligger på",
    r"(ligger|hamnar|är) (aldrig |inte )?under noll": "på minus",
    r"utan verkan|har ingen verkan": "påverkar inte, spelar ingen roll",
    r"\b[Bb]ortom\b": "längre än, bättre än",
    r"[Ll]jusare": "mer optimistisk",
    r"\bvilar på": "bygger på",
    r"på ett team\b": "för ett team",
    r"[Vv]id slutet": "i slutet",
    r"kunde ge på annat håll": "vad du skulle kunna tjäna i timmen på annat håll",
    r"^(Att gå med|Att sluta \w+) (kostar|ger)": "det kostar att gå med; om du slutar blir det",
    r"[Bb]egränsa listan": "filtrera listan",
    r"^Av [^.:]+, (det|de|vad|hur många) ": "andel av … som",
    r"\bstandardvärdet\b": "förvalet",
    r"\}, varje månad": "i månaden",
    r"\blåga änden|höga änden|spanne[nt]s ändar": "det lägsta och det högsta värdet",
    r"[“„]|(?<!=)\"": "”citat”",
    r"\d%": "ett mellanrum före procenttecknet",
    r"\b[1-9]\d{0,2},\d{3}\b": "mellanrum mellan tusental",
}


@cache
def texts_in_the_code() -> dict[str, list[str]]:
    """Each text with the files it stands in; a text with a plural stands under its singular."""
    found: dict[str, list[str]] = {}
    files = [
        PROJECT_FOLDER / "frame.py",
        *(PROJECT_FOLDER / "pages").rglob("*.py"),
        *(PROJECT_FOLDER / "planner").rglob("*.py"),
    ]
    for path in files:
        if path.exists():
            for _line, text, _comments, _context in extract("python", BytesIO(path.read_bytes()), keywords=KEYWORDS):
                singular = text if isinstance(text, str) else text[0]
                found.setdefault(singular, []).append(str(path.relative_to(PROJECT_FOLDER)))
    return found


def texts_written_as_calls() -> dict[str, str]:
    """Each English text given to a translating function, with its place; `text` is what a Speech translates with."""
    found = {}
    folders = (PROJECT_FOLDER.glob(f"{folder}/**/*.py") for folder in ("pages", "planner"))
    for path in (PROJECT_FOLDER / "frame.py", *chain.from_iterable(folders)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in {*KEYWORDS, "text"} and isinstance(node.args[0].value, str):
                    found[node.args[0].value] = f"{path.name}:{node.lineno}"
    return found


@cache
def swedish_catalog(po_file: bytes | None = None) -> Catalog:
    content = po_file or (LOCALE_FOLDER / "sv" / "LC_MESSAGES" / "joinwise.po").read_bytes()
    return read_po(BytesIO(content), locale="sv", abort_invalid=True)


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None}


def has_words(text: str) -> bool:
    return any(letter.isalpha() for literal, *_field in string.Formatter().parse(text) for letter in literal)


def faults_of_translation(message: Message) -> list[str]:
    """What is wrong with one entry of the catalogue."""
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    swedish = [message.string] if isinstance(message.string, str) else list(message.string)
    faults = []
    if message.fuzzy:
        faults.append("fuzzy")
    if not all(swedish):
        return [*faults, "empty"]
    # "one month" and "{count} months" differ among themselves: a form may have what any English form has.
    allowed = [placeholders(text) for text in english]
    if any(placeholders(text) not in allowed for text in swedish):
        faults.append("other placeholders than the English")
    if has_words(english[0]) and english[0] not in SAME_IN_BOTH and any(text in english for text in swedish):
        faults.append("identical to the English")
    return faults


def faults_of_catalog(catalog: Catalog, texts: dict[str, list[str]]) -> list[str]:
    """Everything that is wrong with a catalogue for these texts, a line each."""
    faults = [f"missing: {text!r} ({', '.join(places)})" for text, places in texts.items() if catalog.get(text) is None]
    faults += [f"obsolete: {identity!r}" for identity in catalog.obsolete]
    for message in catalog:
        singular = message.id if isinstance(message.id, str) else message.id[0]
        if singular and singular not in texts:
            faults.append(f"no longer in the code: {singular!r}")
        elif singular:
            faults += [f"{fault}: {singular!r}" for fault in faults_of_translation(message)]
    return faults


def test_the_swedish_catalogue_is_whole() -> None:
    faults = faults_of_catalog(swedish_catalog(), texts_in_the_code())
    assert not faults, "\n".join([f"{len(faults)} faults; `make translations` brings in what is missing:", *faults])


def test_the_code_has_texts_to_translate() -> None:
    assert len(texts_in_the_code()) > 20


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "Money"\nmsgstr ""', "empty: 'Money'"),
        ('#, fuzzy\nmsgid "Money"\nmsgstr "Pengar"', "fuzzy: 'Money'"),
        ('msgid "Money"\nmsgstr "Money"', "identical to the English: 'Money'"),
        ('msgid "Month {n}"\nmsgstr "Månad {m}"', "other placeholders than the English: 'Month {n}'"),
        ('msgid "Month {n}"\nmsgstr "Månad"', "other placeholders than the English: 'Month {n}'"),
        ('msgid "Old"\nmsgstr "Gammal"', "no longer in the code: 'Old'"),
        ('#~ msgid "Old"\n#~ msgstr "Gammal"', "obsolete: 'Old'"),
        (
            'msgid "one hour"\nmsgid_plural "{n} hours"\nmsgstr[0] "en timme"\nmsgstr[1] ""',
            "empty: 'one hour'",
        ),
        (
            'msgid "one hour"\nmsgid_plural "{n} hours"\nmsgstr[0] "en timme"\nmsgstr[1] "{m} timmar"',
            "other placeholders than the English: 'one hour'",
        ),
    ],
)
def test_a_fault_is_found(entry: str, fault: str) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalog = swedish_catalog((header + entry).encode())
    texts = {text: ["app.py"] for text in ("Money", "Month {n}", "one hour") if f'msgid "{text}"' in entry}
    assert faults_of_catalog(catalog, texts) == [fault]


def test_a_text_not_in_the_catalogue_is_found() -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    assert faults_of_catalog(swedish_catalog(header.encode()), {"Money": ["app.py"]}) == ["missing: 'Money' (app.py)"]


def test_a_whole_catalogue_has_no_faults() -> None:
    po_file = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Month {n}"
msgstr "Månad {n}"

msgid "{place}: {n}"
msgstr "{place}: {n}"

msgid "one hour"
msgid_plural "{n} hours"
msgstr[0] "en timme"
msgstr[1] "{n} timmar"
"""
    texts = {text: ["app.py"] for text in ("Month {n}", "{place}: {n}", "one hour")}
    assert faults_of_catalog(swedish_catalog(po_file.encode()), texts) == []


def test_no_text_is_hidden_from_the_extraction() -> None:
    """Babel reads neither inside an f-string nor a call under another name, and such a text stays English unseen."""
    known = texts_in_the_code()
    assert {text: place for text, place in texts_written_as_calls().items() if text and text not in known} == {}


def test_a_companys_file_holds_every_language() -> None:
    assert list(Words.model_fields) == list(LANGUAGES)
    assert in_every_language(mark("Pay on level {level}"), level="3") == {
        "en": "Pay on level 3",
        "sv": "Ersättning på nivå 3",
    }


@cache
def swedish_of_the_files() -> list[str]:
    """Every Swedish text of the companies' files, the evidence and the tax rules."""

    def told(part: object) -> Iterator[str]:
        if isinstance(part, dict):
            yield from ([part["sv"]] if "sv" in part else chain.from_iterable(map(told, part.values())))
        elif isinstance(part, list):
            yield from chain.from_iterable(map(told, part))

    files = sorted((PROJECT_FOLDER / "sample_data").rglob("*.toml"))
    return [text for file in files for text in told(tomllib.loads(file.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("form", NOT_SAID)
def test_swedish_is_as_a_swede_says_it(form: str) -> None:
    ours = chain.from_iterable([m.string] if isinstance(m.string, str) else m.string for m in swedish_catalog() if m.id)
    found = [text for text in (*ours, *swedish_of_the_files()) if re.search(form, text)]
    assert not found, "\n".join([f"better: {NOT_SAID[form]}", *found])


def test_no_language_is_written_outside_the_catalogue() -> None:
    """Texts by language stand in its catalogue, so that another language is complete or is said not to be."""
    for file in sorted(path for folder in ("planner", "pages") for path in (PROJECT_FOLDER / folder).rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if '"sv"' in source else ():
            if isinstance(node, ast.Dict) and any(
                isinstance(key, ast.Constant) and key.value == "sv" for key in node.keys
            ):
                assert file.name in {"language.py", "specs.py", "downloads.py"}, f"{file}:{node.lineno}"
