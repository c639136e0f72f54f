"""What people say about an event they came to: one rating, and some words if they like."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Acting, Guarded, own, reads
from services.errors import Refusal
from services.events.arrivals import attended, ended
from services.events.places import signed_up
from services.events.reading import row_of
from services.events.views import Event, event_of
from services.fields import free_text
from services.permissions import MANAGE_EVENTS
from storage.repositories.attendance import PlaceRow
from storage.uow import Store

RATINGS = (1, 2, 3, 4, 5)
COMMENT_LIMIT = 1000
PAGE = 3  # comments that a screen holds


@dataclass(frozen=True, slots=True)
class Opinion:
    """What I said about an event so far."""

    event: Event
    rating: int | None
    comment: str


@dataclass(frozen=True, slots=True)
class Comment:
    """Some words without a name; `rating` is 0 where none was given."""

    rating: int
    text: str


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """What people said. `ratings`: how many gave each; `number` counts pages of comments from 0."""

    event: Event
    came: int
    ratings: dict[int, int]
    comments: tuple[Comment, ...]
    number: int
    pages: int
    total: int

    @property
    def count(self) -> int:
        """How many rated it."""
        return sum(self.ratings.values())

    @property
    def average(self) -> float | None:
        """The mean rating."""
        if not self.ratings:
            return None
        return sum(rating * count for rating, count in self.ratings.items()) / self.count


class Feedback(Guarded):
    """Use cases around ratings and comments."""

    @own(writes=True)
    async def rate(self, person_id: int, event_id: int, rating: int) -> Opinion:
        """Rate an event that I came to, in place of an earlier rating."""
        if rating not in RATINGS:
            raise Refusal("choice-gone")
        async with self.access.uow.writing() as store:
            place = await self._mine(store, event_id, person_id)
            await store.event_feedback.rate(place.id, rating, self.access.clock.now())
            return await self._opinion(store, event_id, person_id)

    @own(writes=True)
    async def comment(self, person_id: int, event_id: int, typed: str) -> Opinion:
        """Say something about it in place of what I said before; nobody sees who said it."""
        text = free_text(typed, COMMENT_LIMIT)
        async with self.access.uow.writing() as store:
            place = await self._mine(store, event_id, person_id)
            await store.event_feedback.comment(place.id, text, self.access.clock.now())
            return await self._opinion(store, event_id, person_id)

    @own(writes=False)
    async def opinion(self, person_id: int, event_id: int) -> Opinion:
        """What I said about an event that I came to."""
        async with self.access.uow.reading() as store:
            await self._mine(store, event_id, person_id)
            return await self._opinion(store, event_id, person_id)

    @reads(MANAGE_EVENTS)
    async def feedback(
        self, store: Store, acting: Acting, event_id: int, page: int = 0
    ) -> FeedbackPage:
        """Ratings and a page of comments, without names."""
        event = await row_of(store, event_id)
        total = await store.event_feedback.count_comments(event_id)
        pages = max(1, -(-total // PAGE))
        number = page % pages
        comments = await store.event_feedback.comments(event_id, number * PAGE, PAGE)
        return FeedbackPage(
            event=event_of(event),
            came=(await store.participants.turnout(event_id)).came,
            ratings=await store.event_feedback.ratings(event_id),
            comments=tuple(Comment(rating, text) for rating, text in comments),
            number=number,
            pages=pages,
            total=total,
        )

    async def _mine(self, store: Store, event_id: int, person_id: int) -> PlaceRow:
        await signed_up(store, person_id, self.access.consent_version)
        event = await row_of(store, event_id)
        place = await attended(store, event_id, person_id)
        if not ended(event, self.access.clock.now()):
            raise Refusal("rating-early")
        return place

    async def _opinion(self, store: Store, event_id: int, person_id: int) -> Opinion:
        event = await row_of(store, event_id)
        place = await attended(store, event_id, person_id)
        return Opinion(event_of(event), place.rating, place.comment or "")
