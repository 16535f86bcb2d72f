"""What goes wrong around the package: calls after locking, from many threads, an opening that is
given up, an observer that throws or calls back, a library that does not fit.

`KOERS_ROUNDS` multiplies the rounds: 10 for a hundred openings by passphrase, and ten thousand of
all else. Memory is watched where the system tells it.
"""

import asyncio
import gc
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import typing
import unittest

import koers

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
ROUNDS = int(os.environ.get("KOERS_ROUNDS", "1"))
DEVICE_KEY = bytes(range(32))
STATUS = pathlib.Path("/proc/self/status")
MEBIBYTE = 1 << 20
# The most times that growth is looked at (judgement).
TIMES = 4


class Observes(koers.Observer):
    """Does this when something changed."""

    def __init__(self, does: typing.Callable[[], object]) -> None:
        self.does = does

    def changed(self, screens: list[koers.Screen]) -> None:
        self.does()


def resident() -> int:
    """Bytes of this process in memory."""
    lines = STATUS.read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


class Vault(unittest.TestCase):
    """A vault that is there for each test, and opens by device key."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f"{folder.name}/test.koers"
        self.koers = koers.Koers.create(self.path, b"passphrase", koers.Lang.EN)
        self.koers.set_device_key(DEVICE_KEY)
        self.addCleanup(self.koers.lock)

    def opened(self) -> koers.Koers:
        return koers.Koers.open_with_device_key(self.path, DEVICE_KEY)

    def entry(self) -> koers.Command:
        draft = koers.EpisodeDraft(
            id=self.koers.new_id(), substance="cannabis", craving=5, source=koers.Source.APP()
        )
        return koers.Command.LOG(draft)

    def does_not_grow(self, round: typing.Callable[[], object]) -> None:
        """Goes through it so often that a leak of a hundred bytes a time would show, after a tenth
        of that to warm up. A leak grows each time; what else grows stops, so one time without
        growth is enough."""
        count = 1000 * ROUNDS
        for _ in range(count // 10):
            round()
        grown: list[int] = []
        while len(grown) < TIMES:
            gc.collect()
            before = resident()
            for _ in range(count):
                round()
            gc.collect()
            grown.append(resident() - before)
            if grown[-1] < MEBIBYTE:
                return
        self.fail(f"grew by {grown} bytes, each in {count} rounds")


class Locked(Vault):
    def test_every_call_after_locking_says_locked(self) -> None:
        entry = self.entry()
        self.koers.lock()
        self.koers.lock()
        calls: list[typing.Callable[[], object]] = [
            lambda: self.koers.record(entry),
            lambda: self.koers.record_all([]),
            lambda: self.koers.import_csv(b""),
            lambda: self.koers.find("f1"),
            lambda: self.koers.listing("cannabis", "x"),
            lambda: self.koers.plan_answer("x", koers.AskedAbout.TODAY(), koers.DidItHelp.YES),
            self.koers.undo,
            self.koers.substances,
            self.koers.today,
            self.koers.diary,
            self.koers.situations,
            self.koers.goal,
            self.koers.results,
            self.koers.evaluate,
            self.koers.reminders,
            self.koers.help_now,
            self.koers.intake,
            self.koers.new_profile_draft,
            self.koers.stats,
            self.koers.report,
            self.koers.export,
            self.koers.new_recovery_code,
        ]
        for number, call in enumerate(calls):
            with self.subTest(number), self.assertRaises(koers.KoersError.Locked):
                call()

    def test_locking_while_many_threads_record_loses_nothing_that_was_said_to_be_kept(self) -> None:
        kept: list[int] = []

        def records(number: int) -> None:
            for nth in range(25):
                if number == 4 and nth == 12:
                    self.koers.lock()
                try:
                    self.koers.record(self.entry())
                    kept.append(number)
                except koers.KoersError.Locked:
                    pass

        threads = [threading.Thread(target=records, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        self.assertFalse(any(thread.is_alive() for thread in threads))
        with self.opened() as again:
            self.assertEqual(again.diary(0, 1).total, len(kept))

    def test_an_opening_that_is_given_up_leaves_nothing_open(self) -> None:
        self.koers.lock()

        async def opening(seconds: float) -> None:
            opens = asyncio.to_thread(koers.Koers.open, self.path, b"passphrase")
            try:
                (await asyncio.wait_for(opens, seconds)).lock()
            except TimeoutError:
                pass  # The thread goes on, and nobody takes what it opens.

        for number in range(10 * ROUNDS):
            # Waits for the thread at its end.
            asyncio.run(opening(0.001 + number % 10 * 0.04))
            gc.collect()
            self.opened().lock()


@unittest.skipUnless(STATUS.exists(), "the system does not tell memory in this way")
class Memory(Vault):
    def test_opening_and_locking_by_device_key_many_times_does_not_grow(self) -> None:
        self.koers.lock()
        self.does_not_grow(lambda: self.opened().lock())

    def test_opening_and_letting_go_many_times_does_not_grow(self) -> None:
        self.koers.lock()
        self.does_not_grow(self.opened)

    def test_observers_that_end_do_not_grow(self) -> None:
        def round() -> None:
            self.koers.unobserve(self.koers.observe(Observes(lambda: None)))

        self.does_not_grow(round)

    def test_asking_and_refusing_many_times_does_not_grow(self) -> None:
        self.koers.record(koers.Command.FOLLOW(koers.FollowDraft(substance="cannabis", followed=True)))

        def round() -> None:
            self.koers.today()
            self.koers.diary()
            self.koers.check(self.entry())
            with self.assertRaises(koers.KoersError):
                self.koers.find("zz")

        self.does_not_grow(round)


class Observed(Vault):
    def test_one_that_throws_and_one_that_calls_back_stop_nobody(self) -> None:
        count = 100 * ROUNDS
        told = threading.Semaphore(0)
        totals: list[int] = []

        def throws() -> None:
            raise ValueError("private")

        def calls_back() -> None:
            totals.append(self.koers.diary(0, 1).total)
            told.release()

        self.koers.observe(Observes(throws))
        self.koers.observe(Observes(calls_back))
        for _ in range(count):
            self.koers.record(self.entry())
            self.assertTrue(told.acquire(timeout=30))
        self.assertEqual(totals[-1], count)
        self.assertEqual(self.koers.observer_failures(), count)


class Sentences(Vault):
    def test_a_vault_in_use_damaged_or_missing_has_a_sentence_in_each_language(self) -> None:
        errors = []
        with self.assertRaises(koers.KoersError.InUse) as caught:
            koers.Koers.open(self.path, b"passphrase")
        errors.append(caught.exception)
        self.koers.lock()
        whole = pathlib.Path(self.path).read_bytes()
        pathlib.Path(self.path).write_bytes(whole[: len(whole) // 2])
        with self.assertRaises(koers.KoersError.CutShort) as caught:
            self.opened()
        errors.append(caught.exception)
        pathlib.Path(self.path).unlink()
        with self.assertRaises(koers.KoersError.NotFound) as caught:
            self.opened()
        errors.append(caught.exception)
        languages = (koers.Lang.NL, koers.Lang.EN)
        said = {koers.sentence(lang, error) for error in errors for lang in languages}
        self.assertEqual(len(said), len(errors) * len(languages))
        self.assertTrue(all(sentence.endswith(".") for sentence in said), said)


@unittest.skipUnless(sys.platform == "linux", "the libraries are made on Linux")
class Libraries(unittest.TestCase):
    """The package beside a library of another version."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        package = pathlib.Path(koers.__file__).parent
        shutil.copytree(package, self.folder / "koers")
        self.library = next((self.folder / "koers/_generated").glob("*.so"))
        script = [sys.executable, REPOSITORY / "tests/another-version"]
        subprocess.run([*script, self.library, self.folder / "other"], check=True)

    def imported(self) -> str:
        """What importing it ends with."""
        code = (
            "try:\n    import koers\nexcept ImportError as error:\n"
            "    print(type(error).__name__, error)\nelse:\n    print('fits')\n"
        )
        command = [sys.executable, "-c", code]
        run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True)
        return run.stdout.strip()

    def test_a_library_that_does_not_fit_is_named_at_load(self) -> None:
        self.assertEqual(self.imported(), "fits")
        expected = {
            "checksum": "API checksum mismatch",
            "contract": "contract version mismatch",
            "missing": "uniffi_koers_ffi_fn_method_koers_today",
        }
        for kind, detail in expected.items():
            shutil.copy(self.folder / "other" / kind / self.library.name, self.library)
            said = self.imported()
            begins = f"LibraryError the library does not fit Koers for Python {koers.VERSION}: "
            self.assertTrue(said.startswith(begins), said)
            self.assertIn(detail, said)
        self.library.unlink()
        self.assertTrue(self.imported().startswith("LibraryError "))

    def test_a_library_of_another_version_is_told_with_both_versions(self) -> None:
        source = self.folder / "koers/_library.py"
        source.write_text(source.read_text().replace(f'"{koers.VERSION}"', '"0.0.9"'))
        said = self.imported()
        expected = f"the library is of Koers {koers.VERSION}, and Koers for Python of 0.0.9"
        self.assertEqual(said, f"LibraryError {expected}")


if __name__ == "__main__":
    unittest.main()
