"""tokenizer.bin: a SentencePiece unigram vocabulary (Kudo 2018) laid out to be mapped, not parsed.

Little-endian; every section begins at a multiple of 8 bytes and is padded with zeros up to the
next. `Sources/Language/Embedding/TokenizerFile.swift` reads it.

    header, 48 bytes: magic "XRTOKEN1"; u32 pieces; u32 ids of <s>, </s>, <pad>, <unk>;
        f32 score of an unknown character; u32 slots; u32 pages; u32 bytes of replacements; u32 0
    slots      slots * (u32 unit, u32 value): a double array (Aoki 1989) over the pieces' bytes
    scores     pieces * f32: natural logarithms of probabilities
    index      4352 * u16: the page of a code point's block of 256; page 0 changes nothing
    pages      pages * 256 * u32: 0xFFFFFFFF leaves the code point as it is, otherwise
               (offset << 8 | length) of what replaces it
    replacements: UTF-8

A unit is (base << 8 | label). The walk begins in slot 0; the child of a slot by byte b is slot
base + b, and is there if its label is b, because no two slots have the same base. Slots without
children have base 0, which no other slot has. A value is the id of the piece that ends there,
plus 1; 0 for none.
Control pieces (<s>, <mask> ...) have ids but no place in the slots: no text can spell them.
"""

import struct

import numpy as np

MAGIC = b"XRTOKEN1"
BLOCKS = 0x110000 >> 8
KEPT = 0xFFFFFFFF
CONTROL = {b"<s>", b"</s>", b"<pad>", b"<unk>", b"<mask>"}
SPACE = "\u2581"  # SentencePiece writes a space so


def children_of(pieces):
    """The trie of the pieces: for each node its children by label, and its id plus 1."""
    nodes, values = [{}], [0]
    for piece, identifier in pieces:
        node = 0
        for byte in piece:
            child = nodes[node].get(byte)
            if child is None:
                child = nodes[node][byte] = len(nodes)
                nodes.append({})
                values.append(0)
            node = child
        values[node] = identifier + 1
    return nodes, values


def double_array(nodes, values):
    """The slots of a trie: units and values. Nodes with many children take their places first."""
    room = 2 * len(nodes) + 1024
    taken = bytearray(room)
    bases = bytearray(room)
    base_of = [0] * len(nodes)
    taken[0] = bases[0] = 1
    start = {}
    order = sorted((i for i, children in enumerate(nodes) if children),
                   key=lambda i: (-len(nodes[i]), i))
    for node in order:
        labels = sorted(nodes[node])
        slot = start.get(len(labels), 1)
        while True:
            slot = taken.find(0, slot)
            base = slot - labels[0]
            if base > 0 and not bases[base] and not any(taken[base + label] for label in labels):
                break
            slot += 1
        start[len(labels)] = slot
        base_of[node] = base
        bases[base] = 1
        for label in labels:
            taken[base + label] = 1
    count = taken.rfind(1) + 1
    units = np.zeros(count, np.uint32)
    payload = np.zeros(count, np.uint32)
    units[0] = base_of[0] << 8
    for node, children in enumerate(nodes):
        for label, child in children.items():
            units[base_of[node] + label] = base_of[child] << 8 | label
            payload[base_of[node] + label] = values[child]
    if max(base_of) >= 1 << 24:
        raise ValueError("the vocabulary is too large for a base of 24 bits")
    return np.stack([units, payload], axis=1)


def normalisation_pages(table):
    """The index, the pages and the replacements of a per-code-point table."""
    index = np.zeros(BLOCKS, np.uint16)
    pages = [np.full(256, KEPT, np.uint32)]
    replacements = bytearray()
    seen = {}
    for point in sorted(table):
        text = "".join(map(chr, table[point])).encode()
        if text not in seen:
            seen[text] = len(replacements)
            replacements += text
        if index[point >> 8] == 0:
            index[point >> 8] = len(pages)
            pages.append(np.full(256, KEPT, np.uint32))
        pages[index[point >> 8]][point & 255] = seen[text] << 8 | len(text)
    return index, np.stack(pages), bytes(replacements)


