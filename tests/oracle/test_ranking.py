"""The ranking, against answers worked out by hand."""

import unittest

import ranking
from samples import at, journey, row, use


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

    def test_ties_go_to_more_logs_then_catalogue_then_id(self):
        rows = [row("episode", at(9, "12:00"), used="no", situations="z")]
        names = ["base:situation.b", "x", "base:situation.a", "z"]
        listed = [{"id" if ":" in n else "words": n} for n in names]
        told = ranking.situations(journey(rows, at(20, "12:00"), situation=listed), "cannabis")
        shown = [p.get("id") or p["label"] for p in told["places"]]
        self.assertEqual(shown, ["z", "base:situation.a", "base:situation.b", "x"])

    def test_trust_stays_between_none_and_twice(self):
        d = {"a": 1.0}
        self.assertEqual(ranking.trust(5, d, {"a": 90}, {"a": 0}), 0)
        self.assertEqual(ranking.trust(5, d, {"a": 90}, {"a": 900}), 2)

    def test_always_together_is_hard_to_tell_apart(self):
        rows = [use(2 + n, "1", situations="x;y") for n in range(5)]
        told = self.told(rows)
        self.assertEqual([t["level"] for t in told["together"]], ["hard_to_tell_apart"])
        self.assertEqual([(c["used"], c["logs"]) for c in told["combinations"]], [(5, 5)])
        self.assertEqual([t["level"] for t in self.told(rows[:4])["together"]], ["often"])

    def test_eight_of_ten_together_is_the_edge(self):
        rows = [use(2 + n, "1", situations="x;y") for n in range(8)]
        alone = [use(11 + n, "1", situations=k) for n, k in enumerate("xyx")]
        levels = lambda n: [t["level"] for t in self.told(rows + alone[:n])["together"]]
        self.assertEqual((levels(2), levels(3)), (["hard_to_tell_apart"], ["often"]))

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


if __name__ == "__main__":
    unittest.main()
