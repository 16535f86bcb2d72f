"""Goes through every journey in Python: `python3 journeys.py [FILE…]`, the package installed.

One line a journey; the exit code is 1 where something differs.
"""

import datetime
import json
import pathlib
import sys
import tempfile
import typing

from neutral import Neutral, difference, hints_of, native, neutral

import koers

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "tests" / "journeys"
PASSPHRASE = b"journey"


class Life:
    """A vault on its way."""

    def __init__(self, folder: str, lang: str) -> None:
        self.path = pathlib.Path(folder, "journey.koers")
        self.here: koers.Here | None = None
        self.lang: koers.Lang = native(koers.Lang, lang)
        self.koers = koers.Koers.create(str(self.path), PASSPHRASE, self.lang)

    def step(self, step: dict[str, Neutral]) -> dict[str, Neutral]:
        """What the step gives, or the error that it ends with and the sentence for it."""
        if "at" in step:
            at = datetime.datetime.fromisoformat(step["at"])
            offset = typing.cast(datetime.timedelta, at.utcoffset())
            home = koers.Home(zone=step["zone"], offset_minutes=int(offset.total_seconds()) // 60)
            self.here = koers.Here(now=at, home=home)
            self.koers.set_clock(self.here)
        given = step.get("with", {})
        try:
            if step["call"] == "open":
                return {"gives": self.open(given["passphrase"].encode(), given.get("vault"))}
            return {"gives": self.call(step["call"], given)}
        except koers.KoersError as error:
            return {"fails": neutral(error), "says": koers.sentence(self.lang, error)}

    def open(self, passphrase: bytes, kind: str | None) -> None:
        """Closes the vault and opens it again, as after a restart of the app. With a kind it stays
        open, and something that cannot be opened is tried instead."""
        if kind is not None:
            koers.Koers.open(str(self.broken(kind)), passphrase, here=self.here)
            return
        self.koers.lock()
        self.koers = koers.Koers.open(str(self.path), passphrase, here=self.here)

    def broken(self, kind: str) -> pathlib.Path:
        """Where a vault lies that cannot be opened; but for the one in use, a copy."""
        if kind == "in_use":
            return self.path
        copy = self.path.with_suffix(f".{kind}")
        whole = self.path.read_bytes()
        half = len(whole) // 2
        made = {
            "cut_short": whole[:half],
            "damaged": whole[:half] + bytes(len(whole) - half),
            "not_a_vault": b"something else",
        }
        if kind != "missing":
            copy.write_bytes(made[kind])
        return copy

    def call(self, name: str, given: dict[str, Neutral]) -> Neutral:
        method = getattr(self.koers, name)
        hints = hints_of(method)
        return neutral(method(**{name: native(hints[name], one) for name, one in given.items()}))


def differences(journey: dict[str, Neutral]) -> typing.Iterator[str]:
    """Every place where Python gives something else than the file says."""
    with tempfile.TemporaryDirectory() as folder:
        life = Life(folder, journey["lang"])
        for number, step in enumerate(journey["steps"], 1):
            found = life.step(step)
            at = f"{number} {step['call']}"
            yield from difference(at, step.get("gives"), found.get("gives"))
            for part in ("fails", "says"):
                yield from difference(f"{at} {part}", step.get(part), found.get(part))
        life.koers.lock()


def main(files: list[pathlib.Path]) -> int:
    equal = True
    for file in files or sorted(FOLDER.glob("*.json")):
        found = list(differences(json.loads(file.read_text("utf-8"))))
        print(f"{file.stem}\tpython\t{'differs' if found else 'equal'}")
        for one in found:
            print(f"  step {one}")
        equal = equal and not found
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main([pathlib.Path(name) for name in sys.argv[1:]]))
