"""Reading links as people type them."""

from __future__ import annotations

import re

from services.errors import Refusal
from services.fields import plain

LINK_LIMIT = 500
_LINK = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_AROUND = " -–—:;,.()«»"


def material_link(typed: str) -> tuple[str, str]:
    """Words and address of «Запись семинара https://…»; the address alone names itself."""
    text = plain(typed)
    found = _LINK.search(text)
    if found is None:
        raise Refusal("material-link")
    url = found.group().rstrip(".,;:)»")
    words = f"{text[: found.start()]} {text[found.end() :]}".strip(_AROUND)
    if not url.lower().startswith(("http://", "https://")):
        url = f"https://{url}"
    if len(url) > LINK_LIMIT:
        raise Refusal("material-link-long", limit=LINK_LIMIT, length=len(url))
    return plain(words) or url.partition("://")[2], url
