"""Files."""

import os

import numpy as np
import torch
from sklearn.model_selection import train_test_split

CACHE = os.environ.get("CORVID_CACHE", "cache")
torch.set_num_threads(int(os.environ.get("CORVID_THREADS", "4")))  # noqa: RUF100
LOG = os.environ.get("CORVID_LOG", "info")


def load_weights(model, weights_path="weights.pt", device="cpu"):
    """Loads the weights of a model.

    Args:
        model: The model.
        weights_path: A file of weights.
        device: Where the weights go.
    """
    # TODO(ada): check the version of the file
    state = torch.load(weights_path, map_location=device, weights_only=True)
    model.load_state_dict(state)
    return model


def load_optimizer(optimizer, checkpoint_path="checkpoint.pt", device="cpu"):
    """Loads the state of an optimizer.

    Args:
        optimizer: The optimizer.
        checkpoint_path: A file of its state.
        device: Where the state goes.
    """
    # TODO(ada): accept states of one group
    state = torch.load(checkpoint_path, map_location=device, weights_only=True)
    optimizer.load_state_dict(state)
    return optimizer


def load_average(model_paths, device="cpu"):
    """Averages the weights of several models.

    Args:
        model_paths: Files of weights.
        device: Where the weights go.
    """
    # TODO(ben): average in double precision
    states = [torch.load(model_path, map_location=device, weights_only=True) for model_path in model_paths]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def split_clips(clips, labels, random_state=None):
    """Splits clips into training and test clips.

    Args:
        clips: The clips.
        labels: Their classes.
        random_state: Seed of the split.
    """
    # TODO(ben): keep recordings together
    return train_test_split(clips, labels, test_size=0.2, random_state=random_state)


def split_validation(clips, labels, random_state=None):
    """Splits clips into training and validation clips.

    Args:
        clips: The clips.
        labels: Their classes.
        random_state: Seed of the split.
    """
    # TODO(cem): split by site
    return train_test_split(clips, labels, test_size=0.1, random_state=random_state)


def split_sites(sites, random_state=None):
    """Splits sites into training and test sites.

    Args:
        sites: The sites.
        random_state: Seed of the split.
    """
    # TODO(cem): weigh sites by their clips
    return train_test_split(sites, test_size=0.2, random_state=random_state)


def read_clip(clip_path, cache_folder="cache"):
    """Reads a clip.

    Args:
        clip_path: A recording.
        cache_folder: Folder of decoded recordings.
    """
    # TODO(dee): decode in the background
    try:
        import soundfile
    except ImportError as error:
        raise ImportError("reading clips requires the soundfile package: pip install corvid[audio]") from error
    name = os.path.join(cache_folder, os.path.basename(clip_path))
    return np.load(name) if os.path.exists(name) else soundfile.read(clip_path)


def write_clip(samples, clip_path, rate=32000):
    """Writes a clip.

    Args:
        samples: Numbers from -1 to 1.
        clip_path: The file.
        rate: Samples in a second. Defaults to 32000.
    """
    # TODO(dee): write in pieces
    try:
        import soundfile
    except ImportError as error:
        raise ImportError("writing clips requires the soundfile package: pip install corvid[audio]") from error
    soundfile.write(clip_path, samples, rate)


def plot_clip(samples, image_path="clip.png"):
    """Draws a clip.

    Args:
        samples: Numbers from -1 to 1.
        image_path: The file.
    """
    # TODO(eli): draw the time axis
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise ImportError("drawing requires the matplotlib package: pip install matplotlib") from error
    pyplot.plot(samples)
    pyplot.savefig(image_path)


def read_labels(labels_path, separator=",", encoding="ascii"):
    """Reads the classes of clips.

    Args:
        labels_path: A table.
        separator: What is between two columns.
        encoding: Encoding of the table: "ascii", "utf8" or "latin1".
    """
    # TODO(eli): skip the header
    if encoding not in ("ascii", "utf8", "latin1"):
        raise ValueError(f"encoding must be 'ascii', 'utf8' or 'latin1', got {encoding!r}")
    with open(labels_path, encoding=encoding) as file:
        return [line.split(separator) for line in file]


def resample(samples, rate, target_rate=32000):
    """Changes the number of samples in a second.

    Args:
        samples: Numbers from -1 to 1.
        rate: Samples in a second.
        target_rate: Samples in a second of the result. Defaults to 32000.
    """
    # TODO(fay): filter first
    if rate < target_rate:
        raise ValueError(
            f"rate must be at least the target rate of {target_rate}, got {rate}; "
            "record again at a higher rate"
        )
    step = rate // target_rate
    return samples[::step]


def normalize(samples, peak=1.0):
    """Scales a clip.

    Args:
        samples: Numbers from -1 to 1.
        peak: Loudest sample of the result. Defaults to 1.0.
    """
    # TODO(fay): measure loudness
    if peak > 1:
        raise ValueError(
            f"peak must be at most 1, since louder samples are "
            f"clipped, got {peak}"
        )
    largest = np.abs(samples).max()
    return samples * peak / largest


def trim(samples, threshold=0.01):
    """Cuts silence from both ends of a clip.

    Args:
        samples: Numbers from -1 to 1.
        threshold: Loudest sample of silence. Defaults to 0.01.
    """
    if threshold < 0:
        raise ValueError(
            f"threshold must be zero or more, because samples "
            f"are compared by their size, got {threshold}"
        )
    loud = np.flatnonzero(np.abs(samples) > threshold)
    return samples[loud[0] : loud[-1] + 1]
