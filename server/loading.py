"""What is loaded before the server answers anybody."""

import pkgutil
from importlib import import_module
from pathlib import Path

from pages.shared.session.warm import warm_up

PAGES = Path(__file__).parents[1] / "pages"


def load_all() -> None:
    """Every module that some page needs. Loaded before anybody calls, since of two first callers at once each would
    find libraries that import each other half loaded, and have a page that fails.
    """
    for folder in ("shared", "parts"):
        for module in pkgutil.walk_packages([str(PAGES / folder)], f"pages.{folder}."):
            import_module(module.name)
    warm_up()
