"""Random journeys by seed: `generate.py DIR [--journeys 200] [--first 0] [--packs DIR]`.

Each is a folder with answers.toml, diary.csv and meta.json, as FORMATS.md describes them.
"""

import argparse
import csv
import json
import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import packs
from days import text_of
from diary import Diary
from journey import WEEKDAYS, day_of, instant_of, minutes, wall_of

# Zones whose rules have long been settled, so that two editions of the tz database agree.
ZONES = """Europe/Brussels Europe/Amsterdam Europe/Paris Europe/London Europe/Dublin Europe/Lisbon
Europe/Helsinki Atlantic/Azores America/New_York America/Chicago America/Denver
America/Los_Angeles America/Halifax America/St_Johns America/Havana America/Santiago
America/Sao_Paulo America/Bogota Africa/Johannesburg Africa/Lagos Asia/Jerusalem Asia/Kolkata
Asia/Kathmandu Asia/Tokyo Asia/Dubai Australia/Sydney Australia/Adelaide Australia/Lord_Howe
Pacific/Auckland Pacific/Chatham Pacific/Honolulu Pacific/Kiritimati Pacific/Apia UTC""".split()
OWN_SITUATIONS = {
    "cannabis": ["thuiskomen in een leeg huis", "na de tandarts, \"weer\" pijn", "zondag 17 u"],
    "cocaine": ["Jef op café", "l'été à la mer", "na de match"],
}
QUIET = [
    ("22:00", "08:00"), ("20:00", "09:00"), ("19:00", "10:00"), ("23:30", "06:00"), ("00:00", "08:00"),
    ("09:00", "12:00"), ("07:00", "09:00"), ("12:00", "20:00"), ("20:00", "21:00"), ("10:00", "10:00"),
]
ONE_DAY = timedelta(days=1)
COLUMNS = "kind substance when craving situations used amount unit circumstances note made".split()


def changes_clock(zone, first, days):
    """The days on which the clock of a zone is changed."""
    noon = lambda d: datetime.combine(d, time(12)).replace(tzinfo=zone).utcoffset()
    span = [first + n * ONE_DAY for n in range(days)]
    return [d for d in span if noon(d) != noon(d - ONE_DAY)]


