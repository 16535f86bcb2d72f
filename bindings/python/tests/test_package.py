"""The installed package: the README's sample, errors, observers, many calls at once."""

import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest

import koers

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"
DEVICE_KEY = bytes(range(32))


class Vault(unittest.TestCase):
    """A vault that is there for each test."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f"{folder.name}/test.koers"
        self.koers = koers.Koers.create(self.path, b"passphrase", koers.Lang.EN)
        self.addCleanup(self.koers.lock)

    def entry(self, craving: int) -> koers.Command:
        return koers.Command.LOG(
            koers.EpisodeDraft(
                id=self.koers.new_id(),
                substance="cannabis",
                craving=craving,
                source=koers.Source.APP(),
            )
        )


class Sample(unittest.TestCase):
    def test_the_sample_of_the_readme_runs_and_has_at_most_thirty_lines(self) -> None:
        sample = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.S)
        assert sample is not None
        self.assertLessEqual(len(sample[1].splitlines()), 30)
        run = subprocess.run([sys.executable, "-c", sample[1]], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("craving - ", run.stdout)


class Errors(Vault):
    def test_an_error_says_field_and_reason_as_values_and_as_a_sentence(self) -> None:
        with self.assertRaises(koers.KoersError.InvalidDraft) as caught:
            self.koers.record(self.entry(11))
        self.assertEqual(caught.exception.field, "craving")
        self.assertEqual(caught.exception.reason.given, 11)
        self.assertIn("10", koers.sentence(koers.Lang.EN, caught.exception))

    def test_a_value_that_cannot_be_read_is_a_refused_draft(self) -> None:
        with self.assertRaises(koers.KoersError.InvalidDraft) as caught:
            self.koers.episode("not an id")
        self.assertEqual(caught.exception.field, "id")
        draft = koers.NoteDraft(id="x", text="private")
        with self.assertRaises(koers.KoersError.InvalidDraft) as caught:
            self.koers.record(koers.Command.NOTE(draft))
        self.assertNotIn("private", str(caught.exception))

    def test_in_use_missing_damaged_and_wrong_keys_are_told_apart(self) -> None:
        with self.assertRaises(koers.KoersError.InUse):
            koers.Koers.open(self.path, b"passphrase")
        self.koers.lock()
        with self.assertRaises(koers.KoersError.Locked):
            self.koers.reminders()
        with self.assertRaises(koers.KoersError.WrongKey):
            koers.Koers.open(self.path, b"another")
        with self.assertRaises(koers.KoersError.NotFound):
            koers.Koers.open(self.path + "x", b"passphrase")
        pathlib.Path(self.path).write_bytes(b"something else")
        with self.assertRaises(koers.KoersError.NotAVault):
            koers.Koers.open(self.path, b"passphrase")


class Keys(Vault):
    def test_device_key_and_recovery_code_open_the_vault_too(self) -> None:
        self.koers.set_device_key(DEVICE_KEY)
        code = self.koers.new_recovery_code()
        self.koers.change_passphrase(b"passphrase", b"a new one")
        self.koers.lock()
        koers.Koers.open_with_device_key(self.path, DEVICE_KEY).lock()
        koers.Koers.open_with_recovery_code(self.path, code.lower()).lock()
        koers.Koers.open(self.path, b"a new one").lock()
        self.koers = koers.Koers.open_with_device_key(self.path, DEVICE_KEY)
        self.koers.remove_device_key()
        self.koers.lock()
        with self.assertRaises(koers.KoersError.WrongKey):
            koers.Koers.open_with_device_key(self.path, DEVICE_KEY)

    def test_a_rekey_waits_for_its_code_and_then_the_old_keys_open_nothing(self) -> None:
        seen = self.koers.stats().generation
        self.koers.set_device_key(DEVICE_KEY)
        ready = self.koers.prepare_rekey(b"passphrase", new=b"a new one")
        self.assertEqual(ready.removed(), [koers.SlotKind.DEVICE()])
        with self.assertRaises(koers.KoersError.InvalidDraft):
            self.koers.rekey(ready, b"not the code")
        self.assertTrue(self.koers.rekey(ready, ready.recovery_code().lower()).lines)
        self.koers.lock()
        for old in (b"passphrase", b"A new one"):
            with self.assertRaises(koers.KoersError.WrongKey):
                koers.Koers.open(self.path, old)
        self.koers = koers.Koers.open(self.path, b"a new one")
        self.assertFalse(self.koers.open_report(seen).older)
        self.assertTrue(self.koers.open_report(seen + 1000).older)

    def test_a_slip_in_the_recovery_code_names_its_group(self) -> None:
        code = bytearray(self.koers.new_recovery_code())
        code[12] = ord("1") if code[12] != ord("1") else ord("2")
        self.koers.lock()
        with self.assertRaises(koers.KoersError.InvalidDraft) as caught:
            koers.Koers.open_with_recovery_code(self.path, bytes(code))
        self.assertEqual(caught.exception.field, "recovery_code[2]")
        with self.assertRaises(koers.KoersError.InvalidDraft) as caught:
            koers.Koers.open_with_device_key(self.path, b"short")
        self.assertEqual(caught.exception.field, "device_key")


class Handed(Vault):
    def test_the_life_of_an_invented_person_is_recorded_and_handed_over(self) -> None:
        life = koers.sample(koers.Lang.EN, "cannabis", 4, 1, datetime.date(2026, 3, 30))
        for batch in life.batches:
            self.koers.set_clock(koers.Here(now=batch.at, home=life.home))
            self.koers.record_all(batch.commands)
        export = self.koers.export()
        self.assertEqual(json.loads(export.json)["format"], "koers-export")
        self.assertTrue(export.csv.startswith(b"kind,substance,when,"))
        self.assertIn("How each week went", self.koers.report())
        only_goal = self.koers.report([koers.ReportPart.GOAL])
        self.assertNotIn("How each week went", only_goal)


class Backups(Vault):
    def test_a_backup_comes_back_with_the_passphrase_or_the_recovery_code(self) -> None:
        self.koers.record(self.entry(7))
        code = self.koers.new_recovery_code()
        folder = pathlib.Path(self.path).parent
        made = self.koers.automatic_backup(str(folder))
        self.assertEqual((made.passphrase, made.recovery_code), (True, True))
        self.assertEqual(self.koers.automatic_backup(str(folder)).path, made.path)
        self.assertEqual(self.koers.check_own_backup(made.path).versions, made.versions)
        with self.assertRaises(koers.KoersError.AlreadyThere):
            self.koers.backup(made.path)
        en = koers.Lang.EN
        self.assertEqual(koers.check_backup(en, made.path, b"passphrase").made, made.made)
        with self.assertRaises(koers.KoersError.WrongKey):
            koers.check_backup(en, made.path, b"another")
        self.koers.lock()
        with self.assertRaises(koers.KoersError.AlreadyThere):
            koers.restore(en, made.path, self.path, b"passphrase")
        done = koers.restore_with_recovery_code(en, made.path, self.path, code, over=True)
        self.assertTrue(pathlib.Path(done.kept_aside).exists())
        with koers.Koers.open(self.path, b"passphrase") as back:
            self.assertEqual(back.diary().total, 1)

    def test_what_is_no_backup_says_why(self) -> None:
        self.koers.lock()
        with self.assertRaises(koers.KoersError.Backup) as caught:
            koers.check_backup(koers.Lang.EN, self.path, b"passphrase")
        self.assertTrue(caught.exception.fault.is_NOT_A_BACKUP())
        said = koers.sentence(koers.Lang.EN, caught.exception)
        self.assertIn("not a backup", said)


class Heard(koers.Observer):
    """Calls back into the core, and throws when told to."""

    def __init__(self, throws: bool) -> None:
        self.throws = throws
        self.screens: list[koers.Screen] = []
        self.told = threading.Event()

    def changed(self, screens: list[koers.Screen]) -> None:
        self.screens += screens
        self.told.set()
        if self.throws:
            raise ValueError("private")


class Observers(Vault):
    def test_an_observer_hears_what_changed_until_it_ends(self) -> None:
        heard = Heard(throws=False)
        number = self.koers.observe(heard)
        self.koers.record(self.entry(5))
        self.assertTrue(heard.told.wait(5))
        self.assertIn(koers.Screen.DIARY, heard.screens)
        self.koers.unobserve(number)
        heard.told.clear()
        self.koers.record(self.entry(6))
        self.assertFalse(heard.told.wait(0.3))

    def test_one_that_throws_is_counted_and_stops_nobody(self) -> None:
        throws, other = Heard(throws=True), Heard(throws=False)
        self.koers.observe(throws)
        self.koers.observe(other)
        self.koers.record(self.entry(5))
        self.assertTrue(throws.told.wait(5) and other.told.wait(5))
        self.assertEqual(self.koers.observer_failures(), 1)

    def test_many_threads_record_at_once_and_nothing_is_lost(self) -> None:
        def some() -> None:
            for craving in range(10):
                self.koers.record(self.entry(craving))

        threads = [threading.Thread(target=some) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.koers.diary(0, 1).total, 80)


if __name__ == "__main__":
    unittest.main()
