"""The facts of the packs that the rules need, read from their data."""

import tomllib
from collections import namedtuple
from decimal import Decimal
from pathlib import Path

Unit = namedtuple("Unit", "smallest max decimals usual_day")
Pack = namedtuple("Pack", "units situations words")
Situation = namedtuple("Situation", "default covers")

SHIPPED = Path(__file__).resolve().parents[2] / "core" / "packs"


def read(folder=SHIPPED):
    """Every substance's pack by its id, the base pack's situations and words included.

    `words` leaves out those with a blank to fill in.
    """
    raw = {}
    for file in sorted(Path(folder).glob("*/pack.toml")):
        manifest = tomllib.loads(file.read_text(encoding="utf-8"))
        raw[manifest["id"]] = manifest
    base = raw.get("base", {"id": "base"})
    return {name: _pack(base, raw[name]) for name in raw if raw[name].get("substance")}


def _pack(base, manifest):
    units = {
        u["code"]: Unit(
            Decimal(u["smallest"]), Decimal(u["max"]), u["decimals"], Decimal(u["usual_day"])
        )
        for u in manifest["units"]
        if not u.get("goal_only")
    }
    situations, words = {}, {}
    for source in (base, manifest):
        whole = lambda name: name if ":" in name else f"{source['id']}:{name}"
        for kind, entries in source.get("words", {}).items():
            for word in entries:
                if word.get("retired"):
                    continue
                code = f"{source['id']}:{kind}.{word['code']}"
                if not word.get("blank"):
                    words.setdefault(kind, []).append(code)
                if kind == "situation":
                    default = word.get("default")
                    situations[code] = Situation(
                        None if default is None else float(default),
                        frozenset(whole(c) for c in word.get("covers", [])),
                    )
    return Pack(units, situations, words)
