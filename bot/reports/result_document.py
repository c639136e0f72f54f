"""A person's own result as a DOCX: to print, to keep, to bring to the methodist.

All texts come in translated. Writing takes some 100 ms: call it through `worker.in_worker`.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """One block: the row of the summary table (`percent`, `level`, `change` as people read
    them, "" for nothing) and the section with what to do. `recommendations` are pairs of a
    vector's title and its text.
    """

    title: str
    percent: str
    level: str
    change: str
    gaps: tuple[str, ...]
    advice: str
    recommendations: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]

    @property
    def has_section(self) -> bool:
        """Whether there is anything to say beyond the table row."""
        return bool(self.gaps or self.advice or self.recommendations or self.topics)


@dataclass(frozen=True, slots=True)
class DocumentLabels:
    """Headings of the lists."""

    gaps: str
    recommendations: str
    topics: str
    strengths: str
    requests: str


@dataclass(frozen=True, slots=True)
class ResultDocument:
    """Everything that the document says, in the order of its pages.

    `person_rows` are (label, value), `requests` (question, answer); `table_head` names the
    columns block, percent, level, change. `language` is a BCP 47 tag such as "ru-RU".
    `made_at` (UTC) is noted in the file's properties, where None leaves no date.
    """

    title: str
    person_rows: tuple[tuple[str, str], ...]
    summary: str
    blocks_heading: str
    table_head: tuple[str, str, str, str]
    blocks: tuple[DocumentBlock, ...]
    labels: DocumentLabels
    strengths: tuple[str, ...]
    requests: tuple[tuple[str, str], ...]
    chart_png: bytes | None
    footer: str
    language: str
    made_at: datetime | None = None


def write_result_document(document: ResultDocument) -> bytes:
    """The document as DOCX bytes."""
    from bot.reports.result_document_pages import write  # python-docx: on first use

    return write(document)
