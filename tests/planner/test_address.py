"""The address under which others open the planner."""

import pytest

from planner.address import STATED_AS, stated


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", None),
        ("  ", None),
        ("https://plans.example.org", "https://plans.example.org"),
        (" https://Plans.Example.org:443/ ", "https://plans.example.org"),
        ("http://192.168.1.20:8501", "http://192.168.1.20:8501"),
        ("http://[fd00::1]:8501", "http://[fd00::1]:8501"),
    ],
)
def test_it_is_as_browsers_write_it(text: str, address: str | None) -> None:
    assert stated({STATED_AS: text}) == address
    assert stated({}) is None


@pytest.mark.parametrize(
    "text",
    ["plans.example.org", "ftp://a.b", "https://", "https://a.b/x", "https://a.b?x", "https://u@a.b", "http://a:9x"],
)
def test_what_is_none_is_refused_with_what_is_wanted(text: str) -> None:
    with pytest.raises(ValueError, match=r"such as https://plans\.example\.org .* with nothing after it"):
        stated({STATED_AS: text})
