"""Whether the library and the sources made from it belong together."""

# The version that these sources belong to; the library says its own.
VERSION = "0.1.0"


class LibraryError(ImportError):
    """The library that belongs to this package is missing, or it is of another version."""


def check() -> None:
    """Loads the library; `LibraryError` where it does not fit."""
    try:
        from ._generated import koers

        # The generator writes this check and leaves it to others to call.
        koers._uniffi_check_api_checksums(koers._UniffiLib)
        found = koers.version()
    except Exception as error:
        # No file, a call that is not there, or UniFFI's own check: each names it in its own way.
        raise LibraryError(f"the library does not fit Koers for Python {VERSION}: {error}") from error
    if found != VERSION:
        raise LibraryError(f"the library is of Koers {found}, and Koers for Python of {VERSION}")
