"""A certificate of attendance as a DOCX: one page, to print, sign and stamp."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """Everything that the paper says, from top to bottom, in the words of its language.

    `language` is a BCP 47 tag such as "ru-RU"; `post` may be empty. `rows` are (label, value).
    `made_at` (UTC) is noted in the file's properties.
    """

    language: str
    organisation: str
    place: str
    title: str
    number: str
    states: str
    name: str
    post: str
    took_part: str
    event: str
    rows: tuple[tuple[str, str], ...]
    signature: str
    seal: str
    issued: str
    made_at: datetime | None = None


def write_certificate(certificate: CertificatePaper) -> bytes:
    """The certificate as DOCX bytes."""
    from bot.reports.certificate_page import write  # python-docx: on first use

    return write(certificate)
