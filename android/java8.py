"""What compiled classes call in Java's library that Java 8 does not have, nor the oldest Android that runs the app.

Whatever JDK compiles knows more, and such a call falls over on an old phone alone. What Java 8 has stands in the
JDK's own ct.sym, from which `javac --release 8` reads it. Android's library is no matter of this: what is newer
there is asked for by the version of the phone.
"""

import shutil
import struct
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

# Bytes behind the tag of each kind of constant (JVM specification, 4.4); a text says its own length.
TEXT, WIDE, WIDTH = 1, (5, 6), {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4,
                                18: 4, 19: 2, 20: 2}
CLASS, MEMBERS = 7, (9, 10, 11)
# D8 puts something else in the place of the first; the bindings look whether the other is there.
WELCOME = ("java/lang/invoke/StringConcatFactory", "java/lang/ref/Cleaner")


class Class:
    """Of one class file: what it is made of, what it has, and what it uses. A member is its name and type in one."""

    def __init__(self, data: bytes):
        self.data, self.at, self.pool = data, 8, {}
        self.constants()
        _, _, above, count = self.take("HHHH")
        made_of = [above, *(self.take("H")[0] for _ in range(count))]
        self.made_of = [self.text(index) for index in made_of if index]
        self.has = {member for _ in ("fields", "methods") for member in self.members()}

    def take(self, form: str) -> tuple:
        values = struct.unpack_from(">" + form, self.data, self.at)
        self.at += struct.calcsize(">" + form)
        return values

    def constants(self) -> None:
        index, (count,) = 1, self.take("H")
        while index < count:
            (tag,) = self.take("B")
            width = self.take("H")[0] if tag == TEXT else WIDTH[tag]
            self.pool[index] = tag, self.data[self.at:self.at + width]
            self.at += width
            index += 2 if tag in WIDE else 1

    def text(self, index: int) -> str:
        """Of a text, or of what points to one."""
        tag, value = self.pool[index]
        return value.decode(errors="replace") if tag == TEXT else self.text(struct.unpack(">H", value)[0])

    def members(self) -> list[str]:
        found = []
        for _ in range(self.take("H")[0]):
            _, name, kind, attributes = self.take("HHHH")
            found.append(self.text(name) + self.text(kind))
            for _ in range(attributes):
                _, size = self.take("HI")
                self.at += size
        return found

    def uses(self) -> set[tuple[str, str]]:
        """Classes and members: whose, and which; of a class alone, no member."""
        used = {(self.text(index), "") for index, (tag, _) in self.pool.items() if tag == CLASS}
        for tag, value in self.pool.values():
            if tag in MEMBERS:
                owner, named = struct.unpack(">HH", value)
                name, kind = struct.unpack(">HH", self.pool[named][1])
                used.add((self.text(owner), self.text(name) + self.text(kind)))
        return used


def inside(path: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """The class files of a folder or a jar."""
    if path.is_dir():
        return [(str(file.relative_to(path)), file.read_bytes) for file in path.rglob("*.class")]
    jar = zipfile.ZipFile(path)
    return [(name, partial(jar.read, name)) for name in jar.namelist() if name.endswith(".class")]


class Library:
    """Classes by their names: those of Java 8, and of what else is on the class path."""

    def __init__(self, classpath: list[Path]):
        symbols = zipfile.ZipFile(Path(shutil.which("javac")).resolve().parents[1] / "lib/ct.sym")
        # The first folder names the releases, each by a digit or letter; the second is a module.
        self.bytes = {name.split("/", 2)[2].removesuffix(".sig"): partial(symbols.read, name)
                      for name in symbols.namelist() if "8" in name.split("/")[0] and name.endswith(".sig")}
        for path in classpath:
            for name, read in inside(path):
                self.bytes.setdefault(name.removesuffix(".class"), read)
        self.read = cache(self.read)

    def read(self, name: str) -> Class | None:
        return Class(self.bytes[name]()) if name in self.bytes else None

    def lacks(self, owner: str, member: str) -> bool:
        """Whether it is known that there is no such member. Of Java's own, a class that is not there is lacking."""
        known = self.read(owner)
        if known is None:
            return owner.startswith(("java/", "javax/"))
        return bool(member) and member not in known.has and all(self.lacks(part, member) for part in known.made_of)


def unknown(classes: Path, classpath: list[Path]) -> list[str]:
    """What the classes in a folder use, and where, that Java 8 does not have, nor what they were compiled against."""
    library, found = Library([classes, *classpath]), set()
    for name, read in inside(classes):
        for owner, member in Class(read()).uses():
            if not owner.startswith(("[", *WELCOME)) and library.lacks(owner, member):
                found.add(f"{name}: {owner}.{member}".rstrip("."))
    return sorted(found)
