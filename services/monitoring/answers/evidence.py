"""Files beside answers, where the profile asks for evidence."""

from __future__ import annotations

from services.access import Acting, Guarded, writes
from services.errors import Refusal
from services.fields import plain
from services.monitoring.answers.work import Work, work_on
from services.permissions import ANSWER_REQUESTS
from storage.uow import Store

NAME_LIMIT = 120
PHOTO, DOCUMENT = "photo", "document"


def file_of(stored: str) -> tuple[str, str]:
    """Kind, `photo` or `document`, and Telegram's id of a stored file."""
    kind, _, file_id = stored.partition(":")
    return kind, file_id


class Evidence(Guarded):
    """Use cases around these files."""

    @writes(ANSWER_REQUESTS)
    async def attach_evidence(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        variable: str,
        kind: str,
        file_id: str,
        name: str,
    ) -> None:
        """Put a photo or a document beside an answer, in the place of the one before.

        A file beside a returned answer corrects it: a confirmation may be all that was missing.
        """
        work = await work_on(store, acting, request_id, lock=True)
        if not work.changeable(variable).evidence:
            raise Refusal("choice-gone")
        if kind not in (PHOTO, DOCUMENT):
            raise Refusal("choice-gone")
        await _keep_file(store, acting, work, variable, f"{kind}:{file_id}", plain(name))

    @writes(ANSWER_REQUESTS)
    async def drop_evidence(
        self, store: Store, acting: Acting, request_id: int, variable: str
    ) -> None:
        """Take the file beside an answer away. Repeating changes nothing."""
        work = await work_on(store, acting, request_id, lock=True)
        work.changeable(variable)
        value = work.values.get(variable)
        if value is not None and value.file_id is not None:
            await _keep_file(store, acting, work, variable, None, "")


async def _keep_file(
    store: Store, acting: Acting, work: Work, variable: str, file_id: str | None, name: str
) -> None:
    value = work.values.get(variable)
    if value is None:
        raise Refusal("data-file-first")
    if value.file_id == file_id:
        return
    returned = None if file_id else value.returned
    await store.data_values.change(
        work.row.id, [variable], file_id=file_id, file_name=name[:NAME_LIMIT], returned=returned
    )
    await store.data_values.note(
        work.row.id, "evidence", acting.id, acting.now, variable=variable,
        before={"file_name": value.file_name} if value.file_id else None,
        after={"file_name": name[:NAME_LIMIT]} if file_id else None,
    )  # fmt: skip
