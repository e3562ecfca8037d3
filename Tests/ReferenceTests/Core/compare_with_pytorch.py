"""Compares the outputs, loss, gradients and running statistics of one of our networks with PyTorch in double precision.

    compare_with_pytorch.py MODEL FILE

FILE is a safetensors file with images, labels, logits, loss, before.N, after.N and gradient.N. Prints the largest
difference, relative to the largest absolute value of each tensor, and fails if it exceeds 1e-5.
"""

import pathlib
import sys

try:
    import torch
except ImportError:
    print("skipped: no PyTorch; scripts/peer-environment.sh --torch installs it")
    sys.exit(0)
from safetensors.torch import load_file
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "Benchmarks"))
import reference_speed

TOLERANCE = 1e-5


class FlattenImage(nn.Module):
    """Flattens images in our order: row, column, channel."""

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return images.permute(0, 2, 3, 1).flatten(1) if images.dim() == 4 else images


class Block(nn.Module):
    """A pre-activation residual block."""

    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.stem = nn.Sequential(nn.BatchNorm2d(inputs), nn.ReLU())
        self.branch = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False))
        self.shortcut = nn.Conv2d(inputs, outputs, 1, stride, bias=False) if stride > 1 or inputs != outputs else None

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        start = self.stem(images)
        return self.branch(start) + (self.shortcut(start) if self.shortcut else images)


def network(name: str) -> nn.Module:
    if name != "residual":
        modules = [FlattenImage() if isinstance(module, nn.Flatten) else module
                   for module in reference_speed.network(name)]
        return nn.Sequential(*modules)
    blocks, inputs = [], 16
    for stage, outputs in enumerate([16, 32, 64]):
        for block in range(2):
            blocks.append(Block(inputs, outputs, 2 if stage and not block else 1))
            inputs = outputs
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, 1, 1, bias=False), *blocks, nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
        nn.Flatten(), nn.Linear(64, 10))


def tensors(model: nn.Module) -> list[torch.Tensor]:
    """The parameters and running statistics in the order of our layers."""
    found = []
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            found += [module.weight, module.bias, module.running_mean, module.running_var]
        elif isinstance(module, (nn.Conv2d, nn.Linear)):
            found += [module.weight] + ([module.bias] if module.bias is not None else [])
    return found


def pytorch_layout(tensor: torch.Tensor) -> torch.Tensor:
    """Converts (height, width, in, out) to (out, in, height, width), and (in, out) to (out, in)."""
    tensor = tensor.double()
    return tensor.permute(3, 2, 0, 1) if tensor.dim() == 4 else tensor.T if tensor.dim() == 2 else tensor


def main() -> None:
    name, path = sys.argv[1:]
    saved = load_file(path)
    model = network(name).double().train()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    targets = tensors(model)
    with torch.no_grad():
        for index, target in enumerate(targets):
            target.copy_(pytorch_layout(saved[f"before.{index}"]))
    logits = model(saved["images"].double().permute(0, 3, 1, 2))
    loss = nn.functional.cross_entropy(logits, saved["labels"].long(), label_smoothing=0.1)
    loss.backward()
    worst = {"logits": difference(saved["logits"].double(), logits), "loss": difference(saved["loss"].double(), loss)}
    for index, target in enumerate(targets):
        if target.grad is not None:
            worst[f"gradient.{index}"] = difference(pytorch_layout(saved[f"gradient.{index}"]), target.grad)
        else:
            worst[f"statistic.{index}"] = difference(pytorch_layout(saved[f"after.{index}"]), target)
    largest = max(worst, key=worst.get)
    print(f"{name}: {len(worst)} tensors, largest difference {worst[largest]:.1e} in {largest}")
    sys.exit(worst[largest] > TOLERANCE)


def difference(found: torch.Tensor, expected: torch.Tensor) -> float:
    expected = expected.detach()
    return ((found.reshape(expected.shape) - expected).abs().max() / expected.abs().max().clamp(min=1e-3)).item()


if __name__ == "__main__":
    main()
