"""What the documentation says of permissions is what the code enforces."""

from __future__ import annotations

from pathlib import Path

from bot.permission_table import permission_table
from services.access import USES
from services.permissions import PERMISSIONS, Role

DOCUMENT = Path(__file__).parents[2] / "docs" / "permissions.md"


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == permission_table(), "run `make docs`"


def test_every_permission_opens_something() -> None:
    used = {use.permission.key for use in USES.values()}
    asked_inside = {"grant-service-roles"}  # `grant` and `invite` ask it of two of the roles
    assert set(PERMISSIONS) == used | asked_inside


def test_personal_results_are_for_the_methodist_alone() -> None:
    assert PERMISSIONS["see-results"].roles == {Role.METHODIST}


def test_only_admins_make_methodists_and_admins() -> None:
    assert PERMISSIONS["grant-service-roles"].roles == {Role.ADMIN}
