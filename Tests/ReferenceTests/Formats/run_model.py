"""Validates ONNX models and compares their outputs in onnxruntime with ours.

usage: run_model.py DIRECTORY

For each DIRECTORY/NAME.onnx, NAME.safetensors holds images (batch, channels, height, width) and logits (batch, classes).
Outputs may differ by 1e-5, relative to the largest output if that is above 1. Models must accept any batch size. Prints
one line per model.
"""
import pathlib
import sys

import numpy
import onnx
import onnxruntime
import safetensors.numpy


def check(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    assert [(entry.domain, entry.version) for entry in model.opset_import] == [("", 13)], model.opset_import
    tensors = safetensors.numpy.load_file(path.with_suffix(".safetensors"))
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    assert [port.name for port in session.get_inputs()] == ["images"]
    assert [port.name for port in session.get_outputs()] == ["logits"]
    assert session.get_inputs()[0].shape[0] == "batch", session.get_inputs()[0].shape
    images, expected = tensors["images"], tensors["logits"]
    largest = float(numpy.abs(expected).max())
    differences = []
    for count in (1, 3, len(images)):
        found = session.run(["logits"], {"images": images[:count]})[0]
        assert found.shape == expected[:count].shape, f"{path}: {found.shape} instead of {expected[:count].shape}"
        differences.append(float(numpy.abs(found - expected[:count]).max()))
    limit = 1e-5 * max(1, largest)
    assert max(differences) <= limit, f"{path}: outputs differ by {max(differences)}, more than {limit}"
    properties = {entry.key: entry.value for entry in model.metadata_props}
    print(f"{path.stem}: {len(model.graph.node)} nodes, outputs up to {largest:.1f}, "
          f"difference {max(differences):.1e}, metadata {properties}")


paths = sorted(pathlib.Path(sys.argv[1]).glob("*.onnx"))
for model_path in paths:
    check(model_path)
print(f"onnxruntime {onnxruntime.__version__} ran {len(paths)} models")
