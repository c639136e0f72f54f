"""The QR picture of a link is large and bright enough for a phone."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bot.reports.qr import draw_qr

LINK = "https://t.me/ust_ishim_method_service_bot?start=iqM5Rkx0RDPUoMTV7SiSjqULE"
_FINDER = 7  # modules of the square in three of the corners


def test_a_code_has_large_modules_and_a_white_frame() -> None:
    picture = Image.open(BytesIO(draw_qr(LINK))).convert("L")
    side = picture.width
    assert picture.height == side
    left, top, right, bottom = picture.point(lambda light: 255 - light).getbbox() or (0, 0, 0, 0)
    frame = left
    assert (top, side - right) == (frame, frame)
    row = [picture.getpixel((x, top)) for x in range(left, right)]
    module = row.index(255) // _FINDER
    assert module >= 10
    assert frame == 4 * module
    assert 500 <= side <= 1280  # Telegram shrinks larger pictures
    assert bottom - top > right - left - 2 * module
