"""Content that is stored as it was: an immutable version, told apart by its digest."""

import json
from hashlib import sha256
from typing import ClassVar, Self

from pydantic import ValidationError

from content.errors import ContentError, Problem, reason_of
from content.model import Model


class Stored(Model):
    """A model that restores exactly from its ``dump()``; ``called`` names it in complaints."""

    called: ClassVar[str]

    def dump(self) -> str:
        """Everything as canonical JSON: equal contents give equal strings."""
        data = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def restore(cls, dump: str) -> Self:
        """What gave this ``dump()``. Raises `ContentError` where it does not fit any more."""
        try:
            return cls.model_validate_json(dump)
        except ValidationError as error:
            raise ContentError(
                Problem(f"stored {cls.called}", ".".join(map(str, one["loc"])), reason_of(one))
                for one in error.errors()
            ) from None

    def digest(self) -> str:
        """Changes with every change of content: the identity of a version."""
        return sha256(self.dump().encode()).hexdigest()
