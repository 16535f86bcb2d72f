"""Does the built `koers` say what the formulas say?

`compare.py KOERS [--journeys 200] [--first 0] [--jobs N] [--keep DIR] [--packs DIR]` writes random
journeys into vaults, asks every query and compares each figure. Prints one line of counts and the
first differences; exit code 1 on any.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, zip_longest
from pathlib import Path

import generate
import goals
import journey as journeys
import packs
import ranking
import reminders

TOLERANCE = 1e-9
SHOWN = 20
PER_SUBSTANCE = {
    "situations": ranking.situations,
    "results": goals.results,
    "goal": goals.goal,
    "evaluate": goals.evaluate,
}
NAMES = ("day", "start", "rule", "stable_id", "id", "label")


class Refused(Exception):
    """The terminal did not do what it was asked."""


# --- comparing


def differences(expected, actual, path=""):
    """(values compared, [(where, expected, actual)]); what the oracle does not name is free."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return 1, [(path, expected, actual)]
        count, found = 0, []
        for key, value in expected.items():
            if key not in actual:
                count, found = count + 1, [*found, (f"{path}.{key}", value, "absent")]
                continue
            more, others = differences(value, actual[key], f"{path}.{key}")
            count, found = count + more, found + others
        return count, found
    if isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            return 1, [(path, brief(expected), brief(actual))]
        count, found = 1, []
        for n, (one, other) in enumerate(zip(expected, actual)):
            more, others = differences(one, other, f"{path}[{name_of(one, n)}]")
            count, found = count + more, found + others
        return count, found
    return 1, [] if same(expected, actual) else [(path, expected, actual)]


def same(expected, actual):
    if isinstance(expected, bool) or isinstance(actual, bool) or expected is None:
        return expected is actual
    if isinstance(expected, float):
        return isinstance(actual, (int, float)) and abs(expected - actual) <= TOLERANCE
    return expected == actual


def name_of(value, position):
    if isinstance(value, dict):
        found = [str(value[key]) for key in NAMES if key in value]
        return "/".join(found) or position
    return position


def brief(value):
    if not isinstance(value, list):
        return value
    return f"{len(value)}: " + ", ".join(str(name_of(v, v)) for v in value)


def key_of(named):
    return named["label"] if named.get("own") else named.get("id", "")


def settled(view):
    """A ranking with what has no order of its own put in one: own ties (R11) and pairs."""
    places = view.get("places")
    if not isinstance(places, list) or not all(isinstance(p, dict) for p in places):
        return view
    rank = {
        key_of(p): (p.get("pinned"), round(p.get("score", 0), 9), p.get("logs")) for p in places
    }
    view = {**view}
    for table in ("places", "rare_but_strong", "automatic"):
        if isinstance(view.get(table), list):
            view[table] = own_ties(view[table], rank)
    for n, p in enumerate(view["places"]):
        # The place of tied own situations is whichever of theirs; all others keep what was said.
        if p.get("own"):
            view["places"][n] = {**p, "place": places[n].get("place")}
    for table in ("together", "combinations"):
        if isinstance(view.get(table), list):
            pairs = map(turned, view[table])
            view[table] = sorted(pairs, key=lambda r: (key_of(r["a"]), key_of(r["b"])))
    return view


def in_oracle_terms(expected, actual):
    """The terminal says more than the oracle, and some of it in other words: units by their whole
    code, use days as whole numbers, a lapse by the flow it leads to, agreements by record."""
    if isinstance(actual, list):
        pairs = zip_longest(expected if isinstance(expected, list) else [], actual)
        return [in_oracle_terms(one, other) for one, other in pairs if other is not None]
    if not isinstance(actual, dict):
        return actual
    wanted = expected if isinstance(expected, dict) else {}
    view = {key: in_oracle_terms(wanted.get(key), value) for key, value in actual.items()}
    if isinstance(view.get("unit"), str):
        view["unit"] = view["unit"].split(".")[-1]
    if isinstance(view.get("use_days"), dict):
        view["use_days"] = {key: str(days) for key, days in view["use_days"].items()}
    if "flow" in view:
        view["look_back"] = view["flow"] == "look_back"
    if "rule" in view:
        view["agreement"] = wanted.get("agreement")
    return view


def agreements_in_any_order(view):
    """Agreements have no order of their own outside: their records' ids are not known there."""
    if isinstance(view, list):
        view = [agreements_in_any_order(one) for one in view]
        if view and all(isinstance(one, dict) and "rule" in one for one in view):
            view.sort(key=lambda one: (one["state"] != "met", one["rule"], one["state"]))
        return view
    if not isinstance(view, dict):
        return view
    view = {key: agreements_in_any_order(value) for key, value in view.items()}
    return {**view, "agreement": None} if "rule" in view else view


def without_lone_contributions(expected, actual):
    """A situation that never came with another has no contribution of its own to speak of."""
    said = {key_of(place): place.get("contribution") for place in actual["places"]}
    for place in expected["places"]:
        if said.get(key_of(place), 0.0) is None:
            del place["contribution"]
    return expected


