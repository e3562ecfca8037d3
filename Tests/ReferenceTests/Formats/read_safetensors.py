"""Reads one of our files with the safetensors package, checks its contents, and writes a file for us to read.

usage: read_safetensors.py OURS THEIRS
"""
import sys

import numpy
import safetensors
import safetensors.numpy

ours, theirs = sys.argv[1:]
with safetensors.safe_open(ours, framework="numpy") as file:
    assert set(file.keys()) == {"layer0.weights", "empty", "step"}, list(file.keys())
    assert file.metadata()["epoch"] == "3", file.metadata()
    assert file.metadata()["name"] == 'a "quoted"\\\n\x01 日本', file.metadata()
    weights = file.get_tensor("layer0.weights")
    assert weights.dtype == numpy.float32 and weights.shape == (2, 3), (weights.dtype, weights.shape)
    expected = numpy.array([[1, -2.5, 3.25], [0, numpy.inf, 1e-45]], numpy.float32)
    assert (weights == expected).all(), weights
    assert file.get_tensor("empty").shape == (0, 7)
    assert file.get_tensor("step").shape == () and file.get_tensor("step") == 42

safetensors.numpy.save_file(
    {"b": numpy.arange(6, dtype=numpy.float32).reshape(2, 3), "a": numpy.array(7, numpy.float32)}, theirs,
    metadata={"epoch": "4"})
print(f"safetensors {safetensors.__version__} read {ours} and wrote {theirs}")
