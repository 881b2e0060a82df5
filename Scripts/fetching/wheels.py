"""Wheels pinned by models.lock, and which of them this machine needs."""

import configparser
import hashlib
import platform
import sys
from dataclasses import dataclass

BLOCK = 1 << 18


class SetupError(Exception):
    """What is wrong, where, and what to do, in one line."""


@dataclass(frozen=True)
class Wheel:
    """One pinned file of a project of the package index."""

    project: str
    license: str
    filename: str
    size: int
    sha256: str

    @property
    def version(self):
        return self.filename.split("-")[1]

    def suits(self, python, machine):
        """Whether the file's tags fit a Python ("cp311") and an architecture ("x86_64")."""
        interpreter, abi, system = self.filename.removesuffix(".whl").split("-")[-3:]
        return (interpreter, abi) in ((python, python), ("py3", "none")) and (
            system == "any" or system.endswith("_" + machine)
        )


def read_lock(path):
    """The pinned wheels, a list for each project."""
    lock = configparser.ConfigParser(interpolation=None)
    lock.read_string(path.read_text(encoding="utf-8"), source=str(path))
    pins = {}
    for project in lock.sections():
        section = lock[project]
        lines = [line.split() for line in section["wheels"].strip().splitlines()]
        pins[project] = [
            Wheel(project, section["license"], filename, int(size), sha256)
            for sha256, size, filename in lines
        ]
    return pins


def choose(pins, project):
    """The wheel of a project that fits this Python and this machine."""
    python = "cp{}{}".format(*sys.version_info[:2]) + getattr(sys, "abiflags", "")
    machine = platform.machine().replace("arm64", "aarch64")
    for wheel in pins[project]:
        if wheel.suits(python, machine):
            return wheel
    raise SetupError(
        f"{project}: no pinned wheel fits {sys.executable} ({python}) on {machine}; "
        "set CROSSREAD_PYTHON to a Python from 3.10 to 3.14 on x86_64 or aarch64"
    )


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
