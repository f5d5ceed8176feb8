"""A real browser, in which tests open pages: Chromium, as the system has it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
"""Where the browser is; `.ci/run` says in its last line where a machine has none."""

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="this machine has no Chromium")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser with no profile, and so without anything that an earlier one kept."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as library:
        browser = library.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Any, path: Path, **settings: Any) -> Iterator[Any]:
    """A page of a file. It may log nothing, throw nothing, and ask for nothing but the file."""
    context = browser.new_context(**settings)
    page = context.new_page()
    seen = watched(page)
    page.goto(path.as_uri())
    yield page
    assert seen == [path.as_uri()]
    context.close()


def watched(page: Any) -> list[str]:
    """What a page asks for, writes in its console, throws or alerts, as it happens."""
    seen: list[str] = []
    page.on("request", lambda one: seen.append(one.url))
    page.on("console", lambda one: seen.append(f"console: {one.text}"))
    page.on("pageerror", lambda one: seen.append(f"error: {one}"))
    return seen
