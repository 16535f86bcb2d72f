"""Builds the library with cargo, writes its Python sources, and packs both into a wheel.

`KOERS_LIBRARY` names a library that is built already.
"""

import os
import pathlib
import platform
import shutil
import subprocess

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = {"Darwin": "libkoers_ffi.dylib", "Windows": "koers_ffi.dll"}.get(
    platform.system(), "libkoers_ffi.so"
)


def cargo(*arguments: str) -> None:
    subprocess.run(["cargo", *arguments], cwd=REPOSITORY, check=True)


def built() -> pathlib.Path:
    """The library that ships."""
    given = os.environ.get("KOERS_LIBRARY")
    if given:
        return pathlib.Path(given).resolve()
    cargo("build", "--profile", "app", "--locked", "-p", "koers-ffi")
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    return REPOSITORY / target / "app" / LIBRARY


class Build(build_py):
    """Puts the library and what is generated from it beside the package's own sources."""

    def run(self) -> None:
        super().run()
        into = pathlib.Path(self.build_lib) / "koers" / "_generated"
        into.mkdir(parents=True, exist_ok=True)
        library = built()
        out = pathlib.Path(self.build_lib).resolve().parent / "generated"
        generate = ["run", "--locked", "--quiet", "-p", "koers-generate", "--"]
        cargo(*generate, str(library), str(out), "python")
        for source in sorted((out / "python").glob("*.py")):
            shutil.copy(source, into)
        shutil.copy(library, into / LIBRARY)


class Wheel(bdist_wheel):
    """A wheel for any Python 3 on this platform."""

    def finalize_options(self) -> None:
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self) -> tuple[str, str, str]:
        return "py3", "none", super().get_tag()[2]


setup(cmdclass={"build_py": Build, "bdist_wheel": Wheel})
