"""The oracle itself, against answers worked out by hand: `python3 -m unittest`, in this folder."""

import io
import json
import os
import stat
import sys
import tempfile
import unittest
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import compare
import days
import generate
import goals
import packs
import ranking
import reminders
from journey import Journey, day_of, instant_of, read_moment, wall_of
from zoneinfo import ZoneInfo

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


def first_week(*arguments, **options):
    return goals.results(journey(*arguments, **options), "cannabis")["weeks"][0]


def states(week):
    return {r["rule"]: r["state"] for r in week["rules"]}


class Days(unittest.TestCase):
    def ledger(self, *rows):
        return days.Ledger(journey(list(rows)), "cannabis")[MONDAY]

    def test_exactly_the_cut_off_belongs_to_the_new_day(self):
        self.assertEqual(day_of(datetime(2026, 3, 2, 4, 0), 240), MONDAY)
        self.assertEqual(day_of(datetime(2026, 3, 2, 3, 59), 240), MONDAY - timedelta(days=1))

    def test_a_closing_within_six_hours_of_the_cut_off_is_final(self):
        # The day ends at 04:00; six hours earlier is 22:00.
        self.assertTrue(self.ledger(row("closing", at(2, "22:00"), used="none")).closed)
        early = self.ledger(row("closing", at(2, "21:59"), used="none"))
        self.assertEqual((early.closed, early.early), (False, True))

    def test_an_early_closing_is_confirmed_on_a_later_day(self):
        early = row("closing", at(2, "20:05"), used="so-far")
        for made, confirmed in [(at(2, "23:30"), False), (at(3, "09:00"), True)]:
            stayed = row("closing", "2026-03-02", used="stayed", made=made)
            self.assertEqual(self.ledger(early, stayed).closed, confirmed)

    def test_a_confirmation_of_nothing_closes_nothing(self):
        stayed = row("closing", "2026-03-02", used="stayed", made=at(3, "09:00"))
        self.assertFalse(self.ledger(stayed).closed)

    def test_nothing_so_far_never_closes_by_itself(self):
        self.assertFalse(self.ledger(row("closing", at(2, "23:59"), used="so-far")).closed)

    def test_use_recorded_after_a_closing_reopens_the_day(self):
        late = use(2, "1", made=at(3, "10:00"))
        self.assertFalse(self.ledger(closed(2), late).closed)
        self.assertTrue(self.ledger(use(2, "1"), closed(2, "done")).closed)

    def test_not_used_on_a_day_with_use_closes_nothing(self):
        self.assertFalse(self.ledger(use(2, "1"), closed(2)).closed)

    def test_a_closing_of_yesterday_is_not_recalled_one_of_two_days_ago_is(self):
        for day, recalled in [(3, False), (4, True)]:
            late = row("closing", "2026-03-02", used="none", made=at(day, "09:00"))
            found = self.ledger(late)
            self.assertEqual((found.closed, found.recalled), (True, recalled))

    def test_a_craving_without_use_closes_nothing(self):
        found = self.ledger(row("episode", at(2, "23:00"), used="no", craving="3"))
        self.assertEqual(found, days.BLANK)

    def test_a_bare_date_closes_in_its_last_minute(self):
        self.assertTrue(self.ledger(row("closing", "2026-03-02", used="none")).closed)

    def test_a_conversion_rounds_each_entry_half_up(self):
        # 0.5 g × 0.333 = 0.1665 → 0.167; twice 0.167, not 0.333.
        c = {"from": "gram", "to": "joint", "factor": "0.333", "valid_from": "2026-03-02"}
        j = journey([use(2, "0.5", "gram"), use(2, "0.5", "gram", "21:00")], calibration=[c])
        measure = days.Measure(j, "cannabis", "joint")
        day = days.Ledger(j, "cannabis")[MONDAY]
        self.assertEqual(measure.at_least(MONDAY, day), (Decimal("0.334"), False))

    def test_without_a_conversion_an_other_unit_is_an_unknown_amount(self):
        # Known 1 joint, smallest 0.25; the cap is usual_day = 3 as the baseline's largest is 2.
        j = journey([use(2, "1"), use(2, "0.5", "gram", "21:00"), closed(2, "done")])
        measure, ledger = days.Measure(j, "cannabis", "joint"), days.Ledger(j, "cannabis")
        cap = measure.cap(ledger, MONDAY + timedelta(days=6))
        self.assertEqual(cap, 3)
        self.assertEqual(measure.span(MONDAY, ledger[MONDAY], cap), (Decimal("1.25"), 3))

    def test_an_amount_is_written_without_needless_zeros(self):
        wanted = {"2.50": "2.5", "3": "3", "10": "10", "0.000": "0", "1E+1": "10"}
        self.assertEqual({t: days.text_of(Decimal(t)) for t in wanted}, wanted)