def scores_shown(view):
    """A ranking's scores as a person sees them: within 0-10, the chance by its counts."""
    clamp = lambda value: min(10.0, max(0.0, value))
    for place in view["places"]:
        for key in ("score", "low", "high"):
            place[key] = clamp(place[key])
        place.pop("shown", None)
        if "chance" in place:
            place["used"] = place.pop("chance")["used"]
    for suggestion in view["suggestions"]:
        suggestion.pop("own", None)
    return view


def own_ties(rows, rank):
    """Neighbouring own situations that tie, by their words."""
    tie = lambda row: (row.get("own"), rank.get(key_of(row)), row.get("used"))
    ordered = []
    for (own, *_), group in groupby(rows, key=tie):
        ordered += sorted(group, key=key_of) if own else group
    return ordered


def turned(pair):
    return pair if key_of(pair["a"]) <= key_of(pair["b"]) else {**pair, "a": pair["b"], "b": pair["a"]}


# --- asking the terminal


class Terminal:
    def __init__(self, koers, folder, meta):
        self.koers, self.folder, self.meta = koers, Path(folder), meta
        (self.folder / "passphrase").write_text("een lang geheim voor de proef\n")

    def run(self, zone, now, *words):
        vault, passphrase = self.folder / "vault.koers", self.folder / "passphrase"
        line = [self.koers, "--vault", vault, "--passphrase-file", passphrase]
        line += ["--zone", zone, "--now", now, *words]
        done = subprocess.run(
            [str(w) for w in line], capture_output=True, text=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, timeout=120, check=False,
        )
        if done.returncode:
            said = (done.stderr or done.stdout).strip()[:600]
            raise Refused(f"{' '.join(map(str, words))}: exit {done.returncode}: {said}")
        return done.stdout

    def later(self, *words):
        return self.run(self.meta["zone"], self.meta["now"], *words)

    def ask(self, *words):
        said = self.later(*words, "--json")
        try:
            return json.loads(said)
        except json.JSONDecodeError as wrong:
            raise Refused(f"{' '.join(words)}: not one JSON object: {wrong}") from wrong

    def fill(self, twice):
        start = ("start", "--answers", self.folder / "answers.toml")
        self.run(self.meta["start_zone"], self.meta["started"], *start)
        for _ in range(2 if twice else 1):
            self.later("import", self.folder / "diary.csv")


def one(koers, seed, folder, shelf):
    """All of one journey: values compared, and the differences."""
    generate.write(seed, folder, shelf)
    journey = journeys.read(folder, shelf)
    meta = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))
    terminal = Terminal(koers, folder, meta)
    count, found = 0, []
    try:
        # A second import of the same file adds nothing.
        terminal.fill(twice=seed % 10 == 0)
        for substance in meta["substances"]:
            for query, compute in PER_SUBSTANCE.items():
                expected, actual = compute(journey, substance), terminal.ask(query, "--substance", substance)
                actual = in_oracle_terms(expected, actual)
                expected, actual = map(agreements_in_any_order, (expected, actual))
                if query == "situations":
                    expected, actual = scores_shown(expected), scores_shown(actual)
                    expected = without_lone_contributions(expected, actual)
                    expected, actual = settled(expected), settled(actual)
                more, others = differences(expected, actual, f"{query} {substance}")
                count, found = count + more, found + others
        more, others = differences(reminders.reminders(journey), terminal.ask("reminders"), "reminders")
        count, found = count + more, found + others
    except (Refused, subprocess.TimeoutExpired) as refused:
        count, found = count + 1, [*found, ("command", "done", str(refused))]
    return count, found


def main(arguments=None, out=sys.stdout):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("koers")
    parser.add_argument("--journeys", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    # One more than there are cores: each question also waits for the disk.
    parser.add_argument("--jobs", type=int, default=1 + (os.cpu_count() or 1))
    parser.add_argument("--keep", help="write the journeys and vaults here and leave them")
    parser.add_argument("--packs", default=packs.SHIPPED)
    options = parser.parse_args(arguments)
    shelf = packs.read(options.packs)
    seeds = range(options.first, options.first + options.journeys)
    koers = Path(options.koers).resolve()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(options.jobs) as pool:
        home = Path(options.keep or scratch)
        work = lambda seed: one(koers, seed, home / f"{seed:04}", shelf)
        told = list(zip(seeds, pool.map(work, seeds)))
    count = sum(values for _, (values, _) in told)
    wrong = [(seed, *where) for seed, (_, found) in told for where in found]
    print(f"{len(seeds)} journeys, {count} values compared, {len(wrong)} differences", file=out)
    for seed, path, expected, actual in wrong[:SHOWN]:
        print(f"  journey {seed:04}  {path}\n    oracle {expected}\n    koers  {actual}", file=out)
    if len(wrong) > SHOWN:
        kinds = sorted({seed for seed, *_ in wrong})
        print(f"  … and {len(wrong) - SHOWN} more, in {len(kinds)} journeys", file=out)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
