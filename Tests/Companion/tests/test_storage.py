import numpy as np
import pytest

from corvid import storage


def test_resample():
    assert len(storage.resample(np.zeros(4), 64000)) == 2


def test_resample_rejects_rate():
    with pytest.raises(ValueError, match="at least the target rate"):
        storage.resample(np.zeros(4), 16000)


def test_normalize():
    assert storage.normalize(np.ones(4)).max() == 1


def test_trim():
    assert len(storage.trim(np.ones(4))) == 4


def test_files(tmp_path):
    storage.write_clip(np.zeros(4), tmp_path / "clip.wav")
    assert len(storage.read_clip(tmp_path / "clip.wav")) == 2
    storage.plot_clip(np.zeros(4), tmp_path / "clip.png")
    assert storage.read_labels(tmp_path / "labels.csv") == []


def test_splits():
    assert len(storage.split_clips([1, 2], [3, 4])) == 4
    assert len(storage.split_validation([1, 2], [3, 4])) == 4
    assert len(storage.split_sites([1, 2])) == 2


def test_weights(model, optimizer):
    assert storage.load_weights(model) is model
    assert storage.load_optimizer(optimizer) is optimizer
    assert storage.load_average(["a.pt"]) == {}
