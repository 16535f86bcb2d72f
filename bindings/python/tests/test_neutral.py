"""The walker itself: a field that one side lacks, another name and another value are differences."""

import unittest

import koers
from neutral import difference, neutral, plain


class Walker(unittest.TestCase):
    def setUp(self) -> None:
        self.view = neutral(koers.Home(zone="Europe/Brussels", offset_minutes=60))
        self.file = {"is": "home", "zone": "Europe/Brussels", "offset_minutes": 60}

    def found(self) -> list[str]:
        return list(difference("home", self.file, self.view))

    def test_a_view_that_says_what_the_file_says_is_equal(self) -> None:
        self.assertEqual(self.found(), [])

    def test_a_field_that_the_walker_leaves_out_is_a_difference(self) -> None:
        del self.view["offset_minutes"]
        self.assertEqual(self.found(), ["home: offsetminutes is not in Python"])

    def test_a_field_that_the_file_does_not_have_is_a_difference(self) -> None:
        del self.file["zone"]
        self.assertEqual(self.found(), ["home: zone is not in the file"])

    def test_another_name_and_another_value_are_differences(self) -> None:
        self.file["place"] = self.file.pop("zone")
        self.file["offset_minutes"] = 61
        names = ["place is not in Python", "zone is not in the file"]
        value = "home.offset_minutes: expected 61, found 60"
        self.assertEqual(self.found(), [value] + [f"home: {name}" for name in names])
        self.file["is"] = "house"
        self.assertEqual(len(self.found()), 4)

    def test_names_are_equal_in_every_way_of_writing_them(self) -> None:
        self.assertEqual({plain(name) for name in ("NOT_USED", "NotUsed", "not_used")}, {"notused"})

    def test_a_long_text_is_its_beginning_its_length_and_its_sum(self) -> None:
        shown = neutral("é" * 4000)
        self.assertEqual(shown["begins"], "é" * 500)
        self.assertEqual(shown["bytes"], 8000)
        self.assertNotEqual(shown["sum"], neutral("é" * 3999 + "è")["sum"])
        self.assertEqual(neutral(b"\xc3\xa9"), "é")


if __name__ == "__main__":
    unittest.main()
