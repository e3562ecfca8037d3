"""Measures of quality."""

import numpy as np


def accuracy(predictions, labels, ignore_label=-1):
    """Gives the share of correct predictions.

    Args:
        predictions: Predicted classes.
        labels: True classes.
        ignore_label: A class that does not count. Defaults to -1.
    """
    if len(predictions) != len(labels):
        raise ValueError(
            f"predictions and labels must have the same length, got {len(predictions)} predictions "
            f"and {len(labels)} labels"
        )
    pairs = [(p, t) for p, t in zip(predictions, labels) if t != ignore_label]
    return sum(p == t for p, t in pairs) / len(pairs)


def top_accuracy(rankings, labels, count=5):
    """Gives the share of clips whose class is among the first predictions.

    Args:
        rankings: Classes of each clip, best first.
        labels: True classes.
        count: Number of predictions that count. Defaults to 5.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}")
    hits = [label in ranking[:count] for ranking, label in zip(rankings, labels)]
    return sum(hits) / len(hits)


def mean_score(scores, keep_zeros=True, reduction="mean"):
    """Averages scores.

    Args:
        scores: Numbers.
        keep_zeros: Whether zeros count.
        reduction: How scores are combined: "mean" or "sum".
    """
    if reduction not in ("mean", "sum"):
        raise ValueError(f"reduction must be 'mean' or 'sum', got {reduction!r}")
    values = np.asarray(scores) if keep_zeros else np.asarray(scores)[np.asarray(scores) != 0]
    return values.mean() if reduction == "mean" else values.sum()


def confusion(predictions, labels, skip_empty=False):
    """Counts pairs of predicted and true classes.

    Args:
        predictions: Predicted classes.
        labels: True classes.
        skip_empty: Whether classes without clips are left out.
    """
    size = 1 + max(*predictions, *labels)  # noqa: PLW3301
    table = np.zeros((size, size), int)
    for prediction, label in zip(predictions, labels):
        table[label, prediction] += 1
    return table[table.any(axis=1)] if skip_empty else table


def bootstrap(scores, rounds=100, random_state=None):
    """Estimates how certain a mean is.

    Args:
        scores: Numbers.
        rounds: Number of samples. Defaults to 100.
        random_state: Seed of the samples.
    """
    generator = np.random.default_rng(random_state)
    if rounds < 2:
        raise ValueError(f"rounds must be at least 2, got {rounds}")
    return np.std([generator.choice(scores, len(scores)).mean() for _ in range(rounds)])
