"""Writes `CertificatePaper`. Imports python-docx."""

from bot.reports.certificate import CertificatePaper
from bot.reports.paper import Paper


def write(certificate: CertificatePaper) -> bytes:
    """The certificate as DOCX bytes."""
    paper = Paper(certificate.title, certificate.language, certificate.made_at)
    paper.centred(certificate.organisation, size=13, after=2)
    paper.centred(certificate.place, size=11, after=48)
    paper.centred(certificate.title, size=26, bold=True, after=4)
    paper.centred(certificate.number, size=11, after=28)
    paper.centred(certificate.states, size=12, after=10)
    paper.centred(certificate.name, size=20, bold=True, after=4)
    if certificate.post:
        paper.centred(certificate.post, size=12, after=14)
    paper.centred(certificate.took_part, size=12, after=10)
    paper.centred(certificate.event, size=15, bold=True, after=22)
    paper.pairs(certificate.rows)
    paper.centred("", size=11, after=40)
    paper.pairs([(certificate.signature, "_" * 22 + " / " + "_" * 22 + " /")])
    paper.centred("", size=11, after=16)
    paper.pairs([(certificate.issued, certificate.seal)])
    return paper.docx()
