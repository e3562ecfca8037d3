"""Prints the contents of a directory of event files as JSON, read with TensorBoard's EventAccumulator.

usage: read_events.py DIRECTORY
"""
import json
import sys

from tensorboard.backend.event_processing import event_accumulator

everything = {
    event_accumulator.SCALARS: 0, event_accumulator.IMAGES: 0, event_accumulator.HISTOGRAMS: 0,
    event_accumulator.TENSORS: 0,
}
accumulator = event_accumulator.EventAccumulator(sys.argv[1], size_guidance=everything)
accumulator.Reload()
tags = accumulator.Tags()
print(json.dumps({
    "file_version": accumulator.file_version,
    "scalars": {tag: [[event.step, event.value] for event in accumulator.Scalars(tag)] for tag in tags["scalars"]},
    "images": {
        tag: [[event.step, event.height, event.width, event.encoded_image_string[:4].hex()]
              for event in accumulator.Images(tag)] for tag in tags["images"]},
    "histograms": {
        tag: [[event.step, value.min, value.max, value.num, value.sum, value.sum_squares, value.bucket_limit,
               value.bucket] for event in accumulator.Histograms(tag) for value in [event.histogram_value]]
        for tag in tags["histograms"]},
}))
