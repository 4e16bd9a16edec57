"""What is saved comes back as it was, by its link alone, for as long as was said; two who save are told apart."""

import secrets

import pytest
from sqlalchemy import Engine

from planner.errors import Fault
from planner.inputs.changes.merge import merge
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file, with_changes
from planner.store import expiry
from planner.store.by_link import link_of
from planner.store.database import open_store
from planner.store.expiry import SECONDS_A_DAY
from planner.store.links import Link, give, links, revoke
from planner.store.refusals import NO_LINK, NO_VERSION, NOT_WITH_THIS, ONLY_LOOK, ONLY_NOTES
from planner.store.rights import Right, cleaned
from planner.store.room import most_saved
from planner.store.saved_plans import (
    Between,
    Opened,
    Version,
    Written,
    delete_plan,
    file_of,
    fix_baseline,
    keep,
    keep_for,
    open_plan,
    save,
    versions,
)
from tests.planner.store.conftest import FILE, FIRST, forget, path_of
from tests.plans import small_seller
from tests.random_cases import TIMES

CHANGED = with_changes(FILE, plan=small_seller(name="Anna", customers={"new_a_month": 2}))
NOTED = with_changes(FILE, notes=({"to": "page", "place": "start", "thread": ({"text": "Why?", "by": "Bo"},)},))
SECOND = Written(dump_plan_file(CHANGED), "Bo", ("customers.new_a_month",), {"result": -120.5, "payback": None})


def opened(store: Engine, token: str) -> Opened:
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    return found


def given(store: Engine, token: str, right: Right) -> str:
    found = give(store, token, right, "Bo")
    assert isinstance(found, str)
    return found


def listed(store: Engine, token: str) -> tuple[Link, ...]:
    found = links(store, token)
    assert not isinstance(found, Fault)
    return found


def history(store: Engine, token: str) -> tuple[Version, ...]:
    found = versions(store, token)
    assert not isinstance(found, Fault)
    return found


@pytest.mark.parametrize("file", [FIRST.file, b"", b"\x00\xff\r\n" * 1000, "å\u202e".encode()])
def test_what_is_saved_comes_back_byte_by_byte(store: Engine, file: bytes) -> None:
    token = keep(store, Written(file, ""))
    assert isinstance(token, str)
    assert opened(store, token).file == file
    assert file_of(store, token, 1) == file


def test_each_save_is_a_version_with_when_by_whom_and_what(
    store: Engine, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expiry, "now", lambda: 1_800_000_000)
    assert save(store, token, 1, SECOND) == 2
    newest, first = history(store, token)
    figures = {"result": -120.5, "payback": None}
    assert newest == Version(2, 1_800_000_000, "Bo", "change", ("customers.new_a_month",), figures, "")
    assert (first.number, first.saved_by) == (1, "Anna")
    assert opened(store, token).file == SECOND.file
    assert file_of(store, token, 1) == FIRST.file
    assert file_of(store, token, 3) == NO_VERSION


def test_the_second_of_two_who_save_is_shown_the_first(store: Engine, token: str) -> None:
    assert save(store, token, 1, SECOND) == 2
    mine = Written(dump_plan_file(NOTED), "Anna")
    found = save(store, token, 1, mine)
    assert isinstance(found, Between)
    assert (found.newest.version.saved_by, found.newest.file) == ("Bo", SECOND.file)
    assert len(history(store, token)) == 2
    assert save(store, token, 2, mine) == 3


