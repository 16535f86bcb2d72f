"""reminders.md: check-in and "day not closed" of the coming fourteen days."""

from collections import namedtuple
from datetime import datetime, time, timedelta

from days import Ledger
from journey import day_of, instant_of, minutes, wall_of

HORIZON = timedelta(days=14)
APART = timedelta(hours=3)
JUST_RECORDED = timedelta(hours=2)
MOST = 48
ONE_DAY = timedelta(days=1)
DEFAULTS = {"check_in": "20:00", "not_closed": "09:00"}
ACTIONS = {"check_in": ["nothing_so_far", "log", "later"], "not_closed": ["log", "later"]}

Item = namedtuple("Item", "kind date instant local expires")


def at(zone, date, minute):
    return instant_of(zone, datetime.combine(date, time()) + timedelta(minutes=minute))


class Planner:
    def __init__(self, journey):
        self.journey, self.zone = journey, journey.zone
        self.settings = journey.answers.get("reminders", {})
        self.ledgers = [Ledger(journey, s) for s in journey.substances]
        now = journey.now.instant
        self.records = sorted(
            [journey.started.instant, *(e.made.instant for e in journey.entries)]
        )
        self.records = [r for r in self.records if r <= now]
        self.last = self.records[-1]
        first = wall_of(self.zone, self.last).date() - ONE_DAY
        final = wall_of(self.zone, now + HORIZON).date() + ONE_DAY
        self.dates = [first + timedelta(days=n) for n in range((final - first).days + 1)]

    def closed(self, day):
        return all(ledger[day].closed for ledger in self.ledgers)

    def clock(self, kind):
        set_to = self.settings.get(kind, DEFAULTS[kind])
        return None if set_to == "off" else minutes(set_to)

    def item(self, kind, date):
        """The item of a civil date, or none where the zone skipped that date."""
        clock, cut_off = self.clock(kind), self.journey.cut_off
        wall = datetime.combine(date, time()) + timedelta(minutes=clock)
        if not self.exists(date):
            return None
        instant = instant_of(self.zone, wall)
        local = wall_of(self.zone, instant)
        if kind == "check_in":
            expires = at(self.zone, day_of(wall, cut_off) + ONE_DAY, cut_off)
        else:
            evening = at(self.zone, local.date(), 20 * 60)
            expires = evening if evening > instant else at(self.zone, local.date() + ONE_DAY, 20 * 60)
        return Item(kind, date, instant, local, expires)

    def exists(self, date):
        start = wall_of(self.zone, at(self.zone, date, 0))
        return start.date() == date

    def stands(self, item):
        """M5 and M6: what is dropped whatever the back-off says."""
        journey = self.journey
        wall = datetime.combine(item.date, time()) + timedelta(minutes=self.clock(item.kind))
        day = day_of(wall, journey.cut_off)
        if item.kind not in self.settings and self.quiet(item.local):
            return False
        if item.kind == "check_in":
            just = any(item.instant - JUST_RECORDED <= r <= item.instant for r in self.records)
            return not just and not self.closed(day)
        return day - ONE_DAY >= journey.intake and not self.closed(day - ONE_DAY)

    def quiet(self, local):
        start = minutes(self.settings.get("quiet_from", "22:00"))
        end = minutes(self.settings.get("quiet_to", "08:00"))
        minute = local.hour * 60 + local.minute
        return start <= minute < end if start <= end else minute >= start or minute < end

    def fits(self, item, kept):
        same_date = sum(k.local.date() == item.local.date() for k in kept)
        near = any(abs(k.instant - item.instant) < APART for k in kept)
        return same_date < self.settings.get("per_day", 1) and not near

    def fired(self):
        """Everything that fires after the last record, each kind walked by itself (M7, M8)."""
        kept, fired = [], []
        for kind in ("check_in", "not_closed"):
            if self.clock(kind) is None:
                continue
            dates = []
            for date in self.dates:
                item = self.item(kind, date)
                if item is None or not self.stands(item) or not self.fits(item, kept):
                    continue
                if item.instant > self.last:
                    if len(dates) >= 6 or (len(dates) >= 3 and (date - dates[-1]).days < 2):
                        continue
                    dates.append(date)
                    fired.append(item)
                kept.append(item)
        return sorted(fired, key=lambda i: i.instant)


def milliseconds(instant):
    return round(instant.timestamp() * 1000)


def reminders(journey):
    planner = Planner(journey)
    now = journey.now.instant
    fired = planner.fired()
    coming = [i for i in fired if now < i.instant <= now + HORIZON][:MOST]
    over = lambda kind: sum(i.kind == kind and i.expires <= now for i in fired)
    return {
        "items": [
            {
                "stable_id": f"{i.kind}:{i.date.isoformat()}",
                "instant_ms": milliseconds(i.instant),
                "local": i.local.strftime("%Y-%m-%dT%H:%M"),
                "kind": i.kind,
                "expires_ms": milliseconds(i.expires),
                "actions": ACTIONS[i.kind],
            }
            for i in coming
        ],
        "stopped": [kind for kind in ("check_in", "not_closed") if over(kind) >= 6],
    }
