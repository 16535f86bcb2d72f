"""The vaults of a journey on their way, each with its porch."""

import datetime
import pathlib
import shutil
import typing

from neutral import Neutral, hints_of, native, neutral
from stand_in import StandIns

import koers

PASSPHRASE = b"journey"
# The vault that a step is about, where it names none.
FIRST = "journey"
OPENINGS = ("open", "open_with_device_key", "open_with_recovery_code", "create_with_device_key")
# Calls that are about files alone.
WITHOUT_VAULT = (
    "check_backup",
    "check_backup_with_recovery_code",
    "keys_gone",
    "restore",
    "restore_with_recovery_code",
    "salvage",
    "salvage_with_device_key",
    "salvage_with_recovery_code",
    "slots",
    "stepped",
    "wipe",
    "wipe_porch",
)
# Bytes of the first page of a vault, which says what is in the others.
FIRST_PAGE = 4096


class Device:
    """What is open on one device."""

    koers: koers.Koers
    porch: koers.Porch
    rekeying: koers.Rekeying


class Life:
    """The devices of a person, all at one moment and place."""

    def __init__(self, folder: str, lang: str) -> None:
        self.folder = pathlib.Path(folder)
        self.here: koers.Here | None = None
        self.lang: koers.Lang = native(koers.Lang, lang)
        self.names = StandIns(folder)
        self.devices = {FIRST: Device()}
        self.devices[FIRST].koers = koers.Koers.create(self.file(FIRST), PASSPHRASE, self.lang)

    def file(self, name: str) -> str:
        return str(self.folder / f"{name}.koers")

    def lock(self) -> None:
        for device in self.devices.values():
            device.koers.lock()

    def step(self, step: dict[str, Neutral]) -> dict[str, Neutral]:
        """What the step gives, or the error that it ends with and the sentence for it."""
        if "at" in step:
            at = datetime.datetime.fromisoformat(step["at"])
            offset = typing.cast(datetime.timedelta, at.utcoffset())
            home = koers.Home(zone=step["zone"], offset_minutes=int(offset.total_seconds()) // 60)
            self.here = koers.Here(now=at, home=home)
        given = self.names.given(step.get("with", {}))
        try:
            gives = self.call(step.get("on", FIRST), step["call"], given)
        except koers.KoersError as error:
            says = koers.sentence(self.lang, error)
            return {"fails": self.names.shown(neutral(error)), "says": self.names.shown(says)}
        for name, way in step.get("keep", {}).items():
            self.names.keep(name, way, gives)
        return {"gives": self.names.shown(gives)}

    def call(self, on: str, name: str, given: dict[str, Neutral]) -> Neutral:
        device = self.devices.setdefault(on, Device())
        what, _, called = name.rpartition(".")
        if name == "copy_file":
            shutil.copyfile(given["from"], given["to"])
            return None
        if name == "damage_file":
            damage(pathlib.Path(given["path"]))
            return None
        if name in WITHOUT_VAULT:
            return neutral(self.called(getattr(koers, name), given))
        if name in OPENINGS:
            self.open(device, self.file(on), getattr(koers.Koers, name), given)
            return None
        if name == "porch.open":
            device.porch = self.called(koers.Porch.open, given)
            return None
        if what:
            return neutral(self.called(getattr(getattr(device, what), called), given))
        device.koers.set_clock(self.here)
        if name == "prepare_rekey":
            device.rekeying = self.called(device.koers.prepare_rekey, given)
            return None
        if name == "rekey":
            return neutral(device.koers.rekey(device.rekeying, given["typed"].encode()))
        return neutral(self.called(getattr(device.koers, name), given))

    def called(self, function: typing.Callable, given: dict[str, Neutral]) -> typing.Any:
        """Calls with what the file says, and with the language and the moment of the journey."""
        hints = hints_of(function)
        with_ = {name: native(hints[name], one) for name, one in given.items()}
        ours = {"lang": self.lang, "here": self.here}
        return function(**{name: one for name, one in ours.items() if name in hints} | with_)

    def open(
        self, device: Device, path: str, how: typing.Callable, given: dict[str, Neutral]
    ) -> None:
        """Closes the vault and opens it again, as after a restart of the app. With a `vault` it
        stays open, and something that cannot be opened is tried instead."""
        with_ = {name: one.encode() for name, one in given.items() if name != "vault"}
        if how == koers.Koers.create_with_device_key:
            with_["lang"] = self.lang
        if "vault" in given:
            how(self.broken(path, given["vault"]), **with_, here=self.here)
            return
        if hasattr(device, "koers"):
            device.koers.lock()
        device.koers = how(path, **with_, here=self.here)

    def broken(self, path: str, kind: str) -> str:
        """Where a vault lies that cannot be opened; but for the one in use, a copy."""
        if kind == "in_use":
            return path
        copy = pathlib.Path(path).with_suffix(f".{kind}")
        whole = pathlib.Path(path).read_bytes()
        half = len(whole) // 2
        made = {
            "cut_short": whole[:half],
            "damaged": whole[:half] + bytes(len(whole) - half),
            "not_a_vault": b"something else",
        }
        if kind != "missing":
            copy.write_bytes(made[kind])
        return str(copy)


def damage(path: pathlib.Path) -> None:
    path.write_bytes(bytes(FIRST_PAGE) + path.read_bytes()[FIRST_PAGE:])
