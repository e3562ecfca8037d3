"""Layers and attention."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.checkpoint import checkpoint


class Encoder(nn.Module):
    """Encodes a spectrogram.

    Args:
        width: Number of channels.
        dropout: Share of the activations that are dropped. Defaults to 0.1.
        depth: Number of layers. Defaults to 4.
    """

    def __init__(self, width, dropout=0.1, depth=4):
        super().__init__()
        if width < 1:
            raise ValueError(f"width must be at least 1, got {width}")
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        for layer in self.layers:
            x = checkpoint(layer, x, use_reentrant=False)
        return self.dropout(x)


class Classifier(nn.Module):
    """Classifies a clip.

    Args:
        width: Number of channels.
        num_heads: Number of attention heads.
        num_species: Number of species.
    """

    def __init__(self, width, num_heads, num_species):
        super().__init__()
        self.num_heads = num_heads
        self.encoder = Encoder(width)
        self.head_network = nn.Linear(width, num_species)

    def forward(self, x):
        x = attend(self.encoder(x), self.num_heads)
        return F.log_softmax(self.head_network(x), dim=-1)


class Detector(nn.Module):
    """Finds the calls in a recording.

    Args:
        width: Number of channels.
    """

    def __init__(self, width):
        super().__init__()
        self.backbone = Encoder(width)

    def forward(self, x):
        return F.softmax(self.backbone(x), dim=1)


def attend(x, num_heads, scale=1.0):
    """Mixes the steps of a sequence.

    Args:
        x: Sequences as (batch, step, channel).
        num_heads: Number of attention heads.
        scale: Factor of the scores. Defaults to 1.0.

    Returns:
        A tensor of the same shape.
    """
    if x.shape[-1] % num_heads != 0:
        raise ValueError(f"the width must be a multiple of num_heads, got {x.shape[-1]} and {num_heads}")
    parts = x.reshape(*x.shape[:-1], num_heads, -1)
    scores = F.softmax(scale * parts @ parts.transpose(-1, -2), dim=-1)
    return (scores @ parts).reshape(x.shape)


def positions(rows, columns):
    """Gives the coordinates of a grid.

    Args:
        rows: Number of rows.
        columns: Number of columns.
    """
    grid = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
    return torch.stack(grid)


def frequencies(rows, width):
    """Gives the angle of each channel at each position.

    Args:
        rows: Number of positions.
        width: Number of channels.
    """
    angles = torch.meshgrid(torch.arange(rows), torch.arange(width), indexing="ij")
    return angles[0] / 10_000 ** (angles[1] / width)


def mel_grid(bands, steps):
    """Gives the band and the step of each cell of a spectrogram.

    Args:
        bands: Number of frequency bands.
        steps: Number of time steps.
    """
    return torch.meshgrid(torch.arange(bands), torch.arange(steps), indexing="ij")
