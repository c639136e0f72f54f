"""The summary of a campaign for the council as a DOCX, with room for conclusions and decisions.

All texts come in translated. Nobody's name stands in it, unless a decision names who sees to it.
Writing takes some 100 ms: call it through `worker.in_worker`.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PaperLabels:
    """Headings, and the heads of the two tables."""

    indicators: str
    silent: str
    late: str
    words: str
    conclusions: str
    decisions: str
    signature: str
    indicator_head: tuple[str, ...]
    decision_head: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultsPaper:
    """Everything that the paper says, from top to bottom; lists may be empty.

    `facts` are (label, value); `rows` are cells of the table of indicators; `words` are (title,
    text), `conclusions` (place and day, text), `decisions` cells of their table. `language` is a
    BCP 47 tag; `made_at` (UTC) is noted in the file's properties.
    """

    service: str
    title: str
    facts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    silent: tuple[str, ...]
    silent_note: str
    late: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    conclusions: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, ...], ...]
    labels: PaperLabels
    footer: str
    language: str
    made_at: datetime


def write_results_paper(paper: ResultsPaper) -> bytes:
    """The paper as DOCX bytes."""
    from bot.reports.results_paper_pages import write  # python-docx: on first use

    return write(paper)
