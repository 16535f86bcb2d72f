"""G2: what is known of one substance on one day, and how much that is in a unit."""

from collections import defaultdict, namedtuple
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

USE_DAY = "use-day"
THOUSANDTH = Decimal("0.001")
FINAL_WITHIN = timedelta(hours=6)

Day = namedtuple("Day", "uses closed early recalled")
Span = namedtuple("Span", "lo hi")


def is_final(entry, cut_off):
    """D3: by the wall clock of its own offset."""
    end = datetime.combine(entry.when.day + timedelta(days=1), time()) + timedelta(minutes=cut_off)
    return entry.made.wall >= end - FINAL_WITHIN


def state(events, cut_off):
    """One day's events told in the order in which they were recorded (D5)."""
    uses, closed_by, waiting = [], None, False
    for e in sorted(events, key=lambda e: (e.made.instant, e.order)):
        if e.kind == "episode":
            uses.append(e)
            closed_by, waiting = None, False
        elif e.used == "stayed":
            if waiting and e.made.day > e.when.day:
                closed_by, waiting = e, False
        elif e.used in ("none", "so-far") and uses:
            continue
        elif e.used == "so-far":
            waiting = waiting or closed_by is None
        elif is_final(e, cut_off):
            closed_by, waiting = e, False
        else:
            closed_by, waiting = None, True
    late = lambda e, grace: e.made.day > e.when.day + timedelta(days=grace)
    recalled = any(late(u, 0) for u in uses) or (closed_by is not None and late(closed_by, 1))
    return Day(tuple(uses), closed_by is not None, waiting, recalled)


BLANK = Day((), False, False, False)


class Ledger:
    """All days of one substance."""

    def __init__(self, journey, substance):
        events = defaultdict(list)
        for e in journey.episodes(substance):
            if e.used == "yes":
                events[e.when.day].append(e)
        for e in journey.closings(substance):
            events[e.when.day].append(e)
        self.days = {day: state(found, journey.cut_off) for day, found in events.items()}

    def __getitem__(self, day):
        return self.days.get(day, BLANK)


class Measure:
    """Amounts of one substance in one unit."""

    def __init__(self, journey, substance, unit):
        answers = journey.substances[substance]
        self.unit = unit
        self.intake = journey.intake
        self.calibrations = answers.get("calibration", [])
        self.baseline_unit = answers["unit"]
        self.baseline_texts = answers["baseline"]
        if unit == USE_DAY:
            self.smallest = self.usual_day = Decimal(1)
        else:
            facts = journey.packs[substance].units[unit]
            self.smallest, self.usual_day = facts.smallest, facts.usual_day

    def convert(self, amount, unit, day):
        """The amount in this measure's unit, or nothing where it is unknown (D11)."""
        if amount is None or unit is None:
            return None
        if unit == self.unit:
            return amount
        valid = [
            c
            for c in self.calibrations
            if c["from"] == unit and c["to"] == self.unit and c["valid_from"] <= day.isoformat()
        ]
        if not valid:
            return None
        factor = Decimal(max(valid, key=lambda c: c["valid_from"])["factor"])
        return (amount * factor).quantize(THOUSANDTH, rounding=ROUND_HALF_UP)

    def at_least(self, day, day_state):
        """What was certainly used."""
        if not day_state.uses:
            return Decimal(0), False
        if self.unit == USE_DAY:
            return Decimal(1), False
        parts = [self.convert(u.amount, u.unit, day) for u in day_state.uses]
        unknown = None in parts
        known = sum((p for p in parts if p is not None), Decimal(0))
        return known + (self.smallest if unknown else 0), unknown

    def span(self, day, day_state, cap):
        lo, unknown = self.at_least(day, day_state)
        if self.unit == USE_DAY:
            return Span(lo, lo if lo or day_state.closed else Decimal(1))
        if day_state.closed and not unknown:
            return Span(lo, lo)
        return Span(lo, max(lo, cap))

    def baseline(self):
        """The seven days before the intake day, as spans; nothing for "don't know" (E6)."""
        los, spans = [], []
        for text in self.baseline_texts:
            amount = None if text == "?" else Decimal(text.replace(",", "."))
            if amount is None:
                los.append((None, False))
            elif self.unit == USE_DAY:
                los.append((Decimal(1 if amount else 0), False))
            elif not amount:
                los.append((Decimal(0), False))
            else:
                here = self.convert(amount, self.baseline_unit, self.intake)
                los.append((self.smallest, True) if here is None else (here, False))
        most = max([lo for lo, _ in los if lo is not None] + [self.usual_day])
        for lo, unknown in los:
            if lo is None:
                spans.append(Span(Decimal(0), most))
            else:
                spans.append(Span(lo, max(lo, most) if unknown else lo))
        largest = max([lo for lo, _ in los if lo is not None], default=Decimal(0))
        known = sum(1 for lo, _ in los if lo is not None)
        return spans, known, largest

    def cap(self, ledger, last_day):
        """G2, D10: never zero."""
        _, _, largest = self.baseline()
        recent = [
            self.at_least(day, ledger[day])[0]
            for day in (last_day - timedelta(days=n) for n in range(28))
        ]
        return max([largest, self.usual_day, *recent])


def text_of(amount):
    """As the formats write an amount: a point, no needless zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
