"""Goes through every journey in Python: `python3 journeys.py [FILE…]`, the package installed.

One line a journey; the exit code is 1 where something differs.
"""

import json
import pathlib
import sys
import tempfile
import typing

from life import Life
from neutral import Neutral, difference

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "tests" / "journeys"


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
        life.lock()


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
