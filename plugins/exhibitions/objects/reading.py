"""Read objects.yaml: the objects of an exhibition → one record, or a problem at every line that needs one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.walk import OBJECTS, OBJECTS_FOLDER, PICTURES
from plugins.languages.text import Text
from plugins.records.complaints import complain, doubts, empty_fields
from plugins.records.marks import KeyPath
from plugins.records.model.collection import HEARD, Collection, Object, ObjectFile
from plugins.records.problem import Position, Problem, has_errors
from plugins.records.source import Source, Value, read_source
from plugins.records.unit import Reading, Unit

# each object that lacks something is named; more than these are no list that somebody works through
MOST_PROBLEMS = 20_000
# ending of a file → the one kind that an object shown by it can be of
KINDS = {"mp3": "sound", "ogg": "sound", "m4a": "sound", "mp4": "video", "webm": "video", "pdf": "text"}


class WrittenObject(NamedTuple):
    """An object as it is written: its file, its place in that, and what stands there."""

    source: Source
    number: int
    fields: Mapping[str, Value]

    def span(self, *field: str | int) -> tuple[int, int, int]:
        """Give the place of a field, or of the object where it has none."""
        _, line, column, end_column = self.position(*field)
        return line, column, end_column

    def position(self, *field: str | int) -> Position:
        """Give the position of a field, or of the object where it has none."""
        return self.source.position(("objects", self.number, *field))


def read_collection(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read the objects of an exhibition; never raises for any content."""
    sources = read_files(contents)
    written = [each for source in sources for each in _written(source)]
    problems = [problem for source in sources for problem in source.problems]
    problems += _equal_ids(written)
    for each in written:
        problems += _lacking(each)
    objects: list[Object] = []
    for source in sources:
        if source.data or not has_errors(source.problems):
            good, found = _validate(source)
            objects += good
            problems += found
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column, problem.rule))
    if has_errors(problems):
        return Reading(None, tuple(problems))
    name = Text((("bg", unit.id),))
    media = media_of(unit.id, (file for each in objects for file in files_of(each)))
    record = Collection.model_construct(id=unit.id, name=name, objects=tuple(objects), media=media)
    return Reading(record, tuple(problems))


def media_of(exhibition: str, files: Iterable[str | None]) -> tuple[str, ...]:
    """Give the media that objects name, each once, as the build knows them."""
    return tuple(dict.fromkeys(medium_id(exhibition, file) for file in files if file))


def files_of(thing: Object) -> Iterator[str | None]:
    """Yield the files that an object names: its own, and of a film its poster and captions."""
    yield thing.file
    yield thing.poster
    yield from thing.captions.values()


def medium_id(exhibition: str, file: str) -> str:
    """Give what the build calls a file of an object."""
    return f"{exhibition}/{OBJECTS_FOLDER}/{file}"


def read_files(contents: Mapping[str, bytes]) -> list[Source]:
    """Read the files of the objects, in the order of their numbers."""
    return [read_source(path, contents[path]) for path in sorted(contents, key=lambda each: (len(each), each))]


def _written(source: Source) -> Iterator[WrittenObject]:
    given = source.data.get("objects")
    for index, each in enumerate(given if isinstance(given, tuple) else ()):
        if isinstance(each, dict):
            yield WrittenObject(source, index, each)


def _validate(source: Source) -> tuple[tuple[Object, ...], list[Problem]]:
    problems: list[Problem] = []
    objects: tuple[Object, ...] = ()
    try:
        objects = ObjectFile.model_validate(source.data).objects
    except ValidationError as error:
        problems += complain(ObjectFile, source, error, most=MOST_PROBLEMS)
    if source.empty:
        problems += empty_fields(ObjectFile, source)
    problems += doubts(source, problems)
    return objects, problems


def pictured(contents: Mapping[str, bytes]) -> dict[str, Object]:
    """Give the good objects that have a picture, by id; of the others the collection complains."""
    files = {path: content for path, content in contents.items() if OBJECTS.fullmatch(path.rpartition("/")[2])}
    objects = (each for source in read_files(files) for each in _validate(source)[0])
    return {each.id: each for each in objects if each.file and each.file.endswith(PICTURES)}


def _equal_ids(written: Sequence[WrittenObject]) -> Iterator[Problem]:
    first: dict[Value, WrittenObject] = {}
    for each in written:
        id = each.fields.get("id")
        other = first.setdefault(id, each) if isinstance(id, str) else each
        if other is not each:
            problem = _at(each, "E261", "id", value=str(id))
            same = other.source.path == each.source.path
            yield problem._replace(second=other.span("id")) if same else problem


def _lacking(each: WrittenObject) -> Iterator[Problem]:
    """Yield what an object owes to people who do not see or hear it."""
    kind, file = each.fields.get("kind", "image"), each.fields.get("file")
    name = str(each.fields.get("id", ""))
    if kind in HEARD and "transcript" not in each.fields:
        yield _at(each, "E263", "id", value=name)
    elif kind not in HEARD and "alt" not in each.fields and each.fields.get("decorative") is not True:
        yield _at(each, "E262", "id", value=name)
    for field in ("poster", "captions") if kind != "video" else ():
        if field in each.fields:
            yield _at(each, "E266", field, value=field)
    needed = KINDS.get(str(file).rpartition(".")[2])
    if needed and kind != needed:
        yield _at(each, "E264", "file", value=str(file), allowed=needed)


def _at(each: WrittenObject, rule: str, field: str, **arguments: str) -> Problem:
    return make_problem(rule, each.source.path, each.span(field), **arguments)


def _written_files(each: WrittenObject) -> Iterator[tuple[str, KeyPath]]:
    """Yield (name, field) of the files that stand in an object, in the order of `files_of`."""
    captions = each.fields.get("captions")
    given: list[tuple[Value, KeyPath]] = [(each.fields.get(name), (name,)) for name in ("file", "poster")]
    given += [(name, ("captions", lang)) for lang, name in captions.items()] if isinstance(captions, dict) else []
    return ((name, at) for name, at in given if isinstance(name, str))


def locate_object(unit: Unit, contents: Mapping[str, bytes], field: KeyPath) -> Position:
    """Give the position of a field of the collection, or of the nearest one around it."""
    written = [each for source in read_files(contents) for each in _written(source)]
    if field[:1] == ("media",):
        places = [(each, *place) for each in written for place in _written_files(each)]
        media = media_of(unit.id, (name for _, name, _ in places))
        wanted = media[int(field[1])].rpartition("/")[2]
        return next(each.position(*at) for each, name, at in places if name == wanted)
    if len(field) > 1:
        return written[int(field[1])].position(*field[2:])
    return Position(unit.files[0].path, 1, 1, 1)
