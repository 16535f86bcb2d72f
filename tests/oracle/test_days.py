"""Days and amounts (G1, G2), against answers worked out by hand."""

import unittest
from datetime import datetime, timedelta
from decimal import Decimal

import days
from journey import day_of
from samples import MONDAY, at, closed, journey, row, use


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

    def test_several_unknown_amounts_add_the_smallest_once(self):
        j = journey([use(2), use(2, clock="21:00"), use(2, "1", clock="22:00")])
        measure, ledger = days.Measure(j, "cannabis", "joint"), days.Ledger(j, "cannabis")
        self.assertEqual(measure.at_least(MONDAY, ledger[MONDAY]), (Decimal("1.25"), True))

    def test_the_cap_is_the_largest_day_of_baseline_and_twenty_eight_days(self):
        j = journey([use(2, "7")], baseline=["5"] * 7)
        measure, ledger = days.Measure(j, "cannabis", "joint"), days.Ledger(j, "cannabis")
        self.assertEqual(measure.cap(ledger, MONDAY + timedelta(days=27)), 7)
        self.assertEqual(measure.cap(ledger, MONDAY + timedelta(days=28)), 5)

    def test_nothing_so_far_leaves_a_closed_day_closed(self):
        self.assertTrue(self.ledger(closed(2), row("closing", at(2, "23:30"), used="so-far")).closed)

    def test_nothing_so_far_after_use_cannot_be_confirmed(self):
        wrong = row("closing", at(2, "21:00"), used="so-far")
        stayed = row("closing", "2026-03-02", used="stayed", made=at(3, "09:00"))
        self.assertFalse(self.ledger(use(2, "1"), wrong, stayed).closed)

    def test_the_cut_off_is_six_when_cocaine_stands_alone(self):
        alone = journey([], id="cocaine")
        self.assertEqual((alone.cut_off, journey([]).cut_off), (360, 240))

    def test_an_amount_is_written_without_needless_zeros(self):
        wanted = {"2.50": "2.5", "3": "3", "10": "10", "0.000": "0", "1E+1": "10"}
        self.assertEqual({t: days.text_of(Decimal(t)) for t in wanted}, wanted)


if __name__ == "__main__":
    unittest.main()
