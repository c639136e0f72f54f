"""What the import of the application costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_nothing_happens_at_import() -> None:
    """Content is read, libraries for pictures and files loaded, sockets opened when needed."""
    script = """
import json, sys
opened = []
def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".yaml", ".ftl", ".env", ".db", ".ttf")):
        opened.append(str(arguments[0]))
    if event in ("socket.connect", "socket.bind", "subprocess.Popen", "sqlite3.connect"):
        opened.append(event)
sys.addaudithook(watch)
import bot.app, bot.check, bot.__main__
heavy = ("matplotlib", "docx", "lxml", "alembic", "numpy", "PIL", "openpyxl", "xlsxwriter",
         "segno", "pyrage")
print(json.dumps([opened, [name for name in heavy if name in sys.modules]]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [[], []]
