"""Which goal, step and limit is in force when (G0, G3; readings W1 to W6), and the days' figures."""

from datetime import date, timedelta
from decimal import Decimal

from days import USE_DAY, Ledger, Measure, text_of
from journey import WEEKDAYS

ONE_DAY = timedelta(days=1)
NO_LIMITS = (None, None, None)


def day(text):
    return date.fromisoformat(text)


def each(first, last):
    """Every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def limits_of(source):
    """Weekly limit, daily limit and allowed weekdays, as a goal or a step states them."""
    number = lambda key: Decimal(source[key]) if key in source else None
    allowed = {WEEKDAYS.index(w) for w in source["weekdays"]} if "weekdays" in source else None
    return number("per_week"), number("per_day"), allowed


class Course:
    """The goals of one substance, over the days of its ledger."""

    def __init__(self, journey, substance):
        answers = journey.substances[substance]
        self.substance, self.today = substance, journey.today
        self.last_day = (
            day(journey.answers["programme"]["start"])
            + timedelta(days=7 * journey.answers["programme"]["weeks"])
            - ONE_DAY
        )
        self.goals = []
        first = answers.get("goal")
        if first:
            start = first.get("set_on", journey.answers["programme"]["start"])
            changes = sorted(answers.get("goal_change", []), key=lambda g: g["set_on"])
            self.goals = [{**first, "set_on": start}, *changes]
            self.pace = first.get("pace", "right-away")
            self.anchor = WEEKDAYS.index(first["week_starts"])
        self.steps = {day(s["week_start"]): s for s in answers.get("step", [])}
        self.reviews = {
            (day(r["week_start"]), r["agreement"]): r["answer"] for r in answers.get("review", [])
        }
        self.ledger = Ledger(journey, substance)
        unit = first.get("unit", answers["unit"]) if first else answers["unit"]
        self.measure = Measure(journey, substance, unit)
        self.use_days = Measure(journey, substance, USE_DAY)

    # --- which goal holds when (W1-W5)

    @property
    def begins(self):
        return day(self.goals[0]["set_on"])

    def week_of(self, d):
        return d - timedelta(days=(d.weekday() - self.anchor) % 7)

    def weeks(self):
        if not self.goals or self.begins > self.today:
            return []
        first, last = self.week_of(self.begins), self.week_of(self.today)
        return [first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1)]

    def goal_on(self, d):
        """The goal whose day rules hold on this day (W2)."""
        holding = [g for n, g in enumerate(self.goals) if day(g["set_on"]) + min(n, 1) * ONE_DAY <= d]
        return holding[-1] if holding else None

    def goal_of_week(self, start):
        """The goal whose weekly limit holds in this week (W3)."""
        holding = [g for n, g in enumerate(self.goals) if day(g["set_on"]) + min(n, 1) * ONE_DAY <= start]
        return holding[-1] if holding else None

    def day_limits(self, d):
        """Daily limit and allowed weekdays in force on a day (W2, W5)."""
        goal = self.goal_on(d)
        if goal is None or goal["kind"] == "safer":
            return None, None
        if self.pace == "step-by-step":
            return limits_of(self.steps.get(self.week_of(d), {}))[1:]
        return limits_of(goal)[1:] if goal["kind"] == "reduce" else (None, None)

    def week_limit(self, start):
        """(the weekly limit, whether it held for seven days); no limit, no rule (W3, W5)."""
        goal = self.goal_of_week(start)
        holds = goal is not None
        goal = goal or self.goals[0]
        if self.pace == "step-by-step" and goal["kind"] != "safer":
            return limits_of(self.steps.get(start, {}))[0], holds
        return (limits_of(goal)[0] if goal["kind"] == "reduce" else None), holds

    def stop_on(self, d):
        """(whether the goal of the day is to stop, whether its stop date has come)."""
        goal = self.goal_on(d)
        if goal is None or goal["kind"] != "stop":
            return False, False
        return True, "stop_date" in goal and day(goal["stop_date"]) <= d

    def spans(self, week):
        cap = self.measure.cap(self.ledger, week[-1])
        return {d: self.measure.span(d, self.ledger[d], cap) for d in week}

    def figures(self, week):
        spans = self.spans(week)
        return {
            "lo": text_of(sum(s.lo for s in spans.values())),
            "hi": text_of(sum(s.hi for s in spans.values())),
            "use_days": texts(self.total(week, self.use_days)),
            "closed_days": sum(self.ledger[d].closed for d in week),
            "recalled_days": sum(self.ledger[d].recalled for d in week),
        }

    def total(self, week, measure):
        cap = measure.cap(self.ledger, week[-1])
        spans = [measure.span(d, self.ledger[d], cap) for d in week]
        return sum(s.lo for s in spans), sum(s.hi for s in spans)

    def is_zero(self, d):
        return self.ledger[d].closed and not self.ledger[d].uses


def texts(span):
    return {"lo": text_of(span[0]), "hi": text_of(span[1])}