class Goals(unittest.TestCase):
    limit_4 = reduce(per_week="4")

    def test_seven_closed_days_within_the_limit_are_met(self):
        rows = [use(3, "3"), *(closed(d, "done") for d in range(2, 9))]
        week = first_week(rows, goal=self.limit_4)
        self.assertEqual((week["overall"], week["lo"], week["hi"]), ("met", "3", "3"))

    def test_one_open_day_makes_it_unknown_though_hardly_anything_was_used(self):
        rows = [closed(d) for d in range(2, 8)]
        week = first_week(rows, goal=self.limit_4)
        self.assertEqual((week["overall"], week["hi"], week["closed_days"]), ("unknown", "3", 6))

    def test_more_than_the_limit_is_not_met_whatever_is_open(self):
        week = first_week([use(3, "4.25")], goal=self.limit_4)
        self.assertEqual(week["overall"], "not_met")

    def test_over_is_said_while_the_week_runs(self):
        options = {"goal": self.limit_4, "now": at(5, "12:00")}
        self.assertEqual(first_week([use(3, "5")], **options)["overall"], "over")
        self.assertEqual(first_week([use(3, "4")], **options)["overall"], "open")

    def test_use_on_a_day_not_allowed_breaks_only_that_rule(self):
        goal = reduce(per_week="4", per_day="1", weekdays=["friday", "saturday"])
        rows = [use(3, "2"), use(6, "1"), *(closed(d, "done") for d in range(2, 9))]
        week = first_week(rows, goal=goal)
        wanted = {"weekly_limit": "met", "daily_limit": "met", "weekdays": "not_met"}
        self.assertEqual((states(week), week["overall"]), (wanted, "partly"))
        self.assertEqual(week["rules"][-1]["broken_on"], ["2026-03-03"])

    def test_a_goal_set_in_mid_week_has_no_weekly_verdict_yet(self):
        goal = {**self.limit_4, "set_on": "2026-03-04"}
        week = first_week([closed(d) for d in range(2, 9)], goal=goal)
        self.assertEqual((states(week), week["overall"]), ({"weekly_limit": "not_judged"}, "not_judged"))

    def test_a_day_rule_without_a_day_to_judge_is_never_met(self):
        goal = reduce(weekdays=["saturday", "sunday"], set_on="2026-03-07")
        self.assertEqual(states(first_week([], goal=goal)), {"weekdays": "not_judged"})

    def test_a_changed_goal_counts_by_day_from_tomorrow_and_by_week_from_the_next(self):
        change = {**reduce(per_week="1", per_day="1"), "set_on": "2026-03-04"}
        first = {**reduce(per_week="9", per_day="3")}
        rows = [use(4, "3"), use(5, "1"), *(closed(d, "done") for d in range(2, 9))]
        week = first_week(rows, goal=first, goal_change=[change])
        self.assertEqual(states(week), {"weekly_limit": "met", "daily_limit": "met"})
        self.assertEqual([r["limit"] for r in week["rules"]], ["9", "1"])

    def test_step_by_step_a_week_without_a_step_has_no_verdict(self):
        goal = {**self.limit_4, "pace": "step-by-step"}
        step = {"week_start": "2026-03-02", "per_week": "20"}
        full = [closed(d) for d in range(2, 9)]
        self.assertEqual(first_week(full, goal=goal)["overall"], "not_judged")
        self.assertEqual(first_week(full, goal=goal, step=[step])["overall"], "met")

    def test_agreements_are_judged_by_the_weekly_answer_alone(self):
        goal = {"kind": "safer", "agreements": ["a", "b", "c"]}
        said = [(0, "yes"), (1, "partly"), (2, "not-needed")]
        review = [{"week_start": "2026-03-02", "agreement": n, "answer": a} for n, a in said]
        week = first_week([], goal=goal, review=review)
        self.assertEqual([r["state"] for r in week["rules"]], ["met", "not_met", "not_judged"])
        self.assertEqual(week["overall"], "partly")

    def test_days_without_are_never_lowered_by_a_later_use(self):
        # Closed zero 2-5, used on 6, closed zero 7, open 8, today 9.
        rows = [*(closed(d) for d in (2, 3, 4, 5, 7)), use(6, "1")]
        told = goals.results(journey(rows, goal={"kind": "stop", "stop_date": "2026-03-02"}), "cannabis")
        self.assertEqual(told["without"], {"days": 5, "not_filled_in": 1, "since": "2026-03-02"})
        self.assertEqual(told["runs"], {"current": 1, "longest": 4, "not_filled_in": 1})
        self.assertEqual(told["lapses"], [{"day": "2026-03-06", "look_back": True}])

    def test_change_is_an_interval_over_known_and_unknown(self):
        # Baseline 14 and known; week: 6 closed days with 4 used, one open day of at most 3.
        # low = 1 - 7/14 = 0.5, high = 1 - 4/14 = 0.714…; width 3/14 = 0.214.
        rows = [use(2, "2"), use(3, "2"), *(closed(d, "done") for d in range(2, 8))]
        change = first_week(rows, goal=self.limit_4)["change"]
        self.assertAlmostEqual(change["low"], 0.5)
        self.assertAlmostEqual(change["high"], 1 - 4 / 14)

    def test_change_is_not_shown_when_too_wide(self):
        # Two open days of at most 3: width 6/14 = 0.43.
        week = first_week([closed(d) for d in range(2, 7)], goal=self.limit_4)
        self.assertEqual((week["change"], week["change_absent"]), (None, "not_enough_days"))

    def test_a_baseline_of_zero_gives_no_ratio(self):
        rows = [closed(d) for d in range(2, 9)]
        week = first_week(rows, goal=self.limit_4, baseline=["0"] * 7)
        self.assertEqual(week["change_absent"], "baseline_zero")

    def test_a_baseline_day_that_is_not_known_is_at_most_its_largest_day(self):
        j = journey([], baseline=["5", "?", "0", "0", "0", "0", "1"])
        spans, known, largest = days.Measure(j, "cannabis", "joint").baseline()
        self.assertEqual((sum(s.lo for s in spans), sum(s.hi for s in spans)), (6, 11))
        self.assertEqual((known, largest), (6, 5))

    def test_the_end_has_five_outcomes(self):
        full = [closed(d) for d in range(2, 9)]
        over = [use(3, "5"), *(closed(d, "done") for d in range(2, 9))]
        much = [use(3, "20"), *(closed(d, "done") for d in range(2, 9))]
        for rows, goal, outcome in [
            (full, self.limit_4, "reached"),
            (over, self.limit_4, "partly"),  # 5 of 14 joints: less than the baseline
            (much, self.limit_4, "not_yet"),
            (full[:4], self.limit_4, "too_few_data"),
            ([], None, "no_goal"),
        ]:
            told = goals.evaluate(journey(rows, goal=goal), "cannabis")
            self.assertEqual((told["outcome"], told["final"]), (outcome, False))

    def test_the_last_whole_week_lies_in_the_programme(self):
        told = goals.evaluate(journey([], "2026-05-20T12:00+02:00", self.limit_4), "cannabis")
        self.assertEqual(told["last_week"]["end"], "2026-03-29")
        self.assertTrue(told["final"])


