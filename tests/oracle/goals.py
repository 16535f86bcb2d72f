"""G3 to G9: weeks, rules, verdicts. Exact arithmetic; readings by the numbers of FORMATS.md."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from days import USE_DAY, Ledger, Measure, text_of
from journey import WEEKDAYS

WIDEST = Fraction(3, 10)
ENOUGH = 5
ORDER = ["weekly_limit", "daily_limit", "weekdays", "stop", "agreement"]
ONE_DAY = timedelta(days=1)


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


NO_LIMITS = (None, None, None)


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

    # --- rules of a week (G4, G8)

    def rules(self, start, chosen=None):
        """Every rule of a week; `chosen` judges the end goal alone (E8)."""
        week = each(start, start + 6 * ONE_DAY)
        done = week[-1] < self.today
        spans = self.spans(week)
        holds_on = lambda d: chosen is None or self.goal_on(d) is chosen
        per_day, allowed, stops = {}, {}, {}
        for d in week:
            if chosen is None:
                per_day[d], allowed[d] = self.day_limits(d)
                stops[d] = self.stop_on(d)
            elif holds_on(d):
                here = limits_of(chosen) if chosen["kind"] == "reduce" else NO_LIMITS
                per_day[d], allowed[d] = here[1:]
                stops[d] = self.stop_on(d)
            else:
                per_day[d], allowed[d], stops[d] = None, None, (False, False)
        if chosen is None:
            limit, holds = self.week_limit(start)
        else:
            limit = limits_of(chosen)[0] if chosen["kind"] == "reduce" else None
            holds = self.goal_of_week(start) is chosen
        found = []
        if limit is not None:
            found.append(self._weekly(week, spans, limit, holds, done))
        if any(x is not None for x in per_day.values()):
            judged = [
                d for d in week
                if per_day[d] is not None and (allowed[d] is None or d.weekday() in allowed[d])
            ]
            shown = per_day[judged[-1]] if judged else [x for x in per_day.values() if x is not None][-1]
            found.append(self._daily("daily_limit", judged, spans, per_day, done, shown))
        if any(x is not None for x in allowed.values()):
            judged = [d for d in week if allowed[d] is not None and d.weekday() not in allowed[d]]
            found.append(self._daily("weekdays", judged, spans, dict.fromkeys(judged, Decimal(0)), done))
        if any(wanted for wanted, _ in stops.values()):
            judged = [d for d in week if stops[d][1]]
            found.append(self._daily("stop", judged, spans, dict.fromkeys(judged, Decimal(0)), done))
        goal = chosen or self.goal_on(week[-1])
        if goal and goal["kind"] == "safer":
            found += [self._agreement(start, n, done) for n in range(len(goal["agreements"]))]
        rank = lambda r: (r["state"] != "met", ORDER.index(r["rule"]), r["agreement"] or 0)
        return sorted(found, key=rank)

    def spans(self, week):
        cap = self.measure.cap(self.ledger, week[-1])
        return {d: self.measure.span(d, self.ledger[d], cap) for d in week}

    def _weekly(self, week, spans, limit, holds, done):
        lo, hi = (sum(getattr(spans[d], end) for d in week) for end in ("lo", "hi"))
        if not holds:
            state = "not_judged"
        elif lo > limit:
            state = "not_met" if done else "over"
        elif not done:
            state = "open"
        else:
            full = all(self.ledger[d].closed for d in week)
            state = "met" if full and hi <= limit else "unknown"
        return rule("weekly_limit", state, limit=text_of(limit))

    def _daily(self, name, judged, spans, limits, done, shown=None):
        broken = [d for d in judged if spans[d].lo > limits[d]]
        if not judged:
            state = "not_judged"
        elif broken:
            state = "not_met" if done else "over"
        elif not done:
            state = "open"
        else:
            sure = all(self.ledger[d].closed and spans[d].hi <= limits[d] for d in judged)
            state = "met" if sure else "unknown"
        limit = None if shown is None else text_of(shown)
        return rule(name, state, limit=limit, broken_on=[d.isoformat() for d in broken])

    def _agreement(self, start, index, done):
        answer = self.reviews.get((start, index))
        said = {"yes": "met", "partly": "not_met", "no": "not_met", "not-needed": "not_judged"}
        return rule("agreement", said.get(answer, "unknown") if done else "open", agreement=index)

    # --- what is shown of a week

    def week(self, number, start):
        week = each(start, start + 6 * ONE_DAY)
        spans, facts = self.spans(week), [self.ledger[d] for d in week]
        rules = self.rules(start)
        change, absent = self.change(week, self.measure)
        return {
            "number": number,
            "start": week[0].isoformat(),
            "end": week[-1].isoformat(),
            "state": "done" if week[-1] < self.today else "running",
            **self.figures(week),
            "days": [
                {
                    "day": d.isoformat(),
                    "lo": text_of(spans[d].lo),
                    "hi": text_of(spans[d].hi),
                    "closed": f.closed,
                    "early": f.early,
                    "recalled": f.recalled,
                    "state": self._day_state(d, f),
                }
                for d, f in zip(week, facts)
            ],
            "rules": rules,
            "overall": overall([r["state"] for r in rules]),
            "change": change,
            "change_use_days": self.change(week, self.use_days)[0],
            "change_absent": absent,
        }

    def _day_state(self, d, facts):
        if facts.uses:
            return "used"
        if facts.closed:
            return "not_used"
        return "to_come" if d > self.today else "unknown"

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

    def change(self, week, measure):
        """G6, E4."""
        if week[-1] >= self.today:
            return None, "running"
        baseline, known, _ = measure.baseline()
        if known < ENOUGH or sum(self.ledger[d].closed for d in week) < ENOUGH:
            return None, "not_enough_days"
        least, most = sum(s.lo for s in baseline), sum(s.hi for s in baseline)
        if least == 0:
            return None, "baseline_zero"
        lo, hi = self.total(week, measure)
        low, high = 1 - Fraction(hi) / Fraction(least), 1 - Fraction(lo) / Fraction(most)
        if high - low > WIDEST:
            return None, "not_enough_days"
        return {"low": float(low), "high": float(high)}, None

    # --- without (G5), lapses (G9)

    def is_zero(self, d):
        return self.ledger[d].closed and not self.ledger[d].uses

    def stopped_since(self):
        so_far = [g for g in self.goals if day(g["set_on"]) <= self.today]
        if not so_far or so_far[-1]["kind"] != "stop" or "stop_date" not in so_far[-1]:
            return None
        return day(so_far[-1]["stop_date"])

    def without(self):
        since = self.stopped_since()
        if since is None:
            return None, None
        days = each(since, self.today)
        blank = [d for d in days if d < self.today and not self.ledger[d].closed and not self.ledger[d].uses]
        lengths, last_use = [0], None
        for d in days:
            if self.ledger[d].uses:
                lengths.append(0)
                last_use = d
            elif self.is_zero(d):
                lengths[-1] += 1
        headline = {
            "days": sum(map(self.is_zero, days)),
            "not_filled_in": len(blank),
            "since": since.isoformat(),
        }
        runs = {
            "current": lengths[-1],
            "longest": max(lengths),
            "not_filled_in": sum(last_use is None or d > last_use for d in blank),
        }
        return headline, runs

    def lapses(self):
        found = sorted({*self._stop_lapses(), *self._reduce_lapses()}) if self.goals else []
        shown, offered = [], []
        for d in found:
            heavy = sum(bool(self.ledger[e].uses) for e in each(d - 6 * ONE_DAY, d)) >= 4
            again = any((d - e).days <= 6 for e in offered)
            look_back = not heavy and not again
            if look_back:
                offered.append(d)
            shown.append({"day": d.isoformat(), "look_back": look_back})
        return shown

    def _stop_lapses(self):
        run, under = 0, None
        for d in each(self.begins, self.today) if self.begins <= self.today else []:
            goal = self.goal_on(d) if self.stop_on(d)[1] else None
            if goal is not under:
                # The stop date may lie before the day the goal took hold (E11).
                run, under = 0, goal
                if goal:
                    for e in each(day(goal["stop_date"]), d - ONE_DAY):
                        run = 0 if self.ledger[e].uses else run + self.is_zero(e)
            if goal is None:
                continue
            if self.ledger[d].uses:
                if run >= 2:
                    yield d
                run = 0
            else:
                run += self.is_zero(d)

    def _reduce_lapses(self):
        for start in self.weeks():
            week = each(start, start + 6 * ONE_DAY)
            spans = self.spans(week)
            limit, holds = self.week_limit(start)
            total = Decimal(0)
            for d in week:
                before, total = total, total + spans[d].lo
                goal = self.goal_on(d)
                if goal is None or goal["kind"] != "reduce":
                    continue
                per_day, allowed = self.day_limits(d)
                permitted = allowed is None or d.weekday() in allowed
                if (
                    (holds and limit is not None and before <= limit < total)
                    or (per_day is not None and permitted and spans[d].lo > per_day)
                    or (not permitted and spans[d].lo > 0)
                ):
                    yield d
                    break

    # --- the end of the programme (G7)

    def last_whole_week(self):
        before = min(self.last_day, self.today - ONE_DAY)
        whole = [w for w in self.weeks() if w >= self.begins and w + 6 * ONE_DAY <= before]
        return whole[-1] if whole else None

    def outcome(self, start):
        if not self.goals:
            return "no_goal", []
        if start is None:
            return "too_few_data", []
        week = each(start, start + 6 * ONE_DAY)
        end_goal = self.goal_on(week[-1])
        rules = self.rules(start, chosen=end_goal)
        states = [r["state"] for r in rules if r["state"] != "not_judged"]
        all_met = bool(states) and all(s == "met" for s in states)
        some_met = "met" in states and "unknown" not in states
        if end_goal["kind"] == "safer":
            if not states or "unknown" in states:
                return "too_few_data", rules
            return "reached" if all_met else "partly" if some_met else "not_yet", rules
        closed = sum(self.ledger[d].closed for d in week)
        baseline, known, _ = self.measure.baseline()
        least = sum(s.lo for s in baseline)
        less = closed >= ENOUGH and known >= ENOUGH and self.total(week, self.measure)[1] < least
        if closed < ENOUGH and "not_met" not in states:
            return "too_few_data", rules
        if "unknown" in states and not less:
            return "too_few_data", rules
        if all_met:
            return "reached", rules
        return "partly" if some_met or less else "not_yet", rules


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


def texts(span):
    return {"lo": text_of(span[0]), "hi": text_of(span[1])}


def results(journey, substance):
    course = Course(journey, substance)
    without, runs = course.without()
    return {
        "substance": substance,
        "unit": course.measure.unit,
        "weeks": [course.week(n, start) for n, start in enumerate(course.weeks(), 1)],
        "without": without,
        "runs": runs,
        "lapses": course.lapses(),
    }


def goal(journey, substance):
    course = Course(journey, substance)
    without, runs = course.without()
    weeks = course.weeks()
    so_far = [g for g in course.goals if day(g["set_on"]) <= course.today]
    newest = so_far[-1] if so_far else {}
    return {
        "substance": substance,
        "kind": newest.get("kind"),
        "unit": course.measure.unit,
        "stop_date": newest.get("stop_date"),
        "week": course.week(len(weeks), weeks[-1]) if weeks else None,
        "without": without,
        "runs": runs,
    }


def evaluate(journey, substance):
    course = Course(journey, substance)
    start = course.last_whole_week() if course.goals else None
    outcome, rules = course.outcome(start)
    week = each(start, start + 6 * ONE_DAY) if start else None
    baseline, known, _ = course.measure.baseline()
    days, _, _ = course.use_days.baseline()
    total = lambda spans: texts((sum(s.lo for s in spans), sum(s.hi for s in spans)))
    return {
        "substance": substance,
        "outcome": outcome,
        "final": course.today > course.last_day,
        "programme_end": course.last_day.isoformat(),
        "baseline": {
            "unit": course.measure.unit,
            **total(baseline),
            "known_days": known,
            "use_days": total(days),
        },
        "last_week": None
        if week is None
        else {"start": week[0].isoformat(), "end": week[-1].isoformat(), **course.figures(week)},
        "rules": rules,
        "change": course.change(week, course.measure)[0] if week else None,
        "change_use_days": course.change(week, course.use_days)[0] if week else None,
    }
