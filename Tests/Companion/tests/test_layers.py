import pytest
import torch

from corvid.attention import (
    causal_attention,
    cross_attention,
    gated_attention,
    local_attention,
    pooled_attention,
    sparse_attention,
)
from corvid.layers import Classifier, Detector, Encoder, attend, frequencies, mel_grid, positions


def test_encoder_rejects_width():
    with pytest.raises(ValueError, match="width must be at least 1"):
        Encoder(0)


def test_attend_rejects_heads():
    with pytest.raises(ValueError, match="multiple of num_heads"):
        attend(torch.zeros(1, 2, 3), 2)


def test_window():
    with pytest.raises(ValueError, match="window must be at least 2"):
        local_attention(torch.zeros(1, 2, 4), 2, window=1)


def test_shapes():
    x = torch.zeros(1, 2, 4)
    assert Classifier(4, 2, 3)(x).shape == (1, 2, 3)
    assert Detector(4)(x).shape == x.shape


def test_attention():
    x = torch.zeros(1, 2, 4)
    assert causal_attention(x, x, 2).shape == x.shape
    assert pooled_attention(x, 1, 2).shape == x.shape
    assert cross_attention(x, x, 2).shape == x.shape
    assert gated_attention(x, x, 2).shape == x.shape
    assert sparse_attention(x, 0.1, 2).shape == x.shape


def test_grids():
    assert positions(2, 3).shape == (2, 2, 3)
    assert frequencies(2, 3).shape == (2, 3)
    assert len(mel_grid(2, 3)) == 2