def unknown_score(container):
    """What an unknown character costs: SentencePiece takes 10 off the lowest score."""
    return np.float32(container.scores.min() - np.float32(10))


def tokenizer_bytes(container):
    """The whole file."""
    pieces = sorted((piece, identifier) for identifier, piece in enumerate(container.pieces)
                    if piece and piece not in CONTROL)
    # The reader solves a text word by word, which is right only while no piece goes over a space.
    if any(SPACE.encode() in piece[1:] for piece, _ in pieces):
        raise ValueError("a piece of the vocabulary has a space inside")
    slots = double_array(*children_of(pieces))
    check_slots(slots, pieces)
    # A NUL never reaches the slots, whose empty places carry the label 0.
    index, pages, replacements = normalisation_pages({0: (), **container.normalisation})
    header = struct.pack(
        "<8s5If4I", MAGIC, len(container.pieces), container.beginning, container.end,
        container.padding, container.unknown, unknown_score(container), len(slots), len(pages),
        len(replacements), 0)
    sections = [header, slots.astype("<u4").tobytes(), container.scores.astype("<f4").tobytes(),
                index.astype("<u2").tobytes(), pages.astype("<u4").tobytes(), replacements]
    return b"".join(section + bytes(-len(section) % 8) for section in sections)


def check_slots(slots, pieces):
    """Walks every piece through the slots, all pieces side by side."""
    longest = max(len(piece) for piece, _ in pieces)
    text = np.array([piece.ljust(longest, b"\0") for piece, _ in pieces]).view(np.uint8)
    text = text.reshape(len(pieces), longest)
    lengths = np.array([len(piece) for piece, _ in pieces])
    at = np.zeros(len(pieces), np.int64)
    for column in range(longest):
        here = lengths > column
        label = text[here, column].astype(np.int64)
        child = (slots[at[here], 0] >> 8) + label
        if not np.array_equal(slots[child, 0] & 255, label):
            raise ValueError("the double array loses a piece")
        at[here] = child
    if not np.array_equal(slots[at, 1], np.array([identifier + 1 for _, identifier in pieces])):
        raise ValueError("the double array gives a wrong piece")


class Tokenizer:
    """The same tokenizer in Python, slow and plain, for the check of what was built."""

    def __init__(self, container):
        self.container = container
        self.ids = {piece.decode(): identifier for identifier, piece in enumerate(container.pieces)
                    if piece not in CONTROL}
        self.longest = max(map(len, self.ids))
        self.unknown = unknown_score(container)

    def tokens(self, text, limit=512):
        """The ids of a text between <s> and </s>, at most `limit` of them."""
        content = self._viterbi(self._normalised(text))[:limit - 2]
        return [self.container.beginning, *content, self.container.end]

    def _normalised(self, text):
        table = self.container.normalisation
        text = "".join("".join(map(chr, table[ord(c)])) if ord(c) in table else c for c in text)
        while "  " in text:
            text = text.replace("  ", " ")
        text = text if text.startswith(" ") else " " + text
        return text.replace(" ", SPACE)

    def _viterbi(self, text):
        zero = np.float32(0)
        best = [(zero, 0, 0)] + [None] * len(text)
        for start in range(len(text)):
            score = best[start][0]
            for end in range(start + 1, min(len(text), start + self.longest) + 1):
                identifier = self.ids.get(text[start:end])
                if identifier is None:
                    continue
                candidate = score + self.container.scores[identifier]
                if best[end] is None or candidate > best[end][0]:
                    best[end] = (candidate, identifier, start)
            candidate = score + self.unknown
            if best[start + 1] is None or candidate > best[start + 1][0]:
                best[start + 1] = (candidate, self.container.unknown, start)
        tokens, end = [], len(text)
        while end > 0:
            _, identifier, end = best[end]
            tokens.append(identifier)
        return tokens[::-1]
