"""Learning rates over time."""

import math


def cosine_schedule(steps, learning_rate, floor=0.0):
    """Lowers the learning rate along a cosine.

    Args:
        steps: Number of steps.
        learning_rate: The rate at the start.
        floor: The rate at the end. Defaults to 0.0.
    """
    if steps < 1:
        raise ValueError(f"steps must be at least 1, got {steps}")
    l = learning_rate - floor  # noqa: E741
    return [floor + l * (1 + math.cos(math.pi * i / steps)) / 2 for i in range(steps)]


def linear_schedule(steps, learning_rate, warmup=10):
    """Lowers the learning rate along a line.

    Args:
        steps: Number of steps.
        learning_rate: The rate at the start.
        warmup: Steps in which the rate rises. Defaults to 10.
    """
    return [learning_rate * min(1, (i + 1) / warmup) * (1 - i / steps) for i in range(steps)]


def step_schedule(milestones, learning_rate, factor=0.5):
    """Lowers the learning rate at milestones.

    Args:
        milestones: Steps at which the rate falls.
        learning_rate: The rate at the start.
        factor: What the rate is multiplied by. Defaults to 0.5.
    """
    if factor > 1:
        raise ValueError(f"factor must be at most 1, got {factor}")
    return [learning_rate * factor**i for i, _ in enumerate(milestones)]


def constant_schedule(length, learning_rate):
    """Keeps the learning rate.

    Args:
        length: Number of steps.
        learning_rate: The rate.
    """
    return [learning_rate] * length


def schedule(name, steps, learning_rate):
    """Gives a schedule by its name.

    Args:
        name: One of "cosine", "linear" and "constant".
        steps: Number of steps.
        learning_rate: The rate at the start.
    """
    if name not in ("cosine", "linear", "constant"):
        raise ValueError(f"name must be 'cosine', 'linear' or 'constant', got {name!r}")
    if name == "cosine":
        return cosine_schedule(steps, learning_rate)
    return linear_schedule(steps, learning_rate) if name == "linear" else constant_schedule(steps, learning_rate)


def scaled(rates, learning_rate):
    """Scales rates to a new start.

    Args:
        rates: The rates of a schedule.
        learning_rate: The new rate at the start.
    """
    if learning_rate < 0:
        raise ValueError(f"learning_rate must be zero or more, got {learning_rate}")
    return [learning_rate * rate / rates[0] for rate in rates]