class Maker(Diary):
    def __init__(self, seed, shelf):
        self.dice = random.Random(seed)
        self.shelf = shelf
        dice = self.dice
        self.zone_name = dice.choice(ZONES)
        self.start_zone_name = self.zone_name if dice.random() < 0.88 else dice.choice(ZONES)
        self.zone, self.start_zone = ZoneInfo(self.zone_name), ZoneInfo(self.start_zone_name)
        chosen = dice.choices([["cannabis"], ["cocaine"], ["cannabis", "cocaine"]], [5, 4, 3])[0]
        self.substances = chosen
        self.cut_off_text = dice.choice([None, None, "04:00", "00:00", "06:00", "05:30", "02:15"])
        default = 360 if chosen == ["cocaine"] else 240
        self.cut_off = default if self.cut_off_text is None else minutes(self.cut_off_text)
        self.weeks = dice.choice([4, 5, 6])
        self.length = dice.choice([3, 10, 17, 24, 31, 38, 45, 60]) + dice.randint(0, 6)
        self.start = self._start()
        self.travel = self.start + dice.randint(1, self.length) * ONE_DAY
        self.started = self._instant(self.start, 9 * 60 + dice.randint(0, 600))
        end = self.start + self.length * ONE_DAY
        self.now = max(
            instant_of(self.zone, datetime.combine(end, time()) + timedelta(minutes=dice.randint(0, 1439))),
            self.started + timedelta(hours=30),
        )
        self.today = day_of(wall_of(self.zone, self.now), self.cut_off)
        self.quiet_end = self.now - timedelta(days=dice.choice([0, 0, 0, 1, 3, 5, 9, 14, 20]))
        self.rows, self.taken = [], set()

    def _start(self):
        dice = self.dice
        first = date(2024, 1, 8) + dice.randint(0, 700) * ONE_DAY
        near = changes_clock(self.zone, first, 250)
        if near and dice.random() < 0.5:
            return dice.choice(near) - dice.randint(0, self.length) * ONE_DAY
        return first

    def zone_on(self, day):
        return self.start_zone if day < self.travel else self.zone

    def _instant(self, day, minute):
        """A minute of a local day, counted from its midnight (over 1440: the night after)."""
        zone = self.zone_on(day)
        return instant_of(zone, datetime.combine(day, time()) + timedelta(minutes=minute))

    def chance(self, p):
        return self.dice.random() < p

    # --- answers

    def answers(self):
        dice = self.dice
        lines = [f"nickname = {quote(dice.choice(['Sam', 'Noor', 'Ż', 'Jo']))}"]
        lines.append(f'language = "{dice.choice(["nl", "en"])}"')
        lines.append(f'zone = "{self.start_zone_name}"')
        if self.cut_off_text:
            lines.append(f'cut_off = "{self.cut_off_text}"')
        if self.chance(0.3):
            lines.append('also_used = ["alcohol", "tobacco"]')
        if self.chance(0.3):
            lines.append(f"note_to_self = {quote('Denk aan de zondagen. “Rustig.”')}")
        lines += ["", "[programme]", f"weeks = {self.weeks}", f'start = "{self.start}"']
        for substance in self.substances:
            lines += self.substance(substance)
        lines += self.reminders()
        return "\n".join(lines) + "\n"

    def amount(self, unit, most):
        """A whole multiple of the unit's smallest amount, above zero."""
        steps = max(1, int(Decimal(str(most)) / unit.smallest))
        return text_of(unit.smallest * self.dice.randint(1, steps))

    def substance(self, substance):
        dice, units = self.dice, self.shelf[substance].units
        unit = dice.choice(list(units))
        facts = units[unit]
        heavy = float(facts.usual_day) * dice.choice([0.5, 1, 2, 4])
        rested = dice.choice([0, 0.2, 0.5, 1])
        baseline = [
            "?" if self.chance(0.08)
            else "0" if self.chance(rested)
            else self.amount(facts, heavy)
            for _ in range(7)
        ]
        lines = ["", "[[substance]]", f'id = "{substance}"', f'unit = "{unit}"']
        lines.append(f"baseline = {quote(baseline)}")
        lines.append(f"usual_week = {quote(self.chance(0.7))}")
        if self.chance(0.3):
            lines.append(f'usual_amount = "{self.amount(facts, heavy)}"')
        decided = self.chance(0.94)
        lines.append(f'decision = "{"change" if decided else "not-now"}"')
        if self.chance(0.4):
            lists = 'use_pros = ["rust"], use_cons = ["geld", "slaap"], stop_pros = [], stop_cons = ["saai"]'
            lines.append(f"lists = {{ {lists} }}")
        if decided and self.chance(0.5):
            lines += ['strongest_reason = "mijn dochter"', f"importance = {dice.randint(0, 10)}"]
            lines.append(f"confidence = {dice.randint(0, 10)}")
        self.plan = {"unit": unit, "goal_unit": unit, "round": self.chance(0.25)}
        if decided:
            lines += self.goal(substance, unit, heavy)
        lines += self.calibrations(substance)
        lines += self.situations(substance)
        self.diary(substance)
        return lines

    def limits(self, unit, facts, heavy, scale=1.0):
        """Any mix of the three limits, at least one."""
        dice = self.dice
        lines = []
        while not lines:
            if self.plan["round"] and unit == self.plan["unit"]:
                # One unit at a time and a low limit: totals that just reach it.
                lines.append(f'per_week = "{dice.randint(1, 4)}"')
            elif self.chance(0.6):
                most = heavy * 7 * scale if unit != "use-day" else 7
                lines.append(f'per_week = "{self.amount(facts, most)}"')
            if unit != "use-day" and self.chance(0.4):
                lines.append(f'per_day = "{self.amount(facts, heavy * 1.5 * scale)}"')
            if self.chance(0.4):
                allowed = sorted(dice.sample(range(7), dice.randint(1, 6)))
                lines.append(f"weekdays = {quote([WEEKDAYS[n] for n in allowed])}")
        return lines

    def goal(self, substance, unit, heavy):
        dice, pack = self.dice, self.shelf[substance]
        weights = [1, 9, 0] if self.plan["round"] else [4, 6, 2]
        kind = dice.choices(["stop", "reduce", "safer"], weights)[0]
        pace = "right-away" if self.chance(0.6) else "step-by-step"
        anchor = dice.choice(WEEKDAYS)
        goal_unit = unit
        if kind != "safer":
            goal_unit = dice.choice([unit, unit, unit, "use-day", dice.choice(list(pack.units))])
        self.plan["goal_unit"] = goal_unit
        facts = pack.units.get(goal_unit) or packs.Unit(Decimal(1), Decimal(7), 0, Decimal(1))
        if goal_unit not in (unit, "use-day"):
            heavy = float(facts.usual_day) * 2
        set_on = self.start + (0 if self.chance(0.6) else dice.randint(0, 5)) * ONE_DAY
        lines = ["", "[substance.goal]", f'kind = "{kind}"', f'pace = "{pace}"']
        lines.append(f'week_starts = "{anchor}"')
        if goal_unit != unit or self.chance(0.5):
            lines.append(f'unit = "{goal_unit}"')
        if set_on != self.start or self.chance(0.3):
            lines.append(f'set_on = "{set_on}"')
        agreements = 0
        if kind == "reduce":
            lines += self.limits(goal_unit, facts, heavy)
        if kind == "stop" and self.chance(0.9):
            lines.append(f'stop_date = "{set_on + dice.choice([0, 0, 1, 3, 8, 20]) * ONE_DAY}"')
        if kind == "safer":
            agreements = dice.randint(1, 3)
            chosen = dice.sample(pack.words["measure"], agreements)
            if self.chance(0.3):
                chosen[0] = "nooit alleen in de auto"
            lines.append(f"agreements = {quote(chosen)}")
        if pace == "right-away" and kind != "safer" and self.chance(0.25):
            lines += self.goal_changes(set_on, goal_unit, facts, heavy)
        lines += self.week_entries(kind, pace, anchor, set_on, agreements, goal_unit, facts, heavy)
        return lines

    def goal_changes(self, set_on, unit, facts, heavy):
        lines, on = [], set_on
        for _ in range(self.dice.choice([1, 1, 2])):
            on += self.dice.randint(1, 20) * ONE_DAY
            lines += ["", "[[substance.goal_change]]", f'set_on = "{on}"']
            if self.chance(0.4):
                lines.append('kind = "stop"')
                if self.chance(0.8):
                    lines.append(f'stop_date = "{on + self.dice.choice([0, 1, 2, 5]) * ONE_DAY}"')
            else:
                lines += ['kind = "reduce"', *self.limits(unit, facts, heavy)]
        return lines

    def week_entries(self, kind, pace, anchor, set_on, agreements, unit, facts, heavy):
        lines = []
        week = set_on - (set_on.weekday() - WEEKDAYS.index(anchor)) % 7 * ONE_DAY
        number = 0
        while week <= self.today:
            number += 1
            if pace == "step-by-step" and kind != "safer" and self.chance(0.75):
                lines += ["", "[[substance.step]]", f'week_start = "{week}"']
                lines += self.limits(unit, facts, heavy, scale=max(0.2, 1.5 - 0.2 * number))
            for n in range(agreements):
                if self.chance(0.8):
                    answer = self.dice.choices(["yes", "partly", "no", "not-needed"], [6, 1, 1, 2])[0]
                    lines += ["", "[[substance.review]]", f'week_start = "{week}"']
                    lines += [f"agreement = {n}", f'answer = "{answer}"']
            week += 7 * ONE_DAY
        return lines

    def calibrations(self, substance):
        lines = []
        for source in self.shelf[substance].units:
            target = self.plan["goal_unit"]
            if source == target or target == "use-day" or not self.chance(0.55):
                continue
            first = self.start + self.dice.choice([0, 0, 0, 4]) * ONE_DAY
            for valid in [first, first + 10 * ONE_DAY][: self.dice.choice([1, 1, 2])]:
                factor = self.dice.choice(["4", "0.25", "0.1", "10", "0.333", "1.5", "0.025"])
                lines += ["", "[[substance.calibration]]", f'from = "{source}"', f'to = "{target}"']
                lines += [f'factor = "{factor}"', f'valid_from = "{valid}"']
        return lines

    def situations(self, substance):
        dice, pack = self.dice, self.shelf[substance]
        many = dice.choice([0, 3, 6, 12, 20])
        ids = dice.sample(pack.words["situation"], many)
        own = dice.sample(OWN_SITUATIONS[substance], dice.randint(0, 3))
        self.plan["pool"] = ids[: many * 3 // 4] + dice.sample(pack.words["situation"], 3) + own
        lines, pins = [], 0
        for name in ids + own[:2]:
            key = "id" if ":" in name else "words"
            lines += ["", "[[substance.situation]]", f"{key} = {quote(name)}"]
            if self.chance(0.7):
                lines.append(f"rating = {min(10, max(0, round(dice.gauss(6, 3))))}")
            if pins < 3 and self.chance(0.1):
                pins += 1
                lines.append("pinned = true")
        return lines

    def reminders(self):
        dice = self.dice
        lines = []
        check_in = dice.choice([None, None, "off", "20:00", "21:30", "23:30", "02:30", "03:00", "00:30", "09:15"])
        if check_in:
            lines.append(f'check_in = "{check_in}"')
        if self.chance(0.5):
            clock = dice.choice(["off", "09:00", "07:30", "11:00", "20:30", "02:00", "17:00"])
            lines.append(f'not_closed = "{clock}"')
        if self.chance(0.7):
            lines.append(f"per_day = {dice.randint(1, 3)}")
        if self.chance(0.5):
            start, end = dice.choice(QUIET)
            lines += [f'quiet_from = "{start}"', f'quiet_to = "{end}"']
        if check_in != "off" and self.chance(0.2):
            self.just_before(check_in or "20:00")
        return ["", "[reminders]", *lines] if lines else []

    def just_before(self, clock):
        """Asks half an hour before a check-in, with a note on the edge of two hours before it."""
        tomorrow = wall_of(self.zone, self.now).date() + ONE_DAY
        wall = datetime.combine(tomorrow, time()) + timedelta(minutes=minutes(clock))
        instant = instant_of(self.zone, wall)
        self.now = instant - timedelta(minutes=30)
        note = self.fresh(instant - timedelta(minutes=self.dice.choice([119, 120, 120, 121])))
        row = {"kind": "episode", "substance": self.substances[0], "used": "no", "craving": "3"}
        self.rows.append({**row, "when": self.write_moment(self.zone, note)})

    # --- files

    def write(self, folder):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        answers = self.answers()
        rows = self.merged()
        (folder / "answers.toml").write_text(answers, encoding="utf-8")
        with open(folder / "diary.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(rows)
        meta = {
            "started": self.plain(self.start_zone, self.started),
            "now": self.plain(self.zone, self.now),
            "start_zone": self.start_zone_name,
            "zone": self.zone_name,
            "substances": self.substances,
        }
        (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    def plain(self, zone, instant):
        return instant.astimezone(zone).isoformat(timespec="seconds")

    def merged(self):
        """Some closings name no substance: they close all that are followed."""
        for row in self.rows:
            if row["kind"] == "closing" and self.chance(0.1):
                row["substance"] = ""
        self.dice.shuffle(self.rows)
        return self.rows


def quote(value):
    """A TOML value: strings, lists of strings and booleans are written as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def write(seed, folder, shelf):
    Maker(seed, shelf).write(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--journeys", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--packs", default=packs.SHIPPED)
    options = parser.parse_args()
    shelf = packs.read(options.packs)
    for seed in range(options.first, options.first + options.journeys):
        write(seed, Path(options.folder) / f"{seed:04}", shelf)


if __name__ == "__main__":
    main()
