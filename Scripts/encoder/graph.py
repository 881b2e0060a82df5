"""The encoder as an OpenVINO model: BERT (Devlin et al. 2019) with 8-bit weights, mean pooling and
L2 normalisation, as multilingual-e5 (Wang et al. 2024) asks for.

A matrix keeps its blocks of 32 weights, which int8 holds exactly, each with its f32 scale, in the
pattern Constant -> Convert -> Multiply -> Reshape that the CPU plug-in keeps compressed. With
dynamic quantisation in groups of 32 it multiplies them as integers, as the engine that carries the
weights does: as fast as int8 by row (650 short texts a second on two cores; 330 without dynamic
quantisation), and nearer to that engine (least cosine 0.9999, by row 0.9997).

The embedding table is int8 with one scale a row; a row is scaled after it has been gathered, so
that the table is never expanded and stays mapped.

There are two outputs. "embedding" is a text's vector. "states" are the vectors of its tokens, from
the last layer but one: tokens of one meaning match better there than in the last layer, which is
trained to be pooled (Zhang et al. 2020, BERTScore, choose a layer before the last too).
"""

import numpy as np
import openvino
from openvino import PartialShape, Type
from openvino import opset13 as op

CHUNK = 8192  # rows of the embedding table expanded at a time


def quantised(matrix):
    """A matrix as int8 rows and their f32 scales: symmetric, the largest value at 127."""
    scale = np.abs(matrix).max(axis=1, keepdims=True) / np.float32(127)
    scale[scale == 0] = 1
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


def floats(values):
    return op.constant(np.ascontiguousarray(values, np.float32))


class Builder:
    """Builds the model of one container."""

    def __init__(self, container):
        self.container = container
        self.shared = {}

    def integers(self, *values):
        """A constant, one for all that need it: compiling takes time for every node."""
        if values not in self.shared:
            self.shared[values] = op.constant(np.array(values, np.int64))
        return self.shared[values]

    def model(self):
        tokens = self._input("input_ids")
        mask = self._input("attention_mask")
        present = op.convert(mask, "f32")
        # Added to the scores: nothing for a token; for padding, what makes its weight exactly 0.
        absent = op.subtract(floats(1), op.unsqueeze(present, self.integers(1, 2)))
        bias = op.multiply(absent, floats(-1e9))
        states = [self._embedded(tokens)]
        for layer in range(self.container.layers):
            states.append(self._layer(f"l{layer}.", states[-1], bias))
        results = [self._result("embedding", self._pooled(states[-1], present)),
                   self._result("states", states[-2])]
        return openvino.Model(results, [tokens, mask], "multilingual-e5-small")

    def _input(self, name):
        parameter = op.parameter(PartialShape([-1, -1]), Type.i32, name)
        parameter.output(0).set_names({name})
        return parameter

    def _result(self, name, node):
        result = op.result(node)
        result.input_value(0).set_names({name})
        return result

    def _embedded(self, tokens):
        container, axis = self.container, op.constant(np.int64(0))
        count = len(container.pieces)
        table = np.empty((count, container.width), np.int8)
        scales = np.empty((count, 1), np.float32)
        for first in range(0, count, CHUNK):
            last = min(first + CHUNK, count)
            rows = container.rows("emb.word", container.width, first, last)
            table[first:last], scales[first:last] = quantised(rows)
        words = op.multiply(
            op.convert(op.gather(op.constant(table, shared_memory=True), tokens, axis), "f32"),
            op.gather(floats(scales), tokens, axis))
        positions = container.floats("emb.pos").reshape(-1, container.width)
        positions = positions + container.floats("emb.type")[:container.width]
        length = op.gather(op.shape_of(tokens, "i64"), self.integers(1), axis)
        first, step = self.integers(0), self.integers(1)
        places = op.slice(floats(positions), first, length, step, first)
        return self._normalised("emb.ln", op.add(words, places))

    def _layer(self, prefix, state, bias):
        width, heads = self.container.width, self.container.heads

        def head(name):
            split = op.reshape(self._linear(prefix + name, state, width),
                               self.integers(0, 0, heads, width // heads), True)
            return op.transpose(split, self.integers(0, 2, 1, 3))

        mixed = op.scaled_dot_product_attention(head("q"), head("k"), head("v"), bias)
        together = op.transpose(mixed, self.integers(0, 2, 1, 3))
        joined = op.reshape(together, self.integers(0, 0, width), True)
        attended = op.add(self._linear(prefix + "ao", joined, width), state)
        state = self._normalised(prefix + "aln", attended)
        inner = op.gelu(self._linear(prefix + "fi", state, width), "erf")
        outer = self._linear(prefix + "fo", inner, self.container.inner)
        return self._normalised(prefix + "oln", op.add(outer, state))

    def _linear(self, name, state, columns):
        levels, scales = self.container.blocks(name + ".w", columns)
        grouped = op.multiply(op.convert(op.constant(levels), "f32"), floats(scales))
        weights = op.reshape(grouped, self.integers(len(levels), columns), False)
        product = op.matmul(state, weights, False, True)
        return op.add(product, floats(self.container.floats(name + ".b").reshape(1, 1, -1)))

    def _normalised(self, name, state):
        epsilon = float(self.container.epsilon)
        centred = op.mvn(state, self.integers(-1), True, epsilon, "INSIDE_SQRT")
        scaled = op.multiply(centred, floats(self.container.floats(name + ".w")))
        return op.add(scaled, floats(self.container.floats(name + ".b")))

    def _pooled(self, state, present):
        weighed = op.multiply(state, op.unsqueeze(present, self.integers(2)))
        total = op.reduce_sum(weighed, self.integers(1), False)
        mean = op.divide(total, op.reduce_sum(present, self.integers(1), True))
        return op.normalize_l2(mean, self.integers(1), 1e-12, "max")
