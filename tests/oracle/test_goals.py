"""Weeks and verdicts (G3 to G9), against answers worked out by hand."""

import unittest

import days
import goals
from samples import at, closed, journey, reduce, use


def first_week(*arguments, **options):
    return goals.results(journey(*arguments, **options), "cannabis")["weeks"][0]


def states(week):
    return {r["rule"]: r["state"] for r in week["rules"]}


class Goals(unittest.TestCase):
    limit_4 = reduce(per_week="4")

    def test_seven_closed_days_within_the_limit_are_met(self):
        rows = [use(3, "3"), *(closed(d, "done") for d in range(2, 9))]
        week = first_week(rows, goal=self.limit_4)
        self.assertEqual((week["overall"], week["lo"], week["hi"]), ("met", "3", "3"))

    def test_exactly_the_limit_is_met(self):
        rows = [use(3, "4"), *(closed(d, "done") for d in range(2, 9))]
        self.assertEqual(first_week(rows, goal=self.limit_4)["overall"], "met")

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

    def test_a_lapse_needs_two_days_without_before_it(self):
        stop = {"kind": "stop", "stop_date": "2026-03-02"}
        told = lambda *rows: goals.results(journey(list(rows), goal=stop), "cannabis")["lapses"]
        self.assertEqual(told(closed(2), use(3, "1")), [])
        self.assertEqual(told(closed(2), closed(4), use(5, "1")), [{"day": "2026-03-05", "look_back": True}])

    def test_a_second_lapse_within_seven_days_asks_for_no_second_look_back(self):
        stop = {"kind": "stop", "stop_date": "2026-03-02"}
        rows = [closed(2), closed(3), use(4, "1"), closed(8), closed(9), use(10, "1")]
        options = {"goal": stop, "now": at(20, "12:00")}
        told = goals.results(journey(rows, **options), "cannabis")["lapses"]
        self.assertEqual([x["look_back"] for x in told], [True, False])
        told = goals.results(journey([*rows[:-1], use(11, "1")], **options), "cannabis")["lapses"]
        self.assertEqual([x["look_back"] for x in told], [True, True])

    def test_use_on_four_of_seven_days_asks_for_no_look_back(self):
        rows = [use(d, "1") for d in (2, 3, 4, 5)]
        told = goals.results(journey(rows, goal=reduce(per_week="3")), "cannabis")["lapses"]
        self.assertEqual(told, [{"day": "2026-03-05", "look_back": False}])

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


if __name__ == "__main__":
    unittest.main()
