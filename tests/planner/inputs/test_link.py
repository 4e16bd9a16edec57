"""A link is the plan: what went in comes out, an old one stays what it was, and a bad one is refused in words."""

import base64
import json
import random
import zlib
from pathlib import Path
from typing import Any

import pytest

from planner.inputs import faults as said
from planner.inputs import link
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.company.catalog import load_catalog
from planner.inputs.link import DEFAULTS, LONGEST, USUAL_LENGTH, link_text, read_link
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import VERSION, PlanFile, dump_plan_file, plan_file_record, read_plan_file

LINKS = Path(__file__).parents[2] / "links"
PITCH = SAMPLE_DATA / "plans" / "the-pitch.json"


def file_of(**groups: Any) -> PlanFile:
    data = default_plan("SEK").model_dump()
    for name, stated in groups.items():
        data[name] = {**data[name], **stated} if isinstance(stated, dict) else stated
    return PlanFile(company="amway-eu", compared=("scentsy-us",), plan=Plan.model_validate(data))


def packed(data: bytes, version: int = VERSION) -> str:
    pressed = zlib.compressobj(9, zdict=link.words(version))
    return f"{version}.{base64.urlsafe_b64encode(pressed.compress(data) + pressed.flush()).rstrip(b'=').decode()}"


FILES = {
    "nothing entered": PlanFile(plan=Plan()),
    "another currency, a list and a name": file_of(
        name="Anna & Åke: 50 % <b>", running_costs=[{"name": "Träffar", "amount": 120}], exchange_rates={"EUR": 11.4}
    ),
    "no running costs": file_of(running_costs=[]),
    "a sample": read_plan_file(PITCH.read_bytes(), PITCH.name)[0],
}


@pytest.mark.parametrize("what", FILES)
def test_the_same_comes_out_as_went_in(what: str) -> None:
    file = FILES[what]
    assert file is not None
    text = link_text(file)
    found, faults = read_link(text)
    assert faults == ()
    assert found is not None
    assert dump_plan_file(found) == dump_plan_file(file)
    assert len(text) < USUAL_LENGTH / 3


def test_a_company_of_ones_own_travels_too() -> None:
    company = own_copy(load_catalog().companies["amway-eu"], ())
    file = PlanFile(company=company.id, plan=Plan(), own_companies=(company,))
    assert read_link(link_text(file)) == (file, ())


def of_those_kept(now: Any, kept: Any) -> Any:
    """The same record without fields that came later."""
    if isinstance(kept, list) and isinstance(now, list) and len(now) == len(kept):
        return [of_those_kept(*pair) for pair in zip(now, kept, strict=True)]
    if not isinstance(kept, dict):
        return now
    return {name: of_those_kept(now[name], value) for name, value in kept.items()}


@pytest.mark.parametrize("path", sorted(LINKS.glob("*.txt")), ids=lambda path: path.stem)
def test_an_old_link_gives_the_inputs_that_it_had(path: Path) -> None:
    """Whatever the defaults are by now. Such a pair is added with every version, and no pair ever changes."""
    found, faults = read_link(path.read_text("utf-8"))
    assert faults == ()
    assert found is not None
    kept = json.loads(path.with_suffix(".json").read_text("utf-8"))
    kept["version"] = VERSION
    assert of_those_kept(plan_file_record(found), kept) == kept


def test_of_every_version_there_is_a_link_and_what_its_defaults_were() -> None:
    versions = {int(path.stem) for path in DEFAULTS.glob("*.json")}
    assert VERSION in versions
    assert {int(path.stem.partition("-")[0]) for path in LINKS.glob("*.txt")} == versions


def test_the_defaults_of_this_version_are_those_of_this_program() -> None:
    """Where this fails, a default changed: then plans have another version too, with defaults of its own."""
    assert link.defaults(VERSION) == plan_file_record(PlanFile(plan=Plan()))


def test_what_messengers_do_to_a_link_does_no_harm() -> None:
    file = FILES["a sample"]
    assert file is not None
    text = link_text(file)
    for changed in (f"{text[:30]}\r\n {text[30:]}", f"  {text}\n", f"{text}.", f"{text})", f"{text}&utm_source=chat"):
        assert read_link(changed) == (file, ())


def test_what_is_cut_off_or_changed_is_refused() -> None:
    whole = FILES["another currency, a list and a name"]
    assert whole is not None
    text = link_text(whole)
    generator = random.Random(1)  # noqa: S311
    for length in generator.sample(range(3, len(text) - 1), 40):
        assert read_link(text[:length])[0] is None
    for place in generator.sample(range(2, len(text) - 2), 40):
        other = "A" if text[place] != "A" else "B"
        file, faults = read_link(text[:place] + other + text[place + 1 :])
        assert (file is None) is bool(faults)
        assert file in (None, whole)  # a few bits between the plan and its checksum mean nothing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", link.NO_LINK),
        ("hello", link.NO_LINK),
        ("7.", link.NO_LINK),
        ("0.ePlW", link.NO_LINK),
        (f"{VERSION + 1}.ePlW", link.NEWER),
        (f"{VERSION}.ePlW", link.DAMAGED),
        (f"{VERSION}.e", link.DAMAGED),
        (f"{VERSION}." + "A" * (LONGEST + 1), link.TOO_LARGE),
        (packed(b" " * 3_000_000), link.TOO_LARGE),
        (packed(b"[1]"), link.NO_LINK),
        (packed(b"[" * 100_000), link.NO_LINK),
        (packed(b'{"plan": ' + b"[" * 900 + b"]" * 900 + b"}"), said.too_deep("").message),
        (packed(b"\xff\xfe"), link.NO_LINK),
    ],
)
def test_what_is_no_link_is_refused_with_one_sentence(text: str, message: str) -> None:
    file, faults = read_link(text)
    assert file is None
    assert [fault.message for fault in faults] == [message]


def test_what_no_plan_can_be_is_refused_as_in_a_file() -> None:
    file, faults = read_link(packed(json.dumps({"plan": {"customers": {"attrition": 7}}, "more": 1}).encode()))
    assert file is None
    assert {fault.path for fault in faults} == {"plan.customers.attrition", "more"}


def test_guessed_links_read_nothing() -> None:
    generator = random.Random(3)  # noqa: S311
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for _guess in range(2_000):
        guess = "".join(generator.choices(letters, k=generator.randrange(1, 60)))
        assert read_link(f"{VERSION}.{guess}")[0] is None
