"""G5 to G9 and the three views: weeks, evaluation, goal. Exact arithmetic until the last step."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from course import ONE_DAY, Course, day, each, texts
from days import text_of
from rules import Rules, overall

WIDEST = Fraction(3, 10)
ENOUGH = 5


def seven(start):
    return each(start, start + 6 * ONE_DAY)


# --- a week as it is shown


def week_view(course, number, start):
    week = seven(start)
    spans = course.spans(week)
    rules = Rules(course, start).all()
    shown, absent = change(course, week, course.measure)
    return {
        "number": number,
        "start": week[0].isoformat(),
        "end": week[-1].isoformat(),
        "state": "done" if week[-1] < course.today else "running",
        **course.figures(week),
        "days": [day_view(course, d, spans[d]) for d in week],
        "rules": rules,
        "overall": overall([r["state"] for r in rules]),
        "change": shown,
        "change_use_days": change(course, week, course.use_days)[0],
        "change_absent": absent,
    }


def day_view(course, d, span):
    facts = course.ledger[d]
    if facts.uses:
        state = "used"
    elif facts.closed:
        state = "not_used"
    else:
        state = "to_come" if d > course.today else "unknown"
    return {
        "day": d.isoformat(),
        "lo": text_of(span.lo),
        "hi": text_of(span.hi),
        "closed": facts.closed,
        "early": facts.early,
        "recalled": facts.recalled,
        "state": state,
    }


def closed_days(course, week):
    return sum(course.ledger[d].closed for d in week)


def change(course, week, measure):
    """G6, E4."""
    if week[-1] >= course.today:
        return None, "running"
    baseline, known, _ = measure.baseline()
    if known < ENOUGH or closed_days(course, week) < ENOUGH:
        return None, "not_enough_days"
    least, most = sum(s.lo for s in baseline), sum(s.hi for s in baseline)
    if least == 0:
        return None, "baseline_zero"
    lo, hi = course.total(week, measure)
    low, high = 1 - Fraction(hi) / Fraction(least), 1 - Fraction(lo) / Fraction(most)
    if high - low > WIDEST:
        return None, "not_enough_days"
    return {"low": float(low), "high": float(high)}, None


# --- without (G5)


def newest_goal(course):
    so_far = [g for g in course.goals if day(g["set_on"]) <= course.today]
    return so_far[-1] if so_far else {}


def without(course):
    """The headline and the runs, or nothing without a stop date (E1-E3)."""
    goal = newest_goal(course)
    if goal.get("kind") != "stop" or "stop_date" not in goal:
        return None, None
    days = each(day(goal["stop_date"]), course.today)
    ledger = course.ledger
    blank = [d for d in days if d < course.today and not ledger[d].closed and not ledger[d].uses]
    lengths, last_use = [0], None
    for d in days:
        if ledger[d].uses:
            lengths.append(0)
            last_use = d
        elif course.is_zero(d):
            lengths[-1] += 1
    headline = {
        "days": sum(map(course.is_zero, days)),
        "not_filled_in": len(blank),
        "since": goal["stop_date"],
    }
    runs = {
        "current": lengths[-1],
        "longest": max(lengths),
        "not_filled_in": sum(last_use is None or d > last_use for d in blank),
    }
    return headline, runs


# --- lapses (G9)


def lapses(course):
    found = sorted({*stop_lapses(course), *reduce_lapses(course)})
    shown, offered = [], []
    for d in found:
        heavy = sum(bool(course.ledger[e].uses) for e in each(d - 6 * ONE_DAY, d)) >= 4
        again = any(d - e <= timedelta(days=6) for e in offered)
        if not heavy and not again:
            offered.append(d)
        shown.append({"day": d.isoformat(), "look_back": d in offered})
    return shown


def stop_lapses(course):
    run, under = 0, None
    for d in each(course.begins, course.today) if course.goals else []:
        goal = course.goal_on(d) if course.stop_on(d)[1] else None
        if goal is not under:
            # The stop date may lie before the day on which the goal took hold.
            run, under = 0, goal
            for e in each(day(goal["stop_date"]), d - ONE_DAY) if goal else []:
                run = 0 if course.ledger[e].uses else run + course.is_zero(e)
        if goal is None:
            continue
        if course.ledger[d].uses:
            if run >= 2:
                yield d
            run = 0
        else:
            run += course.is_zero(d)


def reduce_lapses(course):
    for start in course.weeks():
        spans = course.spans(seven(start))
        limit, in_force = course.week_limit(start)
        total = Decimal(0)
        for d, span in spans.items():
            before, total = total, total + span.lo
            goal = course.goal_on(d)
            if goal is None or goal["kind"] != "reduce":
                continue
            per_day, allowed = course.day_limits(d)
            permitted = allowed is None or d.weekday() in allowed
            if (
                (in_force and limit is not None and before <= limit < total)
                or (per_day is not None and permitted and span.lo > per_day)
                or (not permitted and span.lo > 0)
            ):
                yield d
                break


# --- the end of the programme (G7)


def last_whole_week(course):
    before = min(course.last_day, course.today - ONE_DAY)
    whole = [w for w in course.weeks() if w >= course.begins and seven(w)[-1] <= before]
    return whole[-1] if whole else None


def outcome(course, start):
    """The outcome and the end goal's rules, in the order of E9 and E10."""
    if not course.goals:
        return "no_goal", []
    if start is None:
        return "too_few_data", []
    week = seven(start)
    end_goal = course.goal_on(week[-1])
    rules = Rules(course, start, chosen=end_goal).all()
    states = [r["state"] for r in rules if r["state"] != "not_judged"]
    all_met = bool(states) and all(s == "met" for s in states)
    some_met = "met" in states and "unknown" not in states
    if end_goal["kind"] == "safer":
        if not states or "unknown" in states:
            return "too_few_data", rules
        return "reached" if all_met else "partly" if some_met else "not_yet", rules
    closed = closed_days(course, week)
    less = closed >= ENOUGH and is_less(course, week)
    if closed < ENOUGH and "not_met" not in states:
        return "too_few_data", rules
    if "unknown" in states and not less:
        return "too_few_data", rules
    if all_met:
        return "reached", rules
    return "partly" if some_met or less else "not_yet", rules


