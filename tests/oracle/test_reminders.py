"""The reminders, against answers worked out by hand."""

import unittest
from datetime import date, datetime
from zoneinfo import ZoneInfo

import reminders
from journey import instant_of, wall_of
from samples import at, closed, journey, row


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

    def test_quiet_hours_begin_at_their_first_minute_and_end_before_their_last(self):
        planner = lambda *span: reminders.Planner(
            journey([], answers={"reminders": dict(zip(("quiet_from", "quiet_to"), span))})
        )
        clock = lambda hour: datetime(2026, 3, 2, hour)
        for span, quiet, loud in [
            (("22:00", "08:00"), (22, 0, 7), (8, 21)),
            (("09:00", "12:00"), (9, 11), (12, 8)),
            (("10:00", "10:00"), (), (10, 9)),
        ]:
            self.assertTrue(all(planner(*span).quiet(clock(h)) for h in quiet))
            self.assertFalse(any(planner(*span).quiet(clock(h)) for h in loud))

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


if __name__ == "__main__":
    unittest.main()
