#!/usr/bin/env python3
"""Encodes texts by the runtime's own Python binding, as a rival of Crossread's encoder.

Reads {"tokens": [[...]], "threads", "integer", "states", "batch"} from the first line of standard
input, and prints the seconds of one time for each
line after it. Both run the same model file with
the same settings. The rival is kept at its best: its texts come as tokens, sorted by length, and go
through an asynchronous queue with a request a thread.
"""

import json
import sys
import time
from pathlib import Path

import numpy
import openvino

PADDING = 1


def batches(texts, size):
    """Rows of texts of nearly one length, padded to the longest: (tokens, mask)."""
    order = sorted(range(len(texts)), key=lambda index: -len(texts[index]))
    for start in range(0, len(order), size):
        members = [texts[index] for index in order[start:start + size]]
        length = max(map(len, members))
        tokens = numpy.full((len(members), length), PADDING, numpy.int32)
        mask = numpy.zeros((len(members), length), numpy.int32)
        for row, text in enumerate(members):
            tokens[row, :len(text)] = text
            mask[row, :len(text)] = 1
        yield tokens, mask


def encode(queue, texts, size, states):
    """The vectors of all texts and, where asked for, of their tokens."""
    found = []

    def keep(request, _):
        found.append(request.get_tensor("embedding").data.copy())
        if states:
            found.append(request.get_tensor("states").data.copy())

    queue.set_callback(keep)
    for tokens, mask in batches(texts, size):
        queue.start_async({"input_ids": tokens, "attention_mask": mask})
    queue.wait_all()
    return found


def main():
    model = Path(sys.argv[1])
    task = json.loads(sys.stdin.readline())
    compiled = openvino.Core().compile_model(model, "CPU", {
        "INFERENCE_PRECISION_HINT": "f32",
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": "32" if task["integer"] else "0",
        "NUM_STREAMS": str(task["threads"]),
        "INFERENCE_NUM_THREADS": str(task["threads"]),
        "ENABLE_CPU_PINNING": "NO",
    })
    queue = openvino.AsyncInferQueue(compiled, task["threads"])
    for _ in sys.stdin:
        start = time.perf_counter()
        encode(queue, task["tokens"], task["batch"], task["states"])
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
