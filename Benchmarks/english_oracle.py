"""spaCy as the oracle of the English analysis: its answers in the form of `crossread analyze`."""

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / ".build-peer" / "bin" / "python"


def ensure_spacy():
    """Starts the running script again in the peer's environment where this one has no spaCy."""
    try:
        import spacy  # noqa: F401
    except ImportError:
        if PEER.exists() and Path(sys.executable).resolve().parent != PEER.parent.resolve():
            os.execv(PEER, [str(PEER), *sys.argv])
        sys.exit("spaCy is not installed here; run Benchmarks/setup-peer")


def default_package():
    """The folder of the pipeline package that set-up fetched."""
    home = os.environ.get("CROSSREAD_HOME")
    shared = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home or Path(shared) / "crossread") / "en_core_web_sm"


def load(package):
    """The pipeline of a package's folder, and the seconds that loading took."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy

    start = time.perf_counter()
    pipeline = spacy.load(package)
    return pipeline, time.perf_counter() - start


def answers(pipeline, texts):
    """spaCy's documents for some texts, and the seconds that they took."""
    start = time.perf_counter()
    documents = list(pipeline.pipe(texts))
    return documents, time.perf_counter() - start


def record(document):
    """A document as `crossread analyze --input` writes it."""
    return {
        "tokens": [
            {
                "start": token.idx,
                "end": token.idx + len(token),
                "lemma": token.lemma_,
                "tag": token.tag_,
                "pos": token.pos_,
                "head": token.head.i,
                "dep": token.dep_,
                "ent_iob": token.ent_iob_,
                "ent_type": token.ent_type_,
            }
            for token in document
        ],
        "sentences": [[sentence.start, sentence.end] for sentence in document.sents],
    }


def read_texts(path):
    """The texts of a file: NDJSON lines with "text", or plain text, a text a line."""
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    if not str(path).endswith((".ndjson", ".jsonl")):
        return [line for line in lines if line]
    return [json.loads(line)["text"] for line in lines if line]
