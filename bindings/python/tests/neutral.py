"""A Python value in the form that all languages compare, and back.

Nothing here knows a view by name: what a value has is asked of the value itself, so a field that
is added is in it by itself. `tests/journeys/README.md` describes the form.
"""

import datetime
import decimal
import enum
import types
import typing

import koers

Neutral = typing.Any
# A text of so many bytes is shown in full; of a longer one, so many signs.
IN_FULL = 4000
BEGINNING = 500


class Name(str):
    """The name of a record or choice, as Python writes it."""


def plain(name: str) -> str:
    """A name without the writing customs of a language: `NOT_USED`, `NotUsed`, `not_used`."""
    return name.replace("_", "").lower()


def neutral(value: object) -> Neutral:
    """The value as every language shows it; names as Python writes them."""
    match value:
        case str():
            return text(value)
        case bytes():
            return text(value.decode())
        case None | bool() | int() | float():
            return value
        case decimal.Decimal():
            return format(value, "f")
        case datetime.datetime():
            return instant(value)
        case datetime.date():
            return value.isoformat()
        case enum.Enum():
            return Name(value.name)
        case list() | tuple():
            return [neutral(one) for one in value]
    fields = dict(vars(value))
    unnamed = fields.pop("_values", None)
    kind, _, name = map(Name, type(value).__name__.rpartition("."))
    # A choice without content, of a kind that has some with: its name alone.
    variant = kind or isinstance(value, Exception)
    if unnamed is not None:
        return {"is": name, "of": neutral(unnamed[0] if len(unnamed) == 1 else unnamed)}
    if variant and not fields:
        return name
    return {"is": name} | {field: neutral(one) for field, one in fields.items()}


def text(value: str) -> Neutral:
    """A text; of a long one its beginning, its length and the sum of its bytes (FNV-1a, 64 bits)."""
    encoded = value.encode()
    if len(encoded) <= IN_FULL:
        return value
    total = 0xCBF29CE484222325
    for byte in encoded:
        total = (total ^ byte) * 0x100000001B3 % (1 << 64)
    shown = {"begins": value[:BEGINNING], "bytes": len(encoded), "sum": f"{total:016x}"}
    return {"is": "long_text"} | shown


def instant(value: datetime.datetime) -> str:
    utc = value.astimezone(datetime.timezone.utc)
    milliseconds = f".{utc.microsecond // 1000:03d}" if utc.microsecond else ""
    return utc.strftime("%Y-%m-%dT%H:%M:%S") + milliseconds + "Z"


def difference(at: str, expected: Neutral, found: Neutral) -> typing.Iterator[str]:
    """Where the two part; a field that only one of them has is a difference."""
    match expected, found:
        case dict(), dict():
            wanted = {plain(name): (name, one) for name, one in expected.items()}
            there = {plain(name): one for name, one in found.items()}
            for name in sorted(wanted.keys() | there.keys()):
                if name not in wanted:
                    yield f"{at}: {name} is not in the file"
                elif name not in there:
                    yield f"{at}: {name} is not in Python"
                else:
                    yield from difference(f"{at}.{wanted[name][0]}", wanted[name][1], there[name])
        case list(), list() if len(expected) == len(found):
            for number, (one, other) in enumerate(zip(expected, found)):
                yield from difference(f"{at}[{number}]", one, other)
        case str(), Name() if plain(expected) == plain(found):
            return
        case _ if not isinstance(found, Name) and type(expected) is type(found):
            if expected != found:
                yield f"{at}: expected {expected!r}, found {found!r}"
        case _:
            yield f"{at}: expected {expected!r}, found {found!r}"


def native(kind: typing.Any, given: Neutral) -> typing.Any:
    """A value of this type from the form of the file."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        # A default makes the generator write "anything, or" before the type.
        some = next(one for one in inner if one not in (object, types.NoneType))
        return None if given is None else native(some, given)
    if origin is list:
        return [native(inner[0], one) for one in given]
    if kind is bytes:
        return given.encode()
    if kind is datetime.date:
        return datetime.date.fromisoformat(given)
    if kind is decimal.Decimal:
        return decimal.Decimal(given)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(one for one in kind if plain(one.name) == plain(given))
    if kind in (str, int, float, bool):
        return given
    if isinstance(given, str):
        return variant(kind, given)()
    if "is" in given and "of" in given:
        content = record(given["of"]) if isinstance(given["of"], dict) else given["of"]
        return variant(kind, given["is"])(content)
    if "is" in given:
        kind = variant(kind, given["is"])
    return filled(kind, {name: one for name, one in given.items() if name != "is"})


def variant(kind: type, name: str) -> type:
    found = vars(kind).items()
    return next(one for own, one in found if isinstance(one, type) and plain(own) == plain(name))


def record(given: dict[str, Neutral]) -> typing.Any:
    """A record that says itself what it is: Python's unnamed fields have no type to look at."""
    kinds = (one for one in vars(koers).values() if isinstance(one, type))
    kind = next(one for one in kinds if plain(one.__name__) == plain(given["is"]))
    return filled(kind, {name: one for name, one in given.items() if name != "is"})


def filled(kind: type, given: dict[str, Neutral]) -> typing.Any:
    hints = hints_of(kind.__init__)
    names = {plain(name): name for name in hints}
    return kind(**{names[plain(n)]: native(hints[names[plain(n)]], one) for n, one in given.items()})


def hints_of(function: typing.Callable) -> dict[str, typing.Any]:
    hints = typing.get_type_hints(function)
    hints.pop("return", None)
    return hints
