import pytest

from corvid.metrics import accuracy, bootstrap, confusion, mean_score, top_accuracy


def test_accuracy():
    assert accuracy([1, 2], [1, 3]) == 0.5


def test_accuracy_rejects_lengths():
    with pytest.raises(ValueError, match="same length"):
        accuracy([1], [1, 2])


def test_others():
    assert top_accuracy([[1, 2]], [2]) == 1
    assert mean_score([1, 3]) == 2
    assert confusion([1], [1]).sum() == 1
    assert bootstrap([1, 1]) == 0


@pytest.mark.parametrize(
    "bird",
    [
        "crow",
        "jackdaw",
        "rook",
        "bluejay",
        "raven",
        "magpie",
    ],
)
def test_accuracy_of_names(bird):
    assert accuracy([bird], [bird]) == 1