def test_what_each_right_lets_do(store: Engine, token: str) -> None:
    look, comment = given(store, token, "look"), given(store, token, "comment")
    notes = Written(dump_plan_file(NOTED), "Bo")
    for link in (look, comment):
        assert opened(store, link).file == FIRST.file
        assert len(history(store, link)) == 1
        for refused in (
            give(store, link, "change", ""),
            links(store, link),
            revoke(store, link, ""),
            fix_baseline(store, link, 1, "First"),
            keep_for(store, link, None),
            delete_plan(store, link),
        ):
            assert refused == NOT_WITH_THIS
    assert save(store, look, 1, notes) == ONLY_LOOK
    assert save(store, comment, 1, SECOND) == ONLY_NOTES
    assert save(store, comment, 1, Written(b"{}", "Bo")) == ONLY_NOTES
    assert save(store, comment, 1, notes) == 2
    assert history(store, token)[0].right == "comment"
    assert save(store, comment, 2, FIRST) == ONLY_NOTES  # it takes none away, whoever wrote it
    assert save(store, token, 2, FIRST) == 3


def test_two_who_comment_at_once_lose_nothing(store: Engine, token: str) -> None:
    """The second puts theirs together with the first's, which their right allows, and nothing is to be chosen."""

    def noted(base: PlanFile, text: str) -> PlanFile:
        return with_changes(base, notes=(*base.notes, {"to": "page", "place": "start", "thread": ({"text": text},)}))

    first, second = given(store, token, "comment"), given(store, token, "comment")
    assert save(store, first, 1, Written(dump_plan_file(noted(FILE, "Why?")), "Bo")) == 2
    mine = noted(FILE, "And the fuel?")
    found = save(store, second, 1, Written(dump_plan_file(mine), "Ed"))
    assert isinstance(found, Between)
    theirs, _faults = read_plan_file(found.newest.file, "")
    assert theirs is not None
    merged = merge(FILE, theirs, mine)
    assert merged.file is not None
    assert save(store, second, 2, Written(dump_plan_file(merged.file), "Ed")) == 3
    assert opened(store, token).file == dump_plan_file(noted(noted(FILE, "Why?"), "And the fuel?"))


def test_a_link_is_taken_back_by_itself(store: Engine, token: str) -> None:
    look, comment = given(store, token, "look"), given(store, token, "comment")
    assert [(each.right, each.own) for each in listed(store, token) if each.own] == [("change", True)]
    [of_look] = [each for each in listed(store, token) if each.right == "look"]
    assert revoke(store, token, of_look.key) is None
    assert open_plan(store, look) == NO_LINK
    assert opened(store, comment).right == "comment"
    assert [each.right for each in listed(store, token)].count("look") == 0
    other = keep(store, FIRST)
    assert isinstance(other, str)
    [of_other] = listed(store, other)
    assert revoke(store, token, of_other.key) is None  # no link of this plan, so nothing happens to it
    assert opened(store, other).right == "change"


def test_a_baseline_has_a_name(store: Engine, token: str) -> None:
    assert fix_baseline(store, token, 1, " Our first\u202e talk\n") is None
    assert history(store, token)[0].baseline == "Our first talk"
    assert fix_baseline(store, token, 1, "") is None
    assert history(store, token)[0].baseline == ""
    assert fix_baseline(store, token, 7, "None") == NO_VERSION


def rows(store: Engine) -> int:
    with store.connect() as connection:
        return sum(
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608 (our own)
            for table in ("saved_plans", "versions", "links")
        )


def test_deleting_leaves_nothing(store: Engine, url: str, kind: str, token: str) -> None:
    secret = Written(b"a very private remark, many times over " * 500, "Nobody Else")
    assert save(store, token, 1, secret) == 2
    assert fix_baseline(store, token, 1, "Our first talk") is None
    links_to_it = (token, given(store, token, "look"), given(store, token, "comment"))
    private = (b"private remark", b"Nobody Else", b"Our first talk")
    if kind == "sqlite":
        assert all(words in path_of(url).read_bytes() for words in private)
    assert rows(store) == 1 + 2 + 3
    assert delete_plan(store, token) is None
    assert rows(store) == 0
    assert [open_plan(store, link) for link in links_to_it] == [NO_LINK] * 3
    if kind == "sqlite":  # where what is deleted is written over; a server does so in its own time
        left = b"".join(each.read_bytes() for each in path_of(url).parent.iterdir())
        assert not [words for words in private if words in left]


