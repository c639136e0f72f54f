"""Rows, the table, and `bench.json`."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of ours beside its baseline, both from the same run."""

    name: str
    ours: float
    baseline: float
    unit: str

    @property
    def ratio(self) -> float | None:
        """Ours divided by the baseline; none where the baseline is nothing."""
        return round(self.ours / self.baseline, 3) if self.baseline > 0 else None


def table(rows: list[Row]) -> str:
    """The rows for a terminal."""
    lines = [f"{'':48}{'ours':>10}{'baseline':>10}{'ratio':>8}"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(f"{row.name:48}{_short(row.ours):>10}{_short(row.baseline):>10}{ratio:>8}")
    count = os.cpu_count()
    lines.append(f"{count} cores; what counts are the ratios, which are taken within one run.")
    return "\n".join(lines)


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"


def write(rows: list[Row], path: Path) -> None:
    """The rows as JSON."""
    shown = [
        {
            "name": row.name,
            "ours": round(row.ours, 4),
            "baseline": round(row.baseline, 4),
            "ratio": row.ratio,
            "unit": row.unit,
        }
        for row in rows
    ]
    path.write_text(json.dumps(shown, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
