"""What differs from run to run, by a name that is the same everywhere.

`<folder>` is where the files of the journey lie; a step keeps what only this run has under another
name. `tests/journeys/README.md` has the rule. It knows no view.
"""

import typing

from neutral import Name, Neutral, plain


class StandIns:
    """The names, and what they stand for."""

    def __init__(self, folder: str) -> None:
        self.names = {"<folder>": folder}

    def keep(self, name: str, way: str, shown: Neutral) -> None:
        """Keeps what lies at `way` (`conflicts.0.copies.1.copy`; empty for all there is)."""
        for step in filter(None, way.split(".")):
            if step.isdigit():
                shown = shown[int(step)]
            else:
                shown = next(one for own, one in shown.items() if plain(own) == plain(step))
        if not isinstance(shown, str):
            raise ValueError(f"{way} is no text")
        self.names[f"<{name}>"] = shown

    def given(self, with_: dict[str, Neutral]) -> dict[str, Neutral]:
        """Arguments as the call takes them."""
        return texts(with_, lambda text: replaced(text, sorted(self.names.items())))

    def shown(self, value: Neutral) -> Neutral:
        """What is shown, as it is in every run."""
        back = [(kept, name) for name, kept in sorted(self.names.items())]
        return texts(value, lambda text: replaced(text, back))


def replaced(text: str, names: typing.Iterable[tuple[str, str]]) -> str:
    for old, new in names:
        text = text.replace(old, new)
    return text


def texts(value: Neutral, make: typing.Callable[[str], str]) -> Neutral:
    """The value with every text in it made another."""
    match value:
        case Name():
            return value
        case str():
            return make(value)
        case list():
            return [texts(one, make) for one in value]
        case dict():
            return {name: texts(one, make) for name, one in value.items()}
    return value
