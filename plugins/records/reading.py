"""Read a record: bytes → a frozen instance of its model, or the problems that keep it from being one."""

from collections.abc import Mapping

from pydantic import ValidationError

from plugins.records.advice import advise
from plugins.records.complaints import complain, doubts, empty_fields
from plugins.records.marks import KeyPath
from plugins.records.model import TYPES, Base
from plugins.records.problem import Position, has_errors
from plugins.records.rules import make_problem
from plugins.records.source import Source, read_source
from plugins.records.unit import Reading, Unit
from plugins.records.visibility import public


def read_record(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read the one file of a record; a pure function that never raises for any content."""
    ((path, content),) = contents.items()
    return validate(TYPES[unit.type], read_source(path, content), unit.id)


def validate(model: type[Base], source: Source, id: str) -> Reading:
    """Make a record of the model from the values of a source; its problems come sorted by place.

    The record holds only what is public.
    """
    if has_errors(source.problems) and not source.data:
        return Reading(None, source.problems)
    problems = list(source.problems)
    record = None
    try:
        record = model.model_validate({**source.data, "id": id})
    except ValidationError as error:
        problems.extend(complain(model, source, error))
    if "id" in source.data:
        span = source.marks.key(("id",))
        problems.append(make_problem("V126", source.path, (span.line, span.column, span.end_column), value=id))
    if source.empty:
        problems.extend(empty_fields(model, source))
    if source.doubtful:
        problems.extend(doubts(source, problems))
    if record is not None:
        problems.extend(advise(record, source))
    if problems:
        problems.sort(key=lambda problem: (problem.line, problem.column, problem.rule))
        record = None if has_errors(problems) else record
    return Reading(record and public(record), tuple(problems))


def locate_record(_unit: Unit, contents: Mapping[str, bytes], field: KeyPath) -> Position:
    """Give the position of a field in the file of a record, or of the nearest one around it."""
    ((path, content),) = contents.items()
    return read_source(path, content).position(field)
