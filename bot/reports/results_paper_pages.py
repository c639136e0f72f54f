"""Writes `ResultsPaper` page by page. Imports python-docx."""

from bot.reports.paper import Paper
from bot.reports.results_paper import ResultsPaper

# cm: indicator, value, threshold, met, schools, change
INDICATOR_WIDTHS = (5.4, 2.6, 2.4, 2.2, 1.7, 2.7)
DECISION_WIDTHS = (1.0, 9.0, 4.0, 3.0)  # number, decision, responsible, due
LINES, DECISIONS = 6, 4  # to write on by hand


def write(content: ResultsPaper) -> bytes:
    """The paper as DOCX bytes."""
    paper = Paper(content.title, content.language, content.made_at)
    paper.centred(content.service, size=12, after=14)
    paper.centred(content.title, size=18, after=12, bold=True)
    paper.pairs(content.facts)
    labels = content.labels
    paper.heading(labels.indicators, 1)
    for remark in content.remarks:
        paper.paragraph(remark)
    if content.rows:
        paper.table(labels.indicator_head, content.rows, INDICATOR_WIDTHS)
    paper.heading(labels.silent, 1)
    if content.silent_note:
        paper.paragraph(content.silent_note)
    paper.bullets(content.silent)
    if content.late:
        paper.heading(labels.late, 1)
        paper.bullets(content.late)
    if content.words:
        paper.heading(labels.words, 1)
        for number, (title, text) in enumerate(content.words, 1):
            paper.heading(f"{number}. {title}", 3)
            paper.paragraph(text)
    paper.heading(labels.conclusions, 1)
    for place, text in content.conclusions:
        paper.heading(place, 3)
        paper.paragraph(text)
    if not content.conclusions:
        paper.lines(LINES)
    paper.heading(labels.decisions, 1)
    blank = tuple((str(number), "", "", "") for number in range(1, DECISIONS + 1))
    rows = content.decisions or blank
    paper.table(labels.decision_head, rows, DECISION_WIDTHS, height=1.1)
    paper.paragraph("")
    for label in (labels.signature, labels.signature):
        paper.paragraph("_" * 42, lead=f"{label}:")
    paper.footer(content.footer)
    return paper.docx()
