"""Measures the package on a vault that is there: `python3 measure.py VAULT DEVICE_KEY`.

Prints `name<TAB>value`: milliseconds of the slowest view (median of its calls) and of opening
without key derivation, and the mebibytes by which 9,000 entries let the process grow.
"""

import pathlib
import statistics
import sys
import tempfile
import time
import typing

import koers

CALLS = 101
OPENINGS = 11
VIEWS = ("today", "situations", "goal", "results", "evaluate", "reminders", "help_now", "diary")


def milliseconds(call: typing.Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def resident() -> float:
    """Mebibytes of this process in memory."""
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS")


def growth() -> float:
    """What the entries from the thousandth to the ten thousandth add."""
    with tempfile.TemporaryDirectory() as folder:
        with koers.Koers.create(f"{folder}/grows.koers", b"grows", koers.Lang.EN) as vault:
            after_1000 = 0.0
            for number in range(10_000):
                if number == 1000:
                    after_1000 = resident()
                entry = koers.EpisodeDraft(
                    id=vault.new_id(), substance="cannabis", craving=5, source=koers.Source.APP()
                )
                vault.record(koers.Command.LOG(entry))
            return resident() - after_1000


def main(path: str, device_key: bytes) -> None:
    openings = []
    for _ in range(OPENINGS):
        start = time.perf_counter()
        vault = koers.Koers.open_with_device_key(path, device_key)
        openings.append((time.perf_counter() - start) * 1000)
        vault.lock()
    print(f"open\t{statistics.median(openings)}")
    with koers.Koers.open_with_device_key(path, device_key) as vault:
        calls = {name: getattr(vault, name) for name in VIEWS}
        medians = {
            name: statistics.median(milliseconds(call) for _ in range(CALLS))
            for name, call in calls.items()
        }
        slowest = max(medians, key=lambda name: medians[name])
        print(f"query\t{medians[slowest]}\t{slowest}")
        print(f"empty\t{statistics.median(milliseconds(vault.lang) for _ in range(CALLS))}")
    print(f"growth\t{growth()}")


if __name__ == "__main__":
    main(sys.argv[1], bytes.fromhex(sys.argv[2]))
