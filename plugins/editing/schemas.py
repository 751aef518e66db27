"""Make the JSON Schema of every type of record, and of the files of an exhibition.

With them editors complete and explain fields. A file names its schema in a first line:
`# yaml-language-server: $schema=../schemas/cause.json`.
"""

import json
from gettext import NullTranslations
from pathlib import Path

from plugins.languages.translations import load_translations
from plugins.records.model import FOLDERS, PARTS
from plugins.records.model.base import Part

FOLDER = "data/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def modeline(kind: str) -> str:
    """Give the comment by which an editor finds the schema of a record of the type."""
    return f"# yaml-language-server: $schema=../schemas/{kind}.json"


def make_schemas() -> dict[str, str]:
    """Make path → content of the schema of every type, explained in Bulgarian and English."""
    words = load_translations("bg")
    models = {**{model.TYPE: model for model in FOLDERS.values()}, **PARTS}
    return {f"{FOLDER}/{name}.json": _dump(_schema(model, words)) for name, model in models.items()}


def _schema(model: type[Part], words: NullTranslations) -> dict[str, object]:
    schema: dict[str, object] = model.model_json_schema()
    properties = schema["properties"]
    if isinstance(properties, dict):
        properties.pop("id", None)
    return {"$schema": DIALECT, **{name: _explained(value, words) for name, value in schema.items()}}


def _explained(value: object, words: NullTranslations) -> object:
    """Put the Bulgarian sentence before the English one, and leave out what only repeats a name."""
    if isinstance(value, list):
        return [_explained(each, words) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {name: each for name, each in value.items() if not (name == "title" and isinstance(each, str))}
    return {
        name: _sentence(each, words) if name == "description" else _explained(each, words)
        for name, each in kept.items()
    }


def _sentence(value: object, words: NullTranslations) -> object:
    if not isinstance(value, str):
        return _explained(value, words)
    first = value.partition("\n")[0]
    return f"{words.gettext(first)}\n{first}"


def _dump(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_all(root: Path, files: dict[str, str]) -> list[str]:
    """Write the files that differ; give their paths."""
    stale = [path for path, content in files.items() if not _is(root / path, content)]
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(files[path], encoding="utf-8")
    return stale


def _is(path: Path, content: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == content
