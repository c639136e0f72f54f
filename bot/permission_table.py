"""The tables of `docs/permissions.md`, made of what the code declares."""

from __future__ import annotations

from collections.abc import Iterator

import services.use_cases  # noqa: F401  all locked use cases are declared by importing them
from bot.states.guards import SCREENS, permission_of
from services.access import USES
from services.permissions import PERMISSIONS, Permission, Role

_HEAD = """# Who may do what

Made by `make docs` from the declarations in `services/permissions.py`, the locks on the use cases
and `bot/states/guards.py`; a test keeps it true, and others try every use case and every screen
with every role. Everybody who has signed up is a teacher, whatever other roles they hold. What the
tables do not allow is refused with the reason, and changes nothing.

**+** everywhere in the municipality, **school** at the schools of the role only, **·** not.
"""


def permission_table() -> str:
    """The document as Markdown."""
    parts = [
        _HEAD,
        *_by_role(),
        "",
        "## Use cases",
        "",
        *_uses(),
        "",
        "## Screens",
        "",
        *_screens(),
    ]
    return "\n".join(parts) + "\n"


def _by_role() -> Iterator[str]:
    yield f"| | {' | '.join(role.value for role in Role)} |"
    yield f"|---|{'---|' * len(Role)}"
    for permission in PERMISSIONS.values():
        cells = " | ".join(_cell(permission, role) for role in Role)
        yield f"| {permission.meaning} (`{permission.key}`) | {cells} |"


def _cell(permission: Permission, role: Role) -> str:
    if role in permission.everywhere or Role.TEACHER in permission.everywhere:
        return "+"
    return "school" if role in permission.school else "·"


def _uses() -> Iterator[str]:
    yield "| use case | needs | |"
    yield "|---|---|---|"
    for name, use in sorted(USES.items()):
        yield f"| `{name}` | `{use.permission.key}` | {'writes' if use.writes else 'reads'} |"


def _screens() -> Iterator[str]:
    yield "| screen | needs |"
    yield "|---|---|"
    for group in sorted(SCREENS, key=lambda group: group.__name__):
        for state in group.__all_states__:
            yield f"| `{state.state}` | `{permission_of(state).key}` |"


if __name__ == "__main__":
    print(permission_table(), end="")
