"""Categories of broadcasts, and which of them a person wants."""

from __future__ import annotations

from dataclasses import dataclass

from content import Profile, Text
from services.access import Access, own
from services.errors import Refusal
from services.municipality import Municipality
from services.permissions import Role
from storage.uow import Store

EVENTS, LAW, SERVICE, NEWS = "events", "law", "service", "news"
GENERAL_NEWS = f"{NEWS}.general"
# Who wants changes of law unasked.
LAW_POSITIONS, LAW_ROLES = ("head", "deputy"), (Role.HEAD,)


def optional(category: str) -> bool:
    """Whether people may do without it; a draft has no category at first."""
    return category not in ("", SERVICE)


@dataclass(frozen=True, slots=True)
class Category:
    """What people subscribe to. `kind`: `events`, `law`, `news` or `service`.

    `title` is of the profile's rubric, empty where the program has words of its own.
    """

    key: str
    kind: str
    title: Text | None = None

    @property
    def optional(self) -> bool:
        """Whether people may do without it."""
        return optional(self.key)


def categories(profile: Profile) -> tuple[Category, ...]:
    """All categories here, in the order in which they are shown."""
    rubrics = {rubric.key: rubric.title for rubric in profile.news_rubrics}
    law = Category(LAW, LAW, rubrics.pop(LAW, None))  # a rubric of the profile is the same thing
    news = [Category(f"{NEWS}.{key}", NEWS, title) for key, title in rubrics.items()]
    general = [] if news else [Category(GENERAL_NEWS, NEWS)]
    return (Category(EVENTS, EVENTS), law, *news, *general, Category(SERVICE, SERVICE))


def category_of(profile: Profile, key: str) -> Category:
    """A category by key; refuses one that is not, or no longer, in the profile."""
    for category in categories(profile):
        if category.key == key:
            return category
    raise Refusal("category-gone")


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A category, and whether the person gets it."""

    category: Category
    wanted: bool


class Subscriptions:
    """Use cases around one's own subscriptions."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        self._access = access
        self._municipality = municipality

    @own(writes=False)
    async def mine(self, person_id: int) -> tuple[Subscribed, ...]:
        """All categories, and which of them the person wants."""
        async with self._access.uow.reading() as store:
            person = (await self._access.known(store, person_id)).person
            said = await store.subscriptions.of_person(person_id)
            leads = person.position in LAW_POSITIONS or await self._leads(store, person_id)
        return tuple(
            Subscribed(one, said.get(one.key, one.kind != LAW or leads) or not one.optional)
            for one in categories(self._municipality.profile)
        )

    @own(writes=True)
    async def mark(self, person_id: int, category: str, chosen: bool) -> Category:
        """Want a category, or do without it; saying it again changes nothing.

        Also where the consent document has changed since: a refusal is always respected.
        """
        found = category_of(self._municipality.profile, category)
        if not found.optional:
            raise Refusal("category-fixed")
        async with self._access.uow.writing() as store:
            acting = await self._access.known(store, person_id)
            await store.subscriptions.put(person_id, category, acting.now, wanted=chosen)
        return found

    async def _leads(self, store: Store, person_id: int) -> bool:
        held = await store.roles.held(person_id)
        return any(grant.role in LAW_ROLES for grant in held)
