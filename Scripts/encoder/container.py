"""The container that carries the 4-bit weights and the vocabulary of multilingual-e5-small.

Little-endian, in this order:

    magic "E5S1", version
    width, layers, heads, inner width, vocabulary, positions, types   i32 each
    layer norm epsilon   f32;   weights in a block   i32
    pieces, ids of <s>, </s>, <pad>, <unk>   i32 each;   bytes of all pieces   u64
    offsets of the pieces (one more than pieces)   u32;   scores   f32;   the pieces' bytes
    normalisations, their bytes   u32;   each: code point u32, count u8, replacements u32
    tensors   i32;   each: length of its name u16, name, type u8 (0 f32, 1 Q4_0), weights u32,
        offset u64, bytes u64

A Q4_0 block holds 32 weights: an fp16 scale and 16 bytes, whose low nibbles are the first 16
weights and whose high nibbles are the last 16; a weight is (nibble - 8) * scale.
"""

import struct

import numpy as np

BLOCK = 32
BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])


class Container:
    """One container file: hyperparameters, vocabulary, normalisation table and tensors."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[:4] != b"E5S1":
            raise ValueError(f"{path}: not a container of e5 weights (no E5S1 at its beginning)")
        try:
            self._parse()
        except (struct.error, ValueError) as error:
            raise ValueError(f"{path}: cut short or damaged: {error}") from error

    def _parse(self):
        (_, self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _,
         self.epsilon, block) = struct.unpack_from("<I7ifi", self.data, 4)
        if block != BLOCK:
            raise ValueError(f"blocks of {block} weights, where {BLOCK} are known")
        at = 44
        count, self.beginning, self.end, self.padding, self.unknown = self._take("<5i", at)
        length, = self._take("<Q", at + 20)
        at += 28
        offsets = np.frombuffer(self.data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self.data, "<f4", count, at)
        at += 4 * count
        self.pieces = [self.data[at + a:at + b]
                       for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist())]
        at = self._parse_normalisation(at + length)
        self._parse_directory(at)

    def _take(self, layout, at):
        return struct.unpack_from(layout, self.data, at)

    def _parse_normalisation(self, at):
        count, length = self._take("<iI", at)
        at += 8
        end = at + length
        self.normalisation = {}
        for _ in range(count):
            point, size = self._take("<IB", at)
            self.normalisation[point] = self._take(f"<{size}I", at + 5)
            at += 5 + 4 * size
        return end

    def _parse_directory(self, at):
        count, = self._take("<i", at)
        at += 4
        self.directory = {}
        for _ in range(count):
            length, = self._take("<H", at)
            name = self.data[at + 2:at + 2 + length].decode()
            kind, weights, offset, size = self._take("<BIQQ", at + 2 + length)
            if offset + size > len(self.data):
                raise ValueError(f"tensor {name} ends behind the end of the file")
            self.directory[name] = (kind, weights, offset)
            at += 2 + length + 21

    def floats(self, name):
        """A tensor of f32."""
        kind, weights, offset = self._entry(name)
        if kind != 0:
            raise ValueError(f"tensor {name} is not f32")
        return np.frombuffer(self.data, "<f4", weights, offset)

    def blocks(self, name, columns, first=0, last=None):
        """Rows [first, last) of a Q4_0 matrix, exactly, as int8 and f32 scales.

        Their shapes are [rows, blocks, 32] and [rows, blocks, 1].
        """
        kind, weights, offset = self._entry(name)
        if kind != 1 or columns % BLOCK:
            raise ValueError(f"tensor {name} is not made of Q4_0 blocks")
        last = weights // columns if last is None else last
        per_row = columns // BLOCK
        blocks = np.frombuffer(self.data, BLOCK_TYPE, (last - first) * per_row,
                               offset + first * per_row * BLOCK_TYPE.itemsize)
        levels = np.empty((len(blocks), BLOCK), np.int8)
        levels[:, :16] = blocks["nibbles"] & 15
        levels[:, 16:] = blocks["nibbles"] >> 4
        levels -= 8
        return (levels.reshape(last - first, per_row, BLOCK),
                blocks["scale"].astype(np.float32).reshape(last - first, per_row, 1))

    def rows(self, name, columns, first=0, last=None):
        """Rows [first, last) of a Q4_0 matrix, as f32."""
        levels, scales = self.blocks(name, columns, first, last)
        return (levels * scales).reshape(-1, columns)

    def _entry(self, name):
        if name not in self.directory:
            raise ValueError(f"tensor {name} is missing")
        return self.directory[name]
