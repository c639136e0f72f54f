"""Spreadsheets that people send in, read cell by cell and never trusted."""

from services.sheets.reading import FILE_LIMIT, read_sheet
from services.sheets.table import ROW_LIMIT, Sheet, SheetRow

__all__ = ["FILE_LIMIT", "ROW_LIMIT", "Sheet", "SheetRow", "read_sheet"]
