"""G4 and G8: the rules of a week, each judged by itself (readings W2 to W12)."""

from decimal import Decimal

from course import NO_LIMITS, ONE_DAY, each, limits_of
from days import text_of

ORDER = ["weekly_limit", "daily_limit", "weekdays", "stop", "agreement"]
NOTHING = Decimal(0)


class Rules:
    """One week under judgement; `chosen` judges that end goal alone (E8)."""

    def __init__(self, course, start, chosen=None):
        self.course, self.start, self.chosen = course, start, chosen
        self.week = each(start, start + 6 * ONE_DAY)
        self.done = self.week[-1] < course.today
        self.spans = course.spans(self.week)

    def all(self):
        found = [self.weekly_limit(), self.daily_limit(), self.weekdays(), self.stop()]
        found = [r for r in found if r is not None] + self.agreements()
        rank = lambda r: (r["state"] != "met", ORDER.index(r["rule"]), r["agreement"] or 0)
        return sorted(found, key=rank)

    # --- what is in force

    def holds(self, d):
        return self.chosen is None or self.course.goal_on(d) is self.chosen

    def chosen_limits(self):
        return limits_of(self.chosen) if self.chosen["kind"] == "reduce" else NO_LIMITS

    def day_limits(self, d):
        if not self.holds(d):
            return None, None
        return self.course.day_limits(d) if self.chosen is None else self.chosen_limits()[1:]

    # --- the rules

    def weekly_limit(self):
        if self.chosen is None:
            limit, in_force = self.course.week_limit(self.start)
        else:
            limit = self.chosen_limits()[0]
            in_force = self.course.goal_of_week(self.start) is self.chosen
        if limit is None:
            return None
        lo, hi = (sum(getattr(self.spans[d], end) for d in self.week) for end in ("lo", "hi"))
        if not in_force:
            state = "not_judged"
        elif lo > limit:
            state = "not_met" if self.done else "over"
        elif not self.done:
            state = "open"
        else:
            full = all(self.course.ledger[d].closed for d in self.week)
            state = "met" if full and hi <= limit else "unknown"
        return rule("weekly_limit", state, limit=text_of(limit))

    def daily_limit(self):
        here = {d: self.day_limits(d) for d in self.week}
        limits = {d: per_day for d, (per_day, _) in here.items() if per_day is not None}
        if not limits:
            return None
        allowed = lambda d: here[d][1] is None or d.weekday() in here[d][1]
        judged = [d for d in limits if allowed(d)]
        shown = limits[(judged or list(limits))[-1]]
        return self.by_day("daily_limit", judged, limits, text_of(shown))

    def weekdays(self):
        allowed = {d: self.day_limits(d)[1] for d in self.week}
        if all(days is None for days in allowed.values()):
            return None
        judged = [d for d, days in allowed.items() if days is not None and d.weekday() not in days]
        return self.by_day("weekdays", judged, dict.fromkeys(judged, NOTHING))

    def stop(self):
        wanted = {d: self.course.stop_on(d) for d in self.week if self.holds(d)}
        if not any(wants for wants, _ in wanted.values()):
            return None
        judged = [d for d, (_, begun) in wanted.items() if begun]
        return self.by_day("stop", judged, dict.fromkeys(judged, NOTHING))

    def by_day(self, name, judged, limits, limit=None):
        broken = [d for d in judged if self.spans[d].lo > limits[d]]
        if not judged:
            state = "not_judged"
        elif broken:
            state = "not_met" if self.done else "over"
        elif not self.done:
            state = "open"
        else:
            ledger = self.course.ledger
            sure = all(ledger[d].closed and self.spans[d].hi <= limits[d] for d in judged)
            state = "met" if sure else "unknown"
        return rule(name, state, limit=limit, broken_on=[d.isoformat() for d in broken])

    def agreements(self):
        goal = self.chosen or self.course.goal_on(self.week[-1])
        if not goal or goal["kind"] != "safer":
            return []
        return [self.agreement(n) for n in range(len(goal["agreements"]))]

    def agreement(self, index):
        answer = self.course.reviews.get((self.start, index))
        said = {"yes": "met", "partly": "not_met", "no": "not_met", "not-needed": "not_judged"}
        state = said.get(answer, "unknown") if self.done else "open"
        return rule("agreement", state, agreement=index)


def rule(name, state, limit=None, agreement=None, broken_on=()):
    return {
        "rule": name,
        "state": state,
        "limit": limit,
        "agreement": agreement,
        "broken_on": list(broken_on),
    }


def overall(states):
    """G4, W10."""
    judged = [s for s in states if s != "not_judged"]
    if not judged:
        return "not_judged"
    if set(judged) <= {"open", "over"}:
        return "over" if "over" in judged else "open"
    if "unknown" in judged:
        return "unknown"
    if "met" not in judged:
        return "not_met"
    return "met" if set(judged) == {"met"} else "partly"
