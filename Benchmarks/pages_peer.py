#!/usr/bin/env python3
"""Reads the pages of a folder as Crossread's rivals do, again and again.

Usage: pages_peer.py READER FOLDER, where READER is trafilatura, trafilatura-fast or readability. The first
line of the answer is {"NAME": "TEXT", ...}; after it, for each line of standard input, the seconds of
processor time that all pages took, from bytes in memory to text. Nothing is loaded within that time.
"""

import json
import logging
import sys
import time
from pathlib import Path


def trafilatura_reader(fast):
    """trafilatura as its own evaluation calls it: without comments, with its fallbacks unless fast."""
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, fast=fast) or ""


def readability_reader():
    """readability-lxml gives a piece of HTML, of which the text is taken as quickly as lxml can."""
    from lxml import html
    from readability import Document

    def read(page):
        # Decoded here: guessing the charset takes readability longer than all else.
        summary = Document(page.decode("utf-8", "replace")).summary()
        return " ".join(html.fromstring(summary).itertext())

    return read


READERS = {
    "trafilatura": lambda: trafilatura_reader(False),
    "trafilatura-fast": lambda: trafilatura_reader(True),
    "readability": readability_reader,
}


def attempt(read, page):
    try:
        return read(page)
    except Exception:  # whatever a page does to a reader, the others count
        return ""


def main():
    logging.disable(logging.CRITICAL)
    name, folder = sys.argv[1:]
    read = READERS[name]()
    pages = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}
    print(json.dumps({name: attempt(read, page) for name, page in pages.items()}), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for page in pages.values():
            attempt(read, page)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
