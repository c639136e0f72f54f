"""QR pictures of links."""

from __future__ import annotations

from io import BytesIO

_SCALE, _BORDER = 14, 4  # pixels of a module, modules of white around


def draw_qr(text: str) -> bytes:
    """A PNG that a phone reads from a screen and from paper, with some of it dirty."""
    import segno

    out = BytesIO()
    code = segno.make(text, error="q", micro=False, boost_error=False)
    code.save(out, kind="png", scale=_SCALE, border=_BORDER)
    return out.getvalue()
