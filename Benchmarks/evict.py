#!/usr/bin/env python3
"""Makes the page cache forget files. Linux, standard library only."""

import argparse
import ctypes
import json
import mmap
import os
from pathlib import Path


def files_below(places):
    """Every regular file among and below the places, each once, links followed to their ends."""
    found = {}
    for place in places:
        if place.is_file():
            found[place.resolve()] = None
            continue
        for folder, _, names in os.walk(place):
            for name in names:
                path = Path(folder, name).resolve()
                if path.is_file():
                    found[path] = None
    return list(found)


def evict(files):
    """Asks the kernel to forget the pages of files; those that another process maps may stay."""
    os.sync()
    for path in files:
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def drop_caches():
    """Makes the whole machine forget pages, directories and inodes; root only."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3\n", encoding="ascii")


def resident(files):
    """How many bytes of the files the page cache holds, and of how many; by mincore(2)."""
    library = ctypes.CDLL(None, use_errno=True)
    library.mmap.restype = ctypes.c_void_p
    library.mmap.argtypes = (
        [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
    )
    library.mincore.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]
    library.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    failed = ctypes.c_void_p(-1).value
    held = total = 0
    for path in files:
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        size = os.fstat(descriptor).st_size
        address = failed
        if size:
            address = library.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, descriptor, 0)
        os.close(descriptor)
        if address == failed:
            continue
        pages = ctypes.create_string_buffer(-(-size // mmap.PAGESIZE))
        if library.mincore(address, size, pages) == 0:
            held += sum(page & 1 for page in pages.raw) * mmap.PAGESIZE
        library.munmap(address, size)
        total += size
    return min(held, total), total


def main():
    parser = argparse.ArgumentParser(
        description="Makes the page cache forget files; prints how much of them it still holds."
    )
    parser.add_argument(
        "places", nargs="+", type=Path, help="files, and folders with all below them"
    )
    parser.add_argument("--drop-caches", action="store_true", help="as root, forget everything")
    options = parser.parse_args()
    files = files_below(options.places)
    evict(files)
    if options.drop_caches:
        try:
            drop_caches()
        except OSError as error:
            parser.exit(1, f"evict: {error.filename}: {error.strerror}: --drop-caches needs root\n")
    held, total = resident(files)
    print(json.dumps({"held": held, "total": total}))


if __name__ == "__main__":
    main()
