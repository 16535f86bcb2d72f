"""Measures the installed package on a vault that is there, and prints `name<TAB>value`.

`python3 measure.py times VAULT DEVICE_KEY MOMENT ZONE OFFSET`: in milliseconds, medians, `open` of
opening without key derivation, `empty` of an empty call and `query NAME` of each question that a
screen asks.

`python3 measure.py growth EMPTY_VAULT DEVICE_KEY`: `growth`, the mebibytes by which the entries from
the thousandth to the ten thousandth let the process grow.
"""

import datetime
import gc
import pathlib
import statistics
import sys
import time
import typing

import koers

# How often a call is measured, and an opening.
CALLS = 101
OPENINGS = 11

Call = typing.Callable[[], object]


def times(path: str, key: str, moment: str, zone: str, offset: str) -> None:
    home = koers.Home(zone=zone, offset_minutes=int(offset))
    here = koers.Here(now=datetime.datetime.fromisoformat(moment), home=home)

    def opened() -> koers.Koers:
        return koers.Koers.open_with_device_key(path, bytes.fromhex(key), here=here)

    def told(name: str, count: int, call: Call) -> None:
        print(f"{name}\t{median(count, call)}")

    told("open", OPENINGS, lambda: opened().lock())
    with opened() as vault:
        told("empty", CALLS, vault.lang)
        for name, query in queries(vault).items():
            told(f"query {name}", CALLS, query)


def queries(vault: koers.Koers) -> dict[str, Call]:
    """Every question with its name, as all languages ask it."""
    substance = vault.substances()[0].code
    situation = vault.situations().places[0].id
    entries = vault.diary(count=vault.diary().total).entries
    episode = next(one for one in entries if one.kind == "episode")
    note = next(one for one in entries if one.kind == "note")
    return {
        "catalogue": lambda: koers.catalogue(koers.Lang.EN, substance),
        "diary": vault.diary,
        "episode": lambda: vault.episode(episode.id),
        "episode_draft": lambda: vault.episode_draft(episode.id),
        "evaluate": vault.evaluate,
        "find": lambda: vault.find(episode.short_id),
        "find_situation": lambda: vault.find_situation("1"),
        "goal": vault.goal,
        "goal_draft": lambda: vault.goal_draft(substance),
        "help_now": vault.help_now,
        "intake": vault.intake,
        "list_draft": lambda: vault.list_draft(substance, situation),
        "measures": lambda: vault.measures(substance, koers.GoalKind.REDUCE()),
        "new_profile_draft": vault.new_profile_draft,
        "note_draft": lambda: vault.note_draft(note.id),
        "plan": lambda: vault.plan(situation),
        "plan_draft": lambda: vault.plan_draft(situation),
        "profile_draft": vault.profile_draft,
        "reminders": vault.reminders,
        "results": vault.results,
        "situations": vault.situations,
        "stats": vault.stats,
        "substances": vault.substances,
        "today": vault.today,
    }


def median(count: int, call: Call) -> float:
    """In milliseconds."""
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def growth(path: str, key: str) -> None:
    before = 0.0
    with koers.Koers.open_with_device_key(path, bytes.fromhex(key)) as vault:
        for number in range(10_000):
            if number == 1000:
                before = resident()
            entry = koers.EpisodeDraft(
                id=vault.new_id(), substance="cannabis", craving=5, source=koers.Source.APP()
            )
            vault.record(koers.Command.LOG(entry))
        print(f"growth\t{resident() - before}")


def resident() -> float:
    """Mebibytes of this process in memory, as Linux tells them, after collecting garbage."""
    gc.collect()
    status = pathlib.Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    {"times": times, "growth": growth}[sys.argv[1]](*sys.argv[2:])
