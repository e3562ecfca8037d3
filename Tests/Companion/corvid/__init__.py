"""Classifies bird song."""

from corvid.layers import Encoder, attend  # noqa: F401
from corvid.metrics import accuracy, top_accuracy  # noqa: F401
from corvid.schedules import cosine_schedule  # noqa: F401
from corvid.storage import load_weights  # noqa: F401
