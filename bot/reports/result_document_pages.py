"""Writes `ResultDocument` page by page. Imports python-docx."""

from bot.reports.paper import Paper
from bot.reports.result_document import DocumentBlock, DocumentLabels, ResultDocument

CHART_WIDTH = 16  # cm
TALLEST_CHART = 12.5  # cm; so that table and chart share the first page
TABLE_WIDTHS = (7.5, 2.5, 4.5, 2.5)  # cm: block, percent, level, change
FIRST_WIDTHS = (9.0, 2.5, 5.5)  # without the change


def write(document: ResultDocument) -> bytes:
    """The document as DOCX bytes."""
    paper = Paper(document.title, document.language, document.made_at)
    paper.title(document.title)
    if document.person_rows:
        paper.pairs(document.person_rows)
    if document.summary:
        paper.paragraph("")
        paper.paragraph(document.summary)
    _write_overview(paper, document)
    for block in document.blocks:
        if block.has_section:
            _write_block(paper, block, document.labels)
    if document.strengths:
        paper.heading(document.labels.strengths, 1)
        paper.bullets(document.strengths)
    if document.requests:
        paper.heading(document.labels.requests, 1)
        for question, answer in document.requests:
            paper.paragraph(answer, lead=question)
    paper.footer(document.footer)
    return paper.docx()


def _write_overview(paper: Paper, document: ResultDocument) -> None:
    """All blocks at a glance: the table, then the chart."""
    paper.heading(document.blocks_heading, 1)
    rows = [(block.title, block.percent, block.level, block.change) for block in document.blocks]
    if any(block.change for block in document.blocks):
        paper.table(document.table_head, rows, TABLE_WIDTHS)
    else:
        # A first result has nothing to be compared with.
        paper.table(document.table_head[:3], [row[:3] for row in rows], FIRST_WIDTHS)
    if document.chart_png is not None:
        alternative = "; ".join(f"{title}: {percent}" for title, percent, _, _ in rows)
        paper.picture(document.chart_png, CHART_WIDTH, TALLEST_CHART, alternative)


def _write_block(paper: Paper, block: DocumentBlock, labels: DocumentLabels) -> None:
    """What to do about one block; lists without entries are left out."""
    paper.heading(block.title, 2)
    facts = " · ".join(fact for fact in (block.percent, block.level) if fact)
    if facts or block.advice:
        paper.paragraph(block.advice, lead=f"{facts}." if facts else "")
    if block.gaps:
        paper.heading(labels.gaps, 3)
        paper.bullets(block.gaps)
    if block.recommendations:
        paper.heading(labels.recommendations, 3)
        for vector, text in block.recommendations:
            paper.paragraph(text, lead=f"{vector}.", style="List Bullet")
    if block.topics:
        paper.heading(labels.topics, 3)
        paper.bullets(block.topics)
