import pytest

from corvid.schedules import constant_schedule, cosine_schedule, linear_schedule, scaled, schedule, step_schedule


def test_cosine():
    assert cosine_schedule(2, 0.1)[0] == 0.1


def test_unknown_name():
    with pytest.raises(ValueError, match="name must be"):
        schedule("square", 2, 0.1)


def test_others():
    assert constant_schedule(2, 0.1) == [0.1, 0.1]
    assert len(linear_schedule(3, 0.1)) == 3
    assert step_schedule([1], 0.1) == [0.1]
    assert scaled([1, 2], 0.1) == [0.1, 0.2]
