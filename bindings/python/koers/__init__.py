"""Koers for Python: one person's vault, and everything that can be recorded and asked.

The records, choices and errors are made from the Rust core (`_generated`); nothing is decided
here. A day is a `datetime.date`, an instant a `datetime.datetime`, an amount a
`decimal.Decimal`, and a secret `bytes`. Where the library does not fit, importing this ends with
a `LibraryError`, which is an `ImportError`.
"""

from ._library import VERSION, LibraryError
from ._library import check as _check

_check()

from ._generated import koers as _object
from ._generated import koers_core as _vocabulary
from ._generated.koers import (
    Observer,
    ObserverFailed,
    Porch,
    Rekeying,
    catalogue,
    check_backup,
    check_backup_with_recovery_code,
    help_now,
    keys_gone,
    restore,
    restore_with_recovery_code,
    salvage,
    salvage_with_device_key,
    salvage_with_recovery_code,
    sample,
    sentence,
    slots,
    stepped,
    substances,
    wipe,
    wipe_porch,
)
from ._generated.koers_core import *  # noqa: F403 - the whole vocabulary


class Koers(_object.Koers):
    """One person's vault. As a context it is locked at the end::

        with Koers.open("me.koers", b"passphrase") as koers:
            print(koers.today().title)
    """

    def __enter__(self) -> "Koers":
        return self

    def __exit__(self, *_error: object) -> None:
        self.lock()


__all__ = [
    "Koers",
    "LibraryError",
    "Observer",
    "ObserverFailed",
    "Porch",
    "Rekeying",
    "VERSION",
    "catalogue",
    "check_backup",
    "check_backup_with_recovery_code",
    "help_now",
    "keys_gone",
    "restore",
    "restore_with_recovery_code",
    "salvage",
    "salvage_with_device_key",
    "salvage_with_recovery_code",
    "sample",
    "sentence",
    "slots",
    "stepped",
    "substances",
    "wipe",
    "wipe_porch",
    *(name for name in _vocabulary.__all__ if name != "InternalError"),
]
