"""Do variables, indicators and words fit together: what one part says of another."""

from collections.abc import Iterator, Mapping, Sequence

from content.model import Loc
from content.profile.measures import Indicator, Qualitative, Variable

COUNTABLE = ("number", "yes_no")


def measure_misfits(
    variables: Sequence[Variable],
    indicators: Sequence[Indicator],
    qualitative: Sequence[Qualitative],
) -> Iterator[tuple[Loc, str]]:
    """What has to be mended, each with its place in the profile."""
    known = {variable.key: variable for variable in variables}
    for index, indicator in enumerate(indicators):
        yield from _part_misfits(indicator, known, ("indicators", index))
    for index, variable in enumerate(variables):
        if variable.at_most is not None:
            reason = _whole_misfit(variable, known)
            if reason:
                yield ("variables", index, "at_most"), reason
    for index, described in enumerate(qualitative):
        if described.key in known:
            yield ("qualitative_indicators", index, "key"), _taken(described.key)


def _part_misfits(
    indicator: Indicator, known: Mapping[str, Variable], at: Loc
) -> Iterator[tuple[Loc, str]]:
    for name in ("numerator", "denominator"):
        key = getattr(indicator, name)
        if key is None:
            continue
        if key not in known:
            yield (*at, name), f"'{key}' is not in variables"
        elif known[key].input not in COUNTABLE:
            # Percentages of schools of different size cannot be added, nor can words.
            yield (*at, name), f"'{key}' has input: {known[key].input}, which cannot be summed"
    if indicator.numerator == indicator.denominator:
        yield (*at, "denominator"), "is the numerator itself"


def _whole_misfit(variable: Variable, known: Mapping[str, Variable]) -> str | None:
    """Why the variable cannot be a part of what it names."""
    whole = known.get(variable.at_most or "")
    if whole is None:
        return f"'{variable.at_most}' is not in variables"
    if (variable.input, whole.input) != ("number", "number"):
        return f"only numbers are compared, '{variable.key}' and '{whole.key}' must be both"
    if variable.level != whole.level:
        return f"'{whole.key}' is asked of somebody else (level: {whole.level})"
    seen = {variable.key}
    while whole is not None:
        if whole.key in seen:
            return f"leads back to '{whole.key}': nothing is a part of itself"
        seen.add(whole.key)
        whole = known.get(whole.at_most or "")
    return None


def _taken(key: str) -> str:
    return f"'{key}' is already the key of a variable: both are answered in one form"