class Ranking(unittest.TestCase):
    def test_the_known_answer_of_the_page(self):
        logs = [(8, "ab"), (7, "a"), (2, "c"), (4, "b"), (5, "")]
        rows = [
            row("episode", at(2 + n, "12:00"), used="no", craving=str(y), situations=";".join(ks))
            for n, (y, ks) in enumerate(logs)
        ]
        own = {"a": 8, "b": 3, "c": 6, "f": 10, "e": None}
        situation = [{"words": k, **({"rating": r} if r is not None else {})} for k, r in own.items()]
        told = ranking.situations(journey(rows, situation=situation), "cannabis")
        self.assertEqual((round(told["mean"], 4), round(told["trust"], 4)), (5.1667, 0.9644))
        wanted = [("a", 5.8879), ("f", 5.8321), ("e", 5.1667), ("b", 4.8936), ("c", 4.7891)]
        self.assertEqual([(p["label"], round(p["score"], 4)) for p in told["places"]], wanted)
        self.assertEqual([r["label"] for r in told["rare_but_strong"]], ["a", "f"])

    def test_own_contribution_of_one_situation_by_hand(self):
        # One log (9, {a}), prior mean 0. y - 5 = 4 ~ a + β + e with variances 4, 1 and 3.61;
        # the share of β is 1/8.61, so its mean is 4/8.61.
        share = ranking.contributions([(9, ("a",))], {"a": 0.0})
        self.assertAlmostEqual(share["a"], 4 / 8.61)

    def test_chance_of_using_is_drawn_to_the_persons_own(self):
        # p = (3 + 1)/(8 + 2) = 0.4; (0.8 + 3)/(2 + 6) = 0.475.
        told = ranking.chance(3, 6, 3, 8)
        self.assertAlmostEqual(told["mean"], 0.475)
        self.assertEqual(told["show"], "counts")

    def test_a_default_pattern_is_centred_over_the_list(self):
        listed = {"a": (None, False), "b": (None, False)}
        d = ranking.offsets(listed, {"a": 2.0, "b": 1.0, "z": 9.0})
        self.assertAlmostEqual(d["a"], 0.3)
        self.assertAlmostEqual(d["b"], -0.3)

    def told(self, rows):
        return ranking.situations(journey(rows, at(20, "12:00")), "cannabis")

    def test_automatic_use_looks_at_the_last_five_logs(self):
        rows = [use(2 + n, "1", situations="x") for n in range(3)]
        rows += [row("episode", at(5 + n, "12:00"), used="no", situations="x") for n in range(2)]
        told = self.told(rows)["automatic"]
        self.assertEqual(told, [{"own": True, "label": "x", "used": 3, "logs": 5}])
        rows.append(row("episode", at(9, "12:00"), used="no", situations="x"))
        self.assertEqual(self.told(rows)["automatic"], [])

    def test_always_together_is_hard_to_tell_apart(self):
        rows = [use(2 + n, "1", situations="x;y") for n in range(5)]
        told = self.told(rows)
        self.assertEqual([t["level"] for t in told["together"]], ["hard_to_tell_apart"])
        self.assertEqual([(c["used"], c["logs"]) for c in told["combinations"]], [(5, 5)])
        self.assertEqual([t["level"] for t in self.told(rows[:4])["together"]], ["often"])

    def test_a_circumstance_is_suggested_when_strong_and_not_covered(self):
        rows = [
            row("episode", at(2 + n, "12:00"), craving="8", used="no",
                situations="base:situation.home", circumstances="base:place.home;base:place.work")
            for n in range(4)
        ]
        wanted = [{"own": False, "id": "base:place.work", "logs": 4}]
        self.assertEqual(self.told(rows)["suggestions"], wanted)
        self.assertEqual(self.told(rows[:3])["suggestions"], [])
        # As often elsewhere: 4 of 4 against 1 of 1.
        calm = row("episode", at(9, "12:00"), craving="2", used="no", circumstances="base:place.work")
        self.assertEqual(self.told([*rows, calm])["suggestions"], [])


