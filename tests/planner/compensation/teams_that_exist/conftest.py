"""Every test here that is tried for each of many seeds is a random one, which `make long` tries more of."""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before they are chosen by their marks."""
    for item in items:
        if "teams_that_exist" in item.nodeid and "[" in item.nodeid and "seed" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.random)
