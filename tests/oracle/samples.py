"""Small journeys for the tests, in March 2026 in Brussels."""

from datetime import date
from decimal import Decimal

import generate
import packs
from journey import Journey

JOINT = packs.Unit(Decimal("0.25"), Decimal(50), 2, Decimal(3))
GRAM = packs.Unit(Decimal("0.05"), Decimal(30), 2, Decimal(1))
COVERED = packs.Situation(None, frozenset({"base:place.home"}))
SHELF = {
    name: packs.Pack({"joint": JOINT, "gram": GRAM}, {"base:situation.home": COVERED}, {})
    for name in ("cannabis", "cocaine")
}
# 2026-03-02 is a Monday. Brussels is one hour ahead of UTC until 29 March, then two.
MONDAY = date(2026, 3, 2)


def row(kind, when, **columns):
    blank = dict.fromkeys(generate.COLUMNS, "")
    return {**blank, "kind": kind, "substance": "cannabis", "when": when, **columns}


def at(day, clock, offset="+01:00"):
    return f"2026-03-{day:02}T{clock}{offset}"


def use(day, amount="", unit="joint", clock="20:00", **columns):
    return row("episode", at(day, clock), used="yes", amount=amount, unit=unit, **columns)


def closed(day, said="none"):
    return row("closing", at(day, "23:00"), used=said)


def journey(rows, now=at(9, "12:00"), goal=None, answers=None, **substance):
    substance = {
        "id": "cannabis",
        "unit": "joint",
        "baseline": ["2"] * 7,
        **({"goal": {"week_starts": "monday", **goal}} if goal else {}),
        **substance,
    }
    whole = {"programme": {"weeks": 4, "start": "2026-03-02"}, "substance": [substance]}
    meta = {"now": now, "started": at(2, "08:00"), "zone": "Europe/Brussels"}
    return Journey({**whole, **(answers or {})}, rows, meta, SHELF)


def reduce(**limits):
    return {"kind": "reduce", **limits}