class Reminders(unittest.TestCase):
    def plan(self, rows=(), now=at(2, "12:00"), **settings):
        return reminders.reminders(journey(list(rows), now, answers={"reminders": settings}))

    def test_back_off_daily_then_every_second_day_then_none(self):
        told = self.plan(not_closed="off")
        self.assertEqual([i["local"][8:] for i in told["items"]], [f"{d:02}T20:00" for d in (2, 3, 4, 6, 8, 10)])
        self.assertEqual(told["stopped"], [])
        # 20:00 in Brussels is 19:00 UTC; it ends at 04:00, 03:00 UTC.
        first = told["items"][0]
        self.assertEqual(first["instant_ms"], 1_772_478_000_000)
        self.assertEqual(first["expires_ms"] - first["instant_ms"], 8 * 3_600_000)

    def test_planning_later_gives_the_same_items(self):
        early, late = self.plan(), self.plan(now=at(7, "12:00"))
        tail = [i for i in early["items"] if i["local"] > "2026-03-07T12:00"]
        self.assertEqual(late["items"][: len(tail)], tail)

    def test_six_unanswered_stop_the_kind_and_a_record_resets_it(self):
        self.assertEqual(self.plan(now=at(12, "12:00"), not_closed="off"), {"items": [], "stopped": ["check_in"]})
        rows = [row("episode", at(12, "11:00"), used="no", craving="2")]
        self.assertEqual(len(self.plan(rows, at(12, "12:00"), not_closed="off")["items"]), 6)

    def test_a_closed_day_and_a_record_just_before_drop_the_check_in(self):
        quiet = {"not_closed": "off", "check_in": "23:30"}
        first = lambda rows, now: self.plan(rows, now, **quiet)["items"][0]["stable_id"]
        note = lambda clock: row("episode", at(2, clock), used="no", craving="2")
        self.assertEqual(first([note("21:30")], at(2, "23:00")), "check_in:2026-03-03")
        self.assertEqual(first([note("21:29")], at(2, "23:00")), "check_in:2026-03-02")
        self.assertEqual(first([closed(2)], at(2, "23:10")), "check_in:2026-03-03")

    def test_one_a_day_keeps_the_check_in_two_keep_both(self):
        kinds = lambda told: [i["kind"] for i in told["items"] if i["local"].startswith("2026-03-03")]
        self.assertEqual(kinds(self.plan()), ["check_in"])
        self.assertEqual(kinds(self.plan(per_day=2)), ["not_closed", "check_in"])

    def test_three_hours_apart_also_over_midnight(self):
        told = self.plan(per_day=3, check_in="23:30", not_closed="02:00")
        self.assertNotIn("not_closed:2026-03-03", [i["stable_id"] for i in told["items"]])

    def test_quiet_hours_drop_a_default_and_keep_what_the_person_set(self):
        quiet = {"quiet_from": "19:00", "quiet_to": "10:00"}
        self.assertEqual(self.plan(**quiet)["items"], [])
        self.assertEqual(len(self.plan(**quiet, check_in="20:00")["items"]), 6)

    def test_a_missing_time_fires_at_the_first_valid_minute(self):
        zone = ZoneInfo("Europe/Brussels")
        gap = instant_of(zone, datetime(2026, 3, 29, 2, 30))
        self.assertEqual(wall_of(zone, gap), datetime(2026, 3, 29, 3, 0))

    def test_a_doubled_time_fires_at_the_first(self):
        zone = ZoneInfo("Europe/Brussels")
        fold = instant_of(zone, datetime(2026, 10, 25, 2, 30))
        self.assertEqual(fold.hour, 0)

    def test_a_date_that_a_zone_skipped_has_none(self):
        planner = reminders.Planner(journey([]))
        planner.zone = ZoneInfo("Pacific/Apia")
        self.assertIsNone(planner.item("check_in", date(2011, 12, 30)))
        self.assertIsNotNone(planner.item("check_in", date(2011, 12, 31)))