def test_a_plan_is_kept_as_long_as_was_said(store: Engine, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    day = 0
    monkeypatch.setattr(expiry, "now", lambda: 1_800_000_000 + day * SECONDS_A_DAY)
    month, year, ever = (keep(store, FIRST, days) for days in (30, 365, None))
    assert isinstance(month, str)
    assert isinstance(year, str)
    assert isinstance(ever, str)
    day = 29
    assert save(store, month, 1, SECOND) == 2  # 30 days from then
    day = 58
    assert opened(store, month).version.number == 2
    day = 59
    assert open_plan(store, month) == save(store, month, 2, FIRST) == NO_LINK
    assert opened(store, year).kept_until == 1_800_000_000 + 365 * SECONDS_A_DAY
    day = 364
    assert keep_for(store, year, None) is None
    keep(store, FIRST)  # whoever saves next removes what has been kept for long enough
    assert rows(store) == 3 * 3  # of the year, of ever and of this one: a plan, its version and its link
    day = 1_000
    forget()
    assert isinstance(open_store(url), Engine)  # and so does whoever starts the planner
    assert rows(store) == 2 * 3
    day = 100_000
    assert opened(store, year).kept_until is None
    assert opened(store, ever).days is None


def test_the_saved_plans_of_strangers_do_not_fill_the_disk(
    store: Engine, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = Written(secrets.token_bytes(25_000_000), "Bo")  # an empty database of PostgreSQL is some 8 MB
    monkeypatch.setenv("JOINWISE_MOST_SAVED", "45")
    assert save(store, token, 1, large) == 2
    for refused in (save(store, token, 2, large), keep(store, large)):
        assert isinstance(refused, Fault)
        assert refused.parameters == {"most": 45, "setting": "JOINWISE_MOST_SAVED"}
    assert len(history(store, token)) == 2
    assert delete_plan(store, token) is None  # and its room is there again, on a server once it has tidied up
    if store.dialect.name == "sqlite":
        assert isinstance(keep(store, large), str)
    for found in ("much", "0", "-1", "1.5", "9" * 40):
        with pytest.raises(ValueError, match="JOINWISE_MOST_SAVED is how many megabytes"):
            most_saved({"JOINWISE_MOST_SAVED": found})
    assert most_saved({}) == 2_000


@pytest.mark.random  # 10,000 of them in `make long`
def test_guessed_links_read_nothing(store: Engine, token: str) -> None:
    near = [token[:-1] + letter for letter in "ABCDEFGH" if letter != token[-1]]
    odd = ["", token[:-1], token + "A", token.swapcase(), "%", "' OR 1=1 --", token.encode().hex(), "\x00" * 43]
    guesses = [secrets.token_urlsafe(32) for _ in range(400 * TIMES)] + near + odd
    with store.connect() as connection:
        assert {link_of(connection, guess) for guess in guesses} == {None}
    assert all(open_plan(store, guess) == NO_LINK for guess in near + odd)
    assert all(versions(store, guess) == file_of(store, guess, 1) == NO_LINK for guess in near + odd)


def test_a_link_is_read_as_messengers_leave_it(store: Engine, token: str) -> None:
    for pasted in (f" {token[:20]}\n{token[20:]}", f"{token}?utm_source=x", f"{token}&fbclid=1", f"{token}."):
        assert cleaned(pasted) == token
        assert opened(store, pasted).file == FIRST.file


def test_long_names_and_markup_are_kept_short_and_as_they_are(store: Engine, token: str) -> None:
    assert save(store, token, 1, Written(b"", "<b>=1+1</b>\u202e\ud800\x00" + "x" * 10_000)) == 2
    name = history(store, token)[0].saved_by
    assert name == ("<b>=1+1</b>" + "x" * 80)[:80]
