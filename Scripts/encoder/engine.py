"""The engine that carries the weights, as the reference that what is built is checked against."""

import ctypes
import glob
import os
import subprocess
import tempfile

import numpy as np


class EngineError(Exception):
    """The engine can be neither loaded nor compiled."""


def load_library(folder):
    """The engine's shared library: the one in the folder, or its C source compiled anew."""
    reasons = []
    for path in sorted(glob.glob(os.path.join(folder, "_engine*.so"))):
        try:
            return ctypes.CDLL(path)
        except OSError as error:
            reasons.append(str(error))
    source = os.path.join(folder, "e5.c")
    if os.path.exists(source):
        try:
            return compile_library(source)
        except (OSError, subprocess.CalledProcessError) as error:
            reasons.append(str(error))
    reason = "; ".join(reasons) or "neither _engine*.so nor e5.c"
    raise EngineError(f"{folder}: no engine to check against: {reason}")


def compile_library(source):
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "engine.so")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-lm"],
                       check=True, capture_output=True)
        return ctypes.CDLL(library)


class Engine:
    """Vectors and token counts of the engine."""

    def __init__(self, folder, weights):
        self.library = load_library(folder)
        self.library.e5_load.restype = ctypes.c_void_p
        self.library.e5_load.argtypes = [ctypes.c_char_p]
        self.library.e5_embed.argtypes = [
            ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
        self.library.e5_token_count.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.model = self.library.e5_load(os.fsencode(weights))
        if not self.model:
            raise EngineError(f"{weights}: the engine cannot read it")

    def query(self, text):
        """The vector of a text with the prefix `query: `, of length 1."""
        vector = np.empty(384, np.float32)
        self.library.e5_embed(self.model, text.encode(), 1, vector.ctypes.data)
        return vector

    def token_count(self, text):
        """The number of tokens of a text with the prefix `query: `, with <s> and </s>, not cut."""
        return self.library.e5_token_count(self.model, text.encode(), 1)
