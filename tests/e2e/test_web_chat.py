"""The bot in the web chat, as somebody without a phone uses it: real process, real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browsing import DESK, PHONE, Chat, Window, window
from tests.e2e.running import Town
from tests.e2e.stories import answers, signs_up, takes_the_assessment, wishes_nothing


async def signs_up_on_the_page(chat: Chat) -> None:
    """From Start to the menu, with clicks and typing."""
    await chat.presses("Начать")
    await chat.presses("Русский")
    await chat.presses("Согласен / согласна")
    await chat.sees("Как вас зовут?")
    await chat.says("Ветрова Ольга Николаевна")
    await chat.presses("Аксёновская СОШ")
    await chat.presses("Педагог")
    await chat.presses("Математика")
    await chat.presses("Готово ›")
    await chat.sees("Сколько лет вы работаете")
    await chat.says("12")
    await chat.sees("в нынешней должности")
    await chat.says("2")
    await chat.presses("Первая")
    await chat.presses("Всё верно")
    await chat.sees("Начните с самооценки")


async def test_a_teacher_on_a_phone_signs_up_answers_goes_back_reloads_and_loses_nothing(
    town: Town, browser: Browser
) -> None:
    async with window(browser, town.box.url, PHONE, has_touch=True, is_mobile=True) as shown:
        chat = await shown.adds("Ольга", "Телефонова")
        await signs_up_on_the_page(chat)
        await shown.keeps("menu-phone")
        await chat.presses("Пройти самооценку")
        await chat.presses("Начать")
        for number in (1, 2, 3):
            await chat.sees(f"Пункт {number} из 42")
            await chat.presses("2 · Применяю")
        await chat.sees("Пункт 4 из 42")
        await shown.fits()
        await shown.keeps("item-phone")
        await chat.presses("‹")
        await chat.sees("Пункт 3 из 42")
        await shown.page.reload()
        await chat.sees("Пункт 3 из 42")
        await expect(chat.messages.filter(has_text="Ветрова Ольга Николаевна")).to_have_count(1)

        # The rest is answered elsewhere at the same time; the page follows by itself.
        elsewhere = town.box.known(int(await chat.section.get_attribute("data-person") or 0))
        await answers(elsewhere, *["2 · Применяю"] * 40)
        await wishes_nothing(elsewhere)
        await chat.presses("Закончить и увидеть результат")
        picture = chat.section.get_by_role("img").last
        await expect(picture).to_be_visible()
        await expect(picture).to_have_js_property("complete", True)
        assert await picture.evaluate("image => image.naturalWidth") > 300
        await shown.keeps("result-phone")
        await shown.page.reload()
        await expect(chat.section.get_by_role("img").last).to_be_visible()
        await chat.says("/menu")
        await chat.presses("Результаты: 1")


async def test_a_document_of_the_result_is_downloaded(
    town: Town, browser: Browser, tmp_path: Path
) -> None:
    anna = town.person("Анна", "Скачкова")
    await signs_up(anna)
    await takes_the_assessment(anna)
    async with window(browser, town.box.url, DESK) as shown:
        chat = await opened(shown, "Анна Скачкова")
        await chat.presses("Документ")
        link = chat.section.get_by_role("link", name="docx").last
        async with shown.page.expect_download() as coming:
            await link.click()
        download = await coming.value
        assert download.suggested_filename.endswith(".docx")
        await download.save_as(tmp_path / "result.docx")
        assert (tmp_path / "result.docx").read_bytes().startswith(b"PK")


async def test_with_the_keyboard_only(town: Town, browser: Browser) -> None:
    async with window(browser, town.box.url, DESK) as shown:
        await tabs_to(shown, "Добавить человека")
        await shown.page.keyboard.press("Enter")
        await shown.page.keyboard.type("Клавдия")
        await shown.page.keyboard.press("Enter")
        chat = shown.chat("Клавдия")
        await expect(chat.section).to_be_visible()
        for label in ("Начать", "Русский", "Согласен / согласна"):
            await expect(chat.button(label)).to_be_visible()
            await tabs_to(shown, label, "Клавдия")
            await shown.page.keyboard.press("Enter")
        await chat.sees("Как вас зовут?")
        await tabs_to(shown, "Сообщение", "Клавдия")
        await shown.page.keyboard.type("Ёлкина Клавдия Ивановна")
        await shown.page.keyboard.press("Enter")
        await chat.sees("Где вы работаете?")
        await tabs_to(shown, "Сообщение", "Клавдия")
        await shown.page.keyboard.type("/he")
        await shown.page.keyboard.press("ArrowDown")
        await shown.page.keyboard.press("Enter")
        await chat.sees("/help")


async def opened(shown: Window, name: str) -> Chat:
    """A person's chat, opened from the bar of people."""
    chat = shown.chat(name)
    if not await chat.section.is_visible():
        await shown.page.get_by_role("button", name=name).first.click()
    return chat


async def tabs_to(shown: Window, label: str, chat: str = "") -> None:
    """Press Tab until something with this name, in this chat if one is named, has the focus."""
    for _ in range(400):
        where, name = await shown.page.evaluate(
            """() => {
              const node = document.activeElement;
              const here = node.closest("section")?.getAttribute("aria-label") ?? "";
              const isControl = node.matches("a, button, input, textarea, select");
              return [here, isControl ? node.getAttribute("aria-label") || node.textContent : ""];
            }"""
        )
        if label in name and chat in where:
            return
        await shown.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to «{label}»")
