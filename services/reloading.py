"""Which content is in force, and taking over changed files while the bot runs."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from content import (
    Catalogue,
    Consent,
    ContentError,
    IndicatorSet,
    Problem,
    Profile,
    Questionnaire,
    load_catalogue,
    load_consent,
    load_profile,
    load_questionnaire,
)
from services.access import Access, Acting, Guarded, reads, takes_long
from services.audit import Kind, note
from services.errors import Refusal
from services.installation import Installation
from services.municipality import Municipality
from services.permissions import ADMINISTER
from services.questionnaires import Questionnaires
from services.schools import Schools
from storage.uow import Store

_DIGEST = 8


@dataclass(frozen=True, slots=True)
class Files:
    """Content as the files say now."""

    profile: Profile
    questionnaire: Questionnaire
    catalogue: Catalogue
    consent: Consent

    @property
    def fingerprint(self) -> str:
        """Changes with what would be taken over."""
        return f"{digest_of(self.profile)}-{self.questionnaire.digest()[:_DIGEST]}"


@dataclass(frozen=True, slots=True)
class Live:
    """Content in force. Digests are the first characters of the SHA-256."""

    profile: Profile
    profile_digest: str
    questionnaire: Questionnaire
    questionnaire_digest: str
    published_at: datetime | None
    consent_version: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What reading the files again would bring; with `problems` it brings nothing.

    `sections` are keys of the profile. `measures`: campaigns that open from then on ask or reckon
    otherwise; open ones keep their set. `restart`: key or time zone of the profile changed, which
    the running bot cannot take over. `later`: subjects or the consent changed too, and wait for
    the next start.
    """

    fingerprint: str = ""
    problems: tuple[Problem, ...] = ()
    schools_added: int = 0
    schools_changed: int = 0
    sections: tuple[str, ...] = ()
    measures: bool = False
    version: str | None = None
    same_version: bool = False
    restart: bool = False
    later: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self.sections or self.version)


class Reloading(Guarded):
    """Use cases around content in force."""

    def __init__(
        self,
        access: Access,
        installation: Installation,
        municipality: Municipality,
        questionnaires: Questionnaires,
        schools: Schools,
        fixed: tuple[Catalogue, Consent],
    ) -> None:
        super().__init__(access)
        self._installation = installation
        self._municipality = municipality
        self._questionnaires = questionnaires
        self._schools = schools
        self._fixed = fixed  # only a restart changes these

    @reads(ADMINISTER)
    async def live(self, store: Store, acting: Acting) -> Live:
        """Which content is in force."""
        version_id, questionnaire = self._questionnaires.live
        profile = self._municipality.profile
        return Live(
            profile=profile,
            profile_digest=digest_of(profile),
            questionnaire=questionnaire,
            questionnaire_digest=questionnaire.digest()[:_DIGEST],
            published_at=await store.questionnaires.published_at(version_id),
            consent_version=self.access.consent_version,
        )

    @reads(ADMINISTER)
    async def look(self, store: Store, acting: Acting) -> Outlook:
        """Read and check the files; nothing is taken over."""
        try:
            return self._compare(await self._read())
        except ContentError as error:
            return Outlook(problems=error.problems)

    @takes_long(ADMINISTER)
    async def take_over(self, acting: Acting, fingerprint: str) -> Outlook:
        """Take over the files that were looked at. What is in force already changes nothing.

        Refused where files are broken, changed since the look, or need a restart.
        """
        try:
            files = await self._read()
        except ContentError as error:
            raise Refusal("content-broken", count=len(error.problems)) from error
        outlook = self._compare(files)
        if outlook.restart:
            raise Refusal("content-restart")
        if outlook.fingerprint != fingerprint:
            raise Refusal("content-changed")
        if outlook.changes:
            await self._put_in_force(acting, files, outlook)
        return outlook

    async def _put_in_force(self, acting: Acting, files: Files, outlook: Outlook) -> None:
        await self._questionnaires.publish(files.questionnaire)
        await self._schools.import_profile(files.profile)
        self._municipality.profile = files.profile
        async with self.access.uow.writing() as store:
            await note(
                store,
                acting,
                Kind.CONTENT_RELOADED,
                profile=digest_of(files.profile),
                questionnaire=files.questionnaire.digest()[:_DIGEST],
                schools_added=outlook.schools_added,
            )

    async def _read(self) -> Files:
        return await asyncio.to_thread(self._read_now)

    def _read_now(self) -> Files:
        """All files; the problems of all of them at once."""
        profile = self._municipality.profile
        source = self._installation.profile or profile.path or profile.key
        problems: list[Problem] = []
        found: list[object] = []
        for load in (
            lambda: load_profile(source),
            lambda: load_questionnaire(self._installation.questionnaire),
            load_catalogue,
            load_consent,
        ):
            try:
                found.append(load())
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(problems)
        return Files(*found)  # type: ignore[arg-type]

    def _compare(self, files: Files) -> Outlook:
        old, new = self._municipality.profile, files.profile
        known = {school.key: school for school in old.schools}
        same = [school for school in new.schools if school.key in known]
        _, live = self._questionnaires.live
        fresh = files.questionnaire.digest() != live.digest()
        return Outlook(
            fingerprint=files.fingerprint,
            schools_added=len(new.schools) - len(same),
            schools_changed=sum(school != known[school.key] for school in same),
            sections=_differing(old, new),
            measures=IndicatorSet.of(old).digest() != IndicatorSet.of(new).digest(),
            version=files.questionnaire.version if fresh else None,
            same_version=fresh and files.questionnaire.version == live.version,
            restart=(old.key, old.timezone) != (new.key, new.timezone),
            later=self._fixed != (files.catalogue, files.consent),
        )


def digest_of(profile: Profile) -> str:
    """The identity of a profile's content."""
    return sha256(profile.model_dump_json().encode()).hexdigest()[:_DIGEST]


def _differing(old: Profile, new: Profile) -> tuple[str, ...]:
    """Keys of the sections that are not equal."""
    names = type(old).model_fields
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))
