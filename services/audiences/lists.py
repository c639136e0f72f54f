"""A list of names: which people they mean."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from content import SheetLayout
from services.errors import Refusal
from services.fields import plain, skeleton
from services.name_search import name_words
from services.school_names import search_form
from services.sheets import Sheet, SheetRow
from storage.repositories.audiences import MemberRow
from storage.repositories.schools import SchoolRow

_BETWEEN = re.compile(r"[\n,;]+")
_SHOWN = 40  # characters of a name that a reason quotes
_GUESS, _COMPARED = 80.0, 2000
_GUESSES = 50  # rows that get a guess: a screen shows no more


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A row that means nobody for sure, as it came, and why."""

    number: int
    name: str
    problem: Refusal


@dataclass(frozen=True, slots=True)
class ListPlan:
    """Whom a list means. `digest` changes when anything about it changes."""

    members: tuple[int, ...]
    problems: tuple[ListProblem, ...]
    digest: str

    @property
    def rows(self) -> int:
        """How many rows it has; somebody named twice is one."""
        return len(self.members) + len(self.problems)


def typed_list(text: str, layout: SheetLayout) -> Sheet:
    """Names of a message, each in a line of its own or parted by commas, as a spreadsheet."""
    names = [plain(name) for name in _BETWEEN.split(text)]
    blank = {column.key: "" for column in layout.columns}
    rows = [
        SheetRow(number, {**blank, "name": name})
        for number, name in enumerate(filter(None, names), start=1)
    ]
    if not rows:
        raise Refusal("row-name-missing")
    return Sheet(layout, ("name",), (), tuple(rows))


def plan_list(sheet: Sheet, people: Iterable[MemberRow], schools: Iterable[SchoolRow]) -> ListPlan:
    """Look for everybody. Takes a moment for thousands of rows: call it in a thread."""
    finder = _Finder(people, schools)
    found: dict[int, None] = {}
    problems: list[ListProblem] = []
    for row in sheet.rows:
        try:
            found[finder.find(row)] = None
        except Refusal as refusal:
            problems.append(ListProblem(row.number, row.values["name"], refusal))
    told = [(one.number, one.problem.reason) for one in problems]
    digest = hashlib.sha256(repr((sorted(found), told)).encode()).hexdigest()[:16]
    return ListPlan(tuple(found), tuple(problems), digest)


class _Finder:
    def __init__(self, people: Iterable[MemberRow], schools: Iterable[SchoolRow]) -> None:
        self._people = list(people)
        self._guessed = 0
        self._words = [name_words(one.full_name) for one in self._people]
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._with_word: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            self._whole[" ".join(sorted(words))].append(place)
            for word in set(words):
                self._with_word[word].append(place)
        self._schools: dict[str, set[int]] = defaultdict(set)
        self._titles: dict[int, str] = {}
        for school in schools:
            self._titles[school.id] = school.short_name
            for name in filter(None, (school.short_name, school.name, school.english_name)):
                self._schools[skeleton(name)].add(school.id)
                self._schools[_form(name)].add(school.id)

    def find(self, row: SheetRow) -> int:
        """The only person whom a row can mean; refuses with what would help."""
        if row.problems:
            raise row.problems[0]
        typed, words = row.values["name"], name_words(row.values["name"])
        shown = typed[:_SHOWN]
        if not typed:
            raise Refusal("row-name-missing")
        if len(words) < 2:
            raise Refusal("list-name-short", text=shown)
        places = self._whole.get(" ".join(sorted(words))) or self._alike(words)
        if not places:
            if guess := self._guess(words):
                raise Refusal("list-name-guess", text=shown, word=guess[:_SHOWN])
            raise Refusal("list-name-unknown", text=shown)
        return self._people[self._one(places, row.values, shown)].id

    def _one(self, places: Sequence[int], values: Mapping[str, str], shown: str) -> int:
        """The one of them who is at the school that the row names, if it names one."""
        school = self._school(values["school"])
        if school:
            there = [place for place in places if self._people[place].school_id in school]
            if not there and len(places) == 1:
                title = self._titles.get(self._people[places[0]].school_id or 0, "")
                raise Refusal("list-name-elsewhere", text=shown, school=title[:_SHOWN])
            places = there or places
        if len(places) > 1:
            raise Refusal("list-name-ambiguous", text=shown, count=len(places))
        return places[0]

    def _school(self, typed: str) -> set[int]:
        return self._schools.get(skeleton(typed)) or self._schools.get(_form(typed)) or set()

    def _alike(self, words: list[str]) -> list[int]:
        """People whose name has all these words; initials stand for words that begin so."""
        whole = [word for word in words if len(word) > 1]
        if not whole or any(word not in self._with_word for word in whole):
            return []
        nearest = min((self._with_word[word] for word in whole), key=len)
        return [place for place in nearest if _covers(self._words[place], words)]

    def _guess(self, words: list[str]) -> str:
        """The name of somebody who shares a word and is spelt much the same."""
        self._guessed += 1
        if self._guessed > _GUESSES:
            return ""
        known = [self._with_word[word] for word in words if word in self._with_word]
        places = [place for some in sorted(known, key=len) for place in some][:_COMPARED]
        forms = {place: " ".join(sorted(self._words[place])) for place in places}
        typed = " ".join(sorted(words))
        best = process.extractOne(typed, forms, scorer=fuzz.ratio, score_cutoff=_GUESS)
        return self._people[best[2]].full_name if best else ""


def _covers(known: list[str], asked: list[str]) -> bool:
    left = list(known)
    for word in sorted(asked, key=len, reverse=True):
        fitting = [one for one in left if one == word or (len(word) == 1 and one[0] == word)]
        if not fitting:
            return False
        left.remove(fitting[0])
    return True


def _form(name: str) -> str:
    return " ".join(sorted(search_form(name).split()))
