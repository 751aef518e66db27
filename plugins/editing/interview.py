"""Ask a librarian for what a new record needs, one question after the other, and check each answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plugins.editing.drafts import write_draft
from plugins.editing.fields import FieldView, fields_of, summary_of
from plugins.languages.transliteration import slug
from plugins.records.model.base import Base, Part
from plugins.records.model.types import ID_LENGTH
from plugins.records.reading import validate
from plugins.records.rules import explain
from plugins.records.source import Value, read_source
from plugins.records.walk import id_rule

Gettext = Callable[[str], str]
# asked although it may be left out: without a place a record stands in no region
ASKED = frozenset({"area"})
# more choices than this are not listed
MOST_CHOICES = 40


@dataclass(frozen=True)
class Known:
    """What an answer can choose from: ids with their names, by what they are ids of."""

    choices: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Interview:
    """One conversation: how to ask and tell, and what is known already.

    `ask` raises EOFError when nobody answers any more.
    """

    ask: Callable[[str], str]
    tell: Callable[[str], None]
    gettext: Gettext
    known: Known

    def run(self, model: type[Base]) -> tuple[str, str]:
        """Ask for all that the type needs; give the id and the file's text."""
        self.tell(self.gettext(summary_of(model)))
        values: dict[str, Value] = {}
        for each in fields_of(model):
            if each.required or each.name in ASKED:
                value = self._answer(model, each, values)
                if value not in (None, (), ""):
                    values[each.name] = value
        while missing := self._missing(model, values):
            values[missing.name] = self._answer(model, missing, values)
        return self._id(values), write_draft(model, values, self.gettext)

    def _missing(self, model: type[Base], values: Mapping[str, Value]) -> FieldView | None:
        """Give a field that is needed because of the others: a last day where there is no first one."""
        problems = validate(model, read_source("", write_draft(model, values, str)), "a").problems
        names = [dict(problem.arguments)["field"] for problem in problems if problem.rule == "V108"]
        fields = {each.name: replace(each, required=True) for each in fields_of(model) if each.name not in values}
        return next((fields[name] for name in names if name in fields), None)

    def _answer(self, model: type[Base], each: FieldView, values: Mapping[str, Value]) -> Value:
        """Ask until the answer is one that the field accepts."""
        while True:
            value: Value = self._parts(each.name, each.part, many=each.many) if each.part else self._value(each)
            if not each.required and value in (None, (), ""):
                return None
            wrong = self._wrong(model, each.name, {**values, each.name: value})
            if not wrong:
                return value
            self.tell(wrong)

    def _wrong(self, model: type[Base], name: str, values: Mapping[str, Value]) -> str:
        text = write_draft(model, {name: values[name]}, str)
        source = read_source("", text)
        for problem in validate(model, source, "a").problems:
            missing = dict(problem.arguments).get("field", name) if problem.rule == "V108" else name
            if problem.severity == "error" and missing.partition(".")[0] == name:
                said = explain(problem, self.gettext)
                return f"{said.message}. {said.why}"
        return ""

    def _parts(self, name: str, part: type[Part], *, many: bool) -> Value:
        if not many:
            return self._part(name, part, one_of_many=False)
        items: list[Value] = []
        while (item := self._part(f"{name} {len(items) + 1}", part, one_of_many=True)) is not None:
            items.append(item)
        return tuple(items)

    def _part(self, name: str, part: type[Part], *, one_of_many: bool) -> Value:
        """Ask for the required fields of a group; an empty first answer ends a list of groups."""
        self.tell(f"{name}: {self.gettext(summary_of(part))}")
        needed = [each for each in fields_of(part) if each.required] or list(_plain(part))
        values: dict[str, Value] = {}
        for each in needed:
            value = self._parts(each.name, each.part, many=each.many) if each.part else self._value(each)
            if value in (None, (), ""):
                if one_of_many and not values:
                    return None
                continue
            values[each.name] = value
        return values or None

    def _value(self, each: FieldView) -> Value:
        choices = self._choices(each)
        if choices:
            listed = choices if len(choices) <= MOST_CHOICES else []
            self.tell("\n".join(f"  {number}. {id}  {name}" for number, (id, name) in enumerate(listed, 1)))
        note = self.gettext("several, with commas") if each.many else ""
        question = f"{each.name} – {self.gettext(each.description)} {note}".strip()
        while True:
            answer = self.ask(f"{question}\n> ").strip()
            parts = [part.strip() for part in answer.split(",")] if each.many else [answer]
            chosen = tuple(_chosen(part, choices) for part in parts if part)
            strange = [value for value in chosen if choices and value not in {id for id, _ in choices}]
            if not strange:
                return chosen if each.many else _typed(each, chosen[0] if chosen else "")
            self.tell(self.gettext('"{value}" is not allowed here').format(value=strange[0]))

    def _choices(self, each: FieldView) -> Sequence[tuple[str, str]]:
        if each.allowed:
            return [(value, "") for value in each.allowed]
        return self.known.choices.get(f"vocabulary:{each.vocabulary}" if each.vocabulary else each.refers, ())

    def _id(self, values: Mapping[str, Value]) -> str:
        """Propose the id that the law of transliteration makes of the name, until one is free."""
        proposed = slug(str(values["name"]))[:ID_LENGTH].strip("-")
        while True:
            question = self.gettext("The id, which never changes: Enter takes {proposed}").format(proposed=proposed)
            id = self.ask(f"{question}\n> ").strip() or proposed
            if id in self.known.ids:
                self.tell(self.gettext('id "{value}" is already used').format(value=id))
            elif id_rule(id):
                self.tell(self.gettext('"{value}" cannot be an id').format(value=id))
            else:
                return id


def _plain(part: type[Part]) -> Iterator[FieldView]:
    return (each for each in fields_of(part) if each.part is None)


def _typed(each: FieldView, answer: str) -> Value:
    """Give an answer the type of its field, where it has one beside text."""
    if each.shape == "number" and answer.isdigit():
        return int(answer)
    if each.shape == "yes-no" and answer in ("true", "false"):
        return answer == "true"
    return answer


def _chosen(answer: str, choices: Sequence[tuple[str, str]]) -> str:
    """Take a number from the list, an id, or a name for what was chosen."""
    if answer.isdigit() and 1 <= int(answer) <= len(choices) and all(answer != id for id, _ in choices):
        return choices[int(answer) - 1][0]
    named = [id for id, name in choices if name and name.casefold() == answer.casefold()]
    return named[0] if len(named) == 1 else answer
