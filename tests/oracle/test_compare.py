"""The comparison and the maker of journeys, with a terminal that only repeats the oracle."""

import io
import json
import os
import stat
import sys
import tempfile
import unittest
from pathlib import Path

import compare
import generate
import packs

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

    def test_no_line_of_a_diary_says_nothing(self):
        shelf = packs.read(packs.SHIPPED)
        says = ("craving", "situations", "circumstances", "note")
        for seed in range(40):
            maker = generate.Maker(seed, shelf)
            maker.answers()
            for row in maker.rows:
                told = row["kind"] == "closing" or row["used"] == "yes" or any(map(row.get, says))
                self.assertTrue(told, f"journey {seed}: {row}")


if __name__ == "__main__":
    unittest.main()