FAKE = """#!{python}
import json, sys
sys.path.insert(0, {home!r})
import goals, journey, packs, ranking, reminders
words = sys.argv
folder = words[words.index("--vault") + 1].rsplit("/", 1)[0]
query = next((w for w in words[9:] if w in ("start", "import")), None)
if query is None:
    read = journey.read(folder, packs.read({packs!r}))
    if "reminders" in words:
        told = reminders.reminders(read)
    else:
        substance = words[words.index("--substance") + 1]
        room = ranking.situations if "situations" in words else getattr(goals, words[9])
        told = room(read, substance)
    {fault}
    print(json.dumps(told))
"""


class Compare(unittest.TestCase):
    def verdict(self, fault):
        with tempfile.TemporaryDirectory() as folder:
            shelf = Path(folder) / "packs" / "cannabis"
            shelf.mkdir(parents=True)
            (shelf / "pack.toml").write_text(PACK)
            (shelf.parent / "cocaine").mkdir()
            (shelf.parent / "cocaine" / "pack.toml").write_text(PACK.replace("cannabis", "cocaine"))
            fake = Path(folder) / "koers"
            fake.write_text(
                FAKE.format(
                    python=sys.executable,
                    home=os.path.dirname(os.path.abspath(__file__)),
                    packs=str(shelf.parent),
                    fault=fault,
                )
            )
            fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
            out = io.StringIO()
            words = [str(fake), "--journeys", "2", "--packs", str(shelf.parent)]
            return compare.main(words, out), out.getvalue()

    def test_the_same_answers_are_no_difference(self):
        code, said = self.verdict("pass")
        self.assertEqual(code, 0, said)
        self.assertRegex(said, r"^2 journeys, \d{3,} values compared, 0 differences\n$")

    def test_one_wrong_figure_is_found_and_shown(self):
        code, said = self.verdict("if 'mean' in told: told['mean'] += 1e-6")
        self.assertEqual(code, 1)
        self.assertIn(".mean\n    oracle", said)

    def test_a_command_that_fails_is_a_difference(self):
        code, said = self.verdict("sys.exit('no such question')")
        self.assertEqual(code, 1)
        self.assertIn("no such question", said)

    def test_a_number_is_no_truth_value_and_an_absent_field_no_null(self):
        self.assertFalse(compare.same(True, 1))
        self.assertFalse(compare.same(0, False))
        self.assertEqual(len(compare.differences({"a": None}, {})[1]), 1)

    def test_tied_own_situations_may_stand_in_any_order(self):
        tied = lambda *names: {
            "places": [
                {"place": n, "own": True, "label": k, "score": 5.0, "logs": 0, "pinned": False}
                for n, k in enumerate(names, 1)
            ]
        }
        self.assertEqual(compare.settled(tied("x", "y")), compare.settled(tied("y", "x")))


PACK = """
id = "cannabis"
substance = true
units = [
  { code = "joint", smallest = "0.25", max = "50", decimals = 2, usual_day = "3" },
  { code = "gram", smallest = "0.05", max = "30", decimals = 2, usual_day = "1" },
]
[words]
situation = [%s]
measure = [%s]
place = [%s]
""" % tuple(
    ", ".join(f'{{ code = "{kind}{n}" }}' for n in range(24)) for kind in ("s", "m", "p")
)


class Generate(unittest.TestCase):
    def test_the_same_seed_writes_the_same_journey(self):
        shelf = {"cannabis": None, "cocaine": None}
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            for name in shelf:
                (home / name).mkdir()
                (home / name / "pack.toml").write_text(PACK.replace("cannabis", name))
            shelf = packs.read(home)
            told = []
            for _ in range(2):
                generate.write(7, home / "j", shelf)
                told.append([(home / "j" / f).read_bytes() for f in ("answers.toml", "diary.csv", "meta.json")])
            self.assertEqual(*told)
            self.assertEqual(set(json.loads(told[0][2])), {"started", "now", "start_zone", "zone", "substances"})


if __name__ == "__main__":
    unittest.main()
