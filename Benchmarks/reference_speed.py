#!/usr/bin/env python3
"""Compares the training throughput (images/s) of mllint's reference and PyTorch on the CPU, on the same networks.

    Benchmarks/reference_speed.py [--tool .build/release/mllint] [--threads 2] [--rounds 5] [--seconds 3] [MODEL ...]

Each round times both in alternating order, so that other load on the machine affects both equally; PyTorch runs with its
default layout and with channels last, which is faster on CPUs. Prints medians and ratios. The article's numpy loops are timed
on the article's network. Requires PyTorch and numpy from PyPI (scripts/peer-environment.sh --torch); skipped without.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time

try:
    import numpy as np
    import torch
    from torch import nn
except ImportError as error:
    print(f"skipped: {error.name} is not installed; scripts/peer-environment.sh --torch installs it in .build/peers")
    sys.exit(0)

MODELS = ["article-cnn", "conv-5x5", "keras-cnn", "cheap", "wide"]
BATCH_SIZE = 128


def normalized(inputs: int, outputs: int) -> list[nn.Module]:
    return [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


def network(name: str) -> nn.Module:
    """The PyTorch equivalent of a network in the model catalog."""
    if name == "article-cnn":
        return nn.Sequential(nn.Conv2d(1, 8, 3, bias=False), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1352, 10))
    if name == "conv-5x5":
        return nn.Sequential(
            nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(784, 10))
    if name == "keras-cnn":
        return nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(inplace=True), nn.Conv2d(32, 64, 3), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Dropout(0.25), nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(inplace=True), nn.Dropout(0.5),
            nn.Linear(128, 10))
    if name == "cheap":
        return nn.Sequential(
            *normalized(1, 16), *normalized(16, 16), nn.MaxPool2d(2), *normalized(16, 32), *normalized(32, 32),
            nn.MaxPool2d(2), *normalized(32, 64), *normalized(64, 64), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
            nn.Linear(64, 10))
    if name == "wide":
        return nn.Sequential(
            *normalized(1, 32), *normalized(32, 64), nn.MaxPool2d(2), *normalized(64, 128), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(6272, 10))
    raise SystemExit(f"there is no model '{name}'; choose of {', '.join(MODELS)}")


def pytorch_speed(name: str, threads: int, seconds: float, channels_last: bool) -> float:
    """Images a second: forward, backward and a step of SGD with momentum."""
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    images, labels = torch.rand(BATCH_SIZE, 1, 28, 28) - 0.5, torch.randint(0, 10, (BATCH_SIZE,))
    model, loss = network(name), nn.CrossEntropyLoss()
    if channels_last:
        model, images = model.to(memory_format=torch.channels_last), images.to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, nesterov=True, weight_decay=5e-4)

    def step() -> None:
        optimizer.zero_grad()
        loss(model(images), labels).backward()
        optimizer.step()

    for _ in range(3):
        step()
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        step()
        steps += 1
    return steps * BATCH_SIZE / (time.perf_counter() - start)


def our_speed(tool: str, name: str, threads: int, seconds: float) -> float:
    command = [tool, "reference", "benchmark", name, "--threads", str(threads), "--seconds", str(seconds),
               "--batch-size", str(BATCH_SIZE), "--output-format", "json"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output)[0]["images_per_second"]


def numpy_speed(seconds: float) -> float:
    """Images a second of the article's network as loops over numpy slices, one image at a time."""
    generator = np.random.default_rng(1)
    kernels, weights, biases = generator.normal(size=(8, 3, 3)) / 9, generator.normal(size=(1352, 10)) / 1352, np.zeros(10)
    image, label, rate = generator.random((28, 28)) - 0.5, 3, 0.005
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        convolved = np.zeros((26, 26, 8))
        for y in range(26):
            for x in range(26):
                convolved[y, x] = np.sum(image[y:y + 3, x:x + 3] * kernels, axis=(1, 2))
        pooled = np.zeros((13, 13, 8))
        for y in range(13):
            for x in range(13):
                pooled[y, x] = np.amax(convolved[2 * y:2 * y + 2, 2 * x:2 * x + 2], axis=(0, 1))
        exponentials = np.exp(pooled.ravel() @ weights + biases)
        gradient = exponentials / exponentials.sum()
        gradient[label] -= 1
        by_pooled = (weights @ gradient).reshape(13, 13, 8)
        weights -= rate * np.outer(pooled.ravel(), gradient)
        biases -= rate * gradient
        by_convolved = np.zeros((26, 26, 8))
        for y in range(13):
            for x in range(13):
                window = convolved[2 * y:2 * y + 2, 2 * x:2 * x + 2]
                largest = np.amax(window, axis=(0, 1))
                for dy in range(2):
                    for dx in range(2):
                        for kernel in range(8):
                            if window[dy, dx, kernel] == largest[kernel]:
                                by_convolved[2 * y + dy, 2 * x + dx, kernel] = by_pooled[y, x, kernel]
        by_kernels = np.zeros((8, 3, 3))
        for y in range(26):
            for x in range(26):
                for kernel in range(8):
                    by_kernels[kernel] += by_convolved[y, x, kernel] * image[y:y + 3, x:x + 3]
        kernels -= rate * by_kernels
        steps += 1
    return steps / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="*", default=MODELS, metavar="MODEL", help="which networks; default: all five")
    parser.add_argument("--tool", default=".build/release/mllint", help="the mllint to time")
    parser.add_argument("--threads", type=int, default=2, help="threads of both")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed; the median counts")
    parser.add_argument("--seconds", type=float, default=3, help="how long each is timed in a round")
    arguments = parser.parse_args()
    print(f"PyTorch {torch.__version__}, {arguments.threads} threads, batch {BATCH_SIZE}, images a second, medians of {arguments.rounds}")
    print("| network | mllint | PyTorch | ratio | PyTorch channels last | ratio |\n|---|---|---|---|---|---|")
    for name in arguments.models:
        ours, theirs, theirs_last = [], [], []
        for round_number in range(arguments.rounds):
            timings = [
                lambda: ours.append(our_speed(arguments.tool, name, arguments.threads, arguments.seconds)),
                lambda: theirs.append(pytorch_speed(name, arguments.threads, arguments.seconds, False)),
                lambda: theirs_last.append(pytorch_speed(name, arguments.threads, arguments.seconds, True)),
            ]
            for timing in timings if round_number % 2 == 0 else reversed(timings):
                timing()
        mine, plain, last = (statistics.median(speeds) for speeds in (ours, theirs, theirs_last))
        print(f"| {name} | {mine:,.0f} | {plain:,.0f} | {mine / plain:.2f} | {last:,.0f} | {mine / last:.2f} |", flush=True)
    if "article-cnn" in arguments.models:
        ours = our_speed(arguments.tool, "article-cnn", 1, arguments.seconds)
        loops = numpy_speed(arguments.seconds)
        print(f"\nThe article's loops in numpy: {loops:,.1f} images a second; mllint on one thread is {ours / loops:,.0f} times as fast.")


if __name__ == "__main__":
    main()
