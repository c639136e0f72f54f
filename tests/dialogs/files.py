"""Files that people of the stories send: name and contents, made when they are sent."""

from __future__ import annotations

from collections.abc import Callable

from tests.spreadsheets import csv_of, xlsx

FILES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "schools": lambda: (
        "Школы района.xlsx",
        xlsx(
            ["Полное название", "Краткое название", "Статус", "Телефон"],
            ["МБОУ «Школа на Иртыше»", "Школа на Иртыше", "", "1-00-01"],
            ["МБОУ «Аксёновская гимназия»", "Аксёновская СОШ", "", "1-00-02"],
        ),
    ),
    "the same schools": lambda: (
        "schools.csv",
        csv_of(
            ["Полное название", "Краткое название"],
            ["МБОУ «Аксёновская СОШ»", "Аксёновская СОШ"],
        ),
    ),
    "broken schools": lambda: (
        "<b>школы</b> & " + "очень " * 15 + "длинное название.csv",
        csv_of(
            ["Полное название", "Краткое название", "Статус", "<b>&"],
            *(["МБОУ «Школа»" * 30, f"Школа {n}", "Отличная", "&"] for n in range(40)),
        ),
    ),
    "coordinators": lambda: (
        "Координаторы.xlsx",
        xlsx(
            ["Школа", "ФИО", "Роль"],
            ["Аксёновская СОШ", "Петрова Анна Сергеевна", ""],
            ["Аксёновская СОШ", "Сидоров Борис Ильич", "Директор"],
        ),
    ),
    "broken coordinators": lambda: (
        "coordinators.csv",
        csv_of(
            ["Школа", "ФИО", "Роль"],
            *(["Хогвартс <b>&", f"Петрова Анна {'и' * n}", "король"] for n in range(1, 60)),
            ["Аксёнавская СОШ", "", ""],
        ),
    ),
    "people": lambda: (
        "01.09.2026.csv",
        csv_of(
            ["ФИО", "Школа"],
            ["Ильина Вера Олеговна", ""],
            ["Ильина Вера Алеговна", ""],
            ["Синицын <b>Пётр</b>", "Хогвартс &"],
            ["", "Хогвартс &"],
        ),
    ),
    "unknown people": lambda: (
        "<b>люди</b>.csv",
        csv_of(["ФИО"], *(["Синицын <b>Пётр</b>"] for _ in range(60))),
    ),
    "no table": lambda: ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "no columns": lambda: ("table.csv", csv_of(["Имя", "Телефон"], ["Анна", "1-00-01"])),
}
