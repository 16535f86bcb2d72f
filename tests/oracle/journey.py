"""One journey as written down: answers.toml, diary.csv, meta.json. Reads, judges nothing."""

import csv
import json
import re
import tomllib
from collections import namedtuple
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

UTC = timezone.utc
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)(?:\[[^\]]+\])?")

# instant: UTC; wall: what the clock showed; day: by the cut-off.
Moment = namedtuple("Moment", "instant wall day")
Entry = namedtuple(
    "Entry",
    "order kind substances when made craving situations used amount unit circumstances",
)


def minutes(clock):
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def read_moment(text, cut_off):
    """A moment with its offset. The zone in brackets is a remark (reading D1)."""
    found = MOMENT.fullmatch(text)
    if not found:
        raise ValueError(f"not a moment: {text}")
    day, hour, minute, second, offset = found.groups()
    wall = datetime.combine(
        date.fromisoformat(day), time(int(hour), int(minute), int(second or 0))
    )
    if offset == "Z":
        ahead = timedelta(0)
    else:
        ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
        ahead = -ahead if offset[0] == "-" else ahead
    return Moment((wall - ahead).replace(tzinfo=UTC), wall, day_of(wall, cut_off))


def day_of(wall, cut_off):
    """G1: exactly the cut-off belongs to the new day."""
    return (wall - timedelta(minutes=cut_off)).date()


def instant_of(zone, wall):
    """The instant of a wall time: first of two in a fold, first valid minute after a gap."""
    while True:
        instant = wall.replace(tzinfo=zone).astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == wall:
            return instant
        wall = wall.replace(second=0) + timedelta(minutes=1)


def wall_of(zone, instant):
    return instant.astimezone(zone).replace(tzinfo=None)


def moment_at(zone, wall, cut_off):
    instant = instant_of(zone, wall)
    shown = wall_of(zone, instant)
    return Moment(instant, shown, day_of(shown, cut_off))


class Journey:
    """Everything the rules need, and nothing computed."""

    def __init__(self, answers, rows, meta, packs):
        self.answers = answers
        self.packs = packs
        self.zone = ZoneInfo(meta["zone"])
        self.substances = {s["id"]: s for s in answers["substance"]}
        self.cut_off = self._cut_off()
        self.now = read_moment(meta["now"], self.cut_off)
        self.today = day_of(wall_of(self.zone, self.now.instant), self.cut_off)
        self.started = read_moment(meta["started"], self.cut_off)
        self.intake = date.fromisoformat(answers["programme"]["start"])
        self.entries = [self._entry(n, row) for n, row in enumerate(rows)]

    def _cut_off(self):
        if "cut_off" in self.answers:
            return minutes(self.answers["cut_off"])
        return 360 if list(self.substances) == ["cocaine"] else 240

    def _entry(self, order, row):
        several = lambda text: tuple(dict.fromkeys(p.strip() for p in text.split(";") if p.strip()))
        when = self._when(row["when"])
        return Entry(
            order=order,
            kind=row["kind"],
            substances=(row["substance"],) if row["substance"] else tuple(self.substances),
            when=when,
            made=self._made(row, when),
            craving=int(row["craving"]) if row["craving"] else None,
            situations=several(row["situations"]),
            used=row["used"],
            amount=Decimal(row["amount"].replace(",", ".")) if row["amount"] else None,
            unit=row["unit"] or None,
            circumstances=several(row["circumstances"]),
        )

    def _when(self, text):
        if "T" in text:
            return read_moment(text, self.cut_off)
        day = date.fromisoformat(text)
        noon = moment_at(self.zone, datetime.combine(day, time(12)), self.cut_off)
        return noon._replace(day=day)

    def _made(self, row, when):
        if row["made"]:
            return read_moment(row["made"], self.cut_off)
        if "T" in row["when"] or row["kind"] == "episode":
            return when
        end = datetime.combine(when.day + timedelta(days=1), time()) + timedelta(
            minutes=self.cut_off - 1
        )
        return moment_at(self.zone, end, self.cut_off)

    def episodes(self, substance):
        return [e for e in self.entries if e.kind == "episode" and substance in e.substances]

    def closings(self, substance):
        return [e for e in self.entries if e.kind == "closing" and substance in e.substances]


def read(folder, packs):
    folder = Path(folder)
    with open(folder / "diary.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = tomllib.loads((folder / "answers.toml").read_text(encoding="utf-8"))
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return Journey(answers, rows, meta, packs)