def is_less(course, week):
    """The interval of G7: certainly less than in the baseline week."""
    baseline, known, _ = course.measure.baseline()
    return known >= ENOUGH and course.total(week, course.measure)[1] < sum(s.lo for s in baseline)


# --- the views


def results(journey, substance):
    course = Course(journey, substance)
    headline, runs = without(course)
    return {
        "substance": substance,
        "unit": course.measure.unit,
        "weeks": [week_view(course, n, start) for n, start in enumerate(course.weeks(), 1)],
        "without": headline,
        "runs": runs,
        "lapses": lapses(course),
    }


def goal(journey, substance):
    course = Course(journey, substance)
    headline, runs = without(course)
    weeks, newest = course.weeks(), newest_goal(course)
    return {
        "substance": substance,
        "kind": newest.get("kind"),
        "unit": course.measure.unit,
        "stop_date": newest.get("stop_date"),
        "week": week_view(course, len(weeks), weeks[-1]) if weeks else None,
        "without": headline,
        "runs": runs,
    }


def evaluate(journey, substance):
    course = Course(journey, substance)
    start = last_whole_week(course)
    verdict, rules = outcome(course, start)
    week = seven(start) if start else None
    baseline, known, _ = course.measure.baseline()
    days, _, _ = course.use_days.baseline()
    total = lambda spans: texts((sum(s.lo for s in spans), sum(s.hi for s in spans)))
    return {
        "substance": substance,
        "outcome": verdict,
        "final": course.today > course.last_day,
        "programme_end": course.last_day.isoformat(),
        "baseline": {
            "unit": course.measure.unit,
            **total(baseline),
            "known_days": known,
            "use_days": total(days),
        },
        "last_week": week
        and {"start": week[0].isoformat(), "end": week[-1].isoformat(), **course.figures(week)},
        "rules": rules,
        "change": change(course, week, course.measure)[0] if week else None,
        "change_use_days": change(course, week, course.use_days)[0] if week else None,
    }
