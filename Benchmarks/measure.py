"""Runs commands and tells what they took. Linux, standard library only."""

import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class MeasureError(Exception):
    """What went wrong, in one line."""


@dataclass(frozen=True)
class Run:
    """What one process took, from its start to its end."""

    wall: float  # seconds
    processor: float  # seconds of all its threads, in user and system mode
    peak: float  # MiB resident at most


def run(command):
    """Runs a command, its output thrown away.

    The kernel lets a child's peak begin with its parent's size (getrusage(2)), so the program that
    calls this has to stay small; `run(["true"])` shows how small.
    """
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    if child.returncode != 0:
        lines = complaint.decode(errors="replace").strip().splitlines() or ["no message"]
        raise MeasureError(f"{command[0]}: exit status {child.returncode}: {lines[-1]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Worker:
    """A process that loads what it needs, does its work once for each line that it is given, and answers each time."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise MeasureError(f"{self.name}: ended: see the lines above")
        return line

    def peak(self):
        """MiB resident at most so far, by proc(5)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def libraries(program):
    """The shared libraries that a program names, and their own."""
    listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=False).stdout
    return [Path(path) for path in re.findall(r"(/\S+) \(0x", listing)]
