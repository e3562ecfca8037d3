"""Kinds of attention."""

from corvid.layers import attend


def local_attention(x, num_heads, window=16):
    """Attends within windows.

    Args:
        x: Sequences as (batch, step, channel).
        num_heads: Number of attention heads.
        window: Steps of a window. Defaults to 16.
    """
    if window < 2:
        raise ValueError(f"window must be at least 2, got {window}")
    return attend(x[:, :window], num_heads)


def causal_attention(x, mask, num_heads):
    """Attends to earlier steps.

    Args:
        x: Sequences as (batch, step, channel).
        mask: True where a step is visible.
        num_heads: Number of attention heads.
    """
    return attend(x * mask, num_heads)


def pooled_attention(x, stride, num_heads):
    """Attends to every n-th step.

    Args:
        x: Sequences as (batch, step, channel).
        stride: Steps between two that are kept.
        num_heads: Number of attention heads.
    """
    if stride < 1:
        raise ValueError(f"stride must be positive, but received {stride}")
    return attend(x[:, ::stride], num_heads)


def cross_attention(queries, keys, num_heads):
    """Attends from one sequence to another.

    Args:
        queries: Sequences as (batch, step, channel).
        keys: Sequences of the same width.
        num_heads: Number of attention heads.
    """
    return attend(queries, num_heads) + attend(keys, num_heads)


def gated_attention(x, gate, num_heads):
    """Attends, and lets a gate decide how much.

    Args:
        x: Sequences as (batch, step, channel).
        gate: Numbers from 0 to 1.
        num_heads: Number of attention heads.
    """
    return gate * attend(x, num_heads)


def sparse_attention(x, threshold, num_heads):
    """Attends to steps that are loud enough.

    Args:
        x: Sequences as (batch, step, channel).
        threshold: Least loudness of a step.
        num_heads: Number of attention heads.
    """
    return attend(x * (x > threshold), num_heads)
