"""The web chat in a real browser: Chromium of the system, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

ARTIFACTS = Path(__file__).parent / "artifacts"
PHONE, DESK = (390, 844), (1440, 900)
PATIENCE = 15_000  # milliseconds
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A running browser. Without one tests are skipped, unless REQUIRE_BROWSER is set."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        told = "no Chromium on this machine; Debian and Ubuntu: apt-get install chromium"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip)(told)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as driver:
        running = await driver.chromium.launch(executable_path=found, args=list(_QUIET))
        yield running
        await running.close()


class Window:
    """One browser window on the web chat. Whatever the page complains of fails the test."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def chat(self, name: str) -> Chat:
        """The chat of a person, by the shown name."""
        return Chat(self.page.get_by_role("region", name=name, exact=True))

    async def adds(self, first_name: str, last_name: str = "") -> Chat:
        """Add a person with the page's own form."""
        await self.page.get_by_role("button", name="Добавить человека").click()
        form = self.page.get_by_role("dialog")
        await form.get_by_label("Имя").fill(first_name)
        await form.get_by_label("Фамилия").fill(last_name)
        await form.get_by_role("button", name="Добавить").click()
        return self.chat(f"{first_name} {last_name}".strip())

    async def keeps(self, name: str) -> None:
        """Save a picture of the window among the artifacts."""
        ARTIFACTS.mkdir(exist_ok=True)
        await self.page.screenshot(path=ARTIFACTS / f"{name}.png")

    async def fits(self) -> None:
        """Nothing hangs over the side of the window."""
        wide = await self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"the page is {wide} px too wide"


class Chat:
    """One person's chat as it stands on the page."""

    def __init__(self, section: Locator) -> None:
        self.section = section
        self.field = section.get_by_role("textbox", name="Сообщение")
        self.messages = section.locator("[data-message]")

    def button(self, label: str) -> Locator:
        """The newest button with these words."""
        return self.section.get_by_role("button", name=label).last

    async def presses(self, label: str) -> None:
        """Click a button."""
        await self.button(label).click()

    async def says(self, text: str) -> None:
        """Type and send."""
        await self.field.fill(text)
        await self.field.press("Enter")

    async def sees(self, text: str) -> None:
        """Wait until some message shows the text, and until it is in view."""
        await expect(self.messages.filter(has_text=text).last).to_be_in_viewport()


@asynccontextmanager
async def window(
    browser: Browser, url: str, size: tuple[int, int] = DESK, **context: Any
) -> AsyncIterator[Window]:
    """Open the web chat; in Russian, on a screen of this size."""
    width, height = size
    viewport: Any = {"width": width, "height": height}
    opened = await browser.new_context(viewport=viewport, locale="ru-RU", **context)
    opened.set_default_timeout(PATIENCE)
    page = await opened.new_page()
    shown = Window(page)
    await page.goto(url)
    try:
        yield shown
    except BaseException:
        await shown.keeps("failed")
        raise
    finally:
        await opened.close()
    assert shown.complaints == []
