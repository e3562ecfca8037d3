"""Prints what Pillow makes of an image: mode, width, height, and the sum of each pixel times its number from 1.

usage: read_image.py FILE
"""
import sys

import PIL.Image

image = PIL.Image.open(sys.argv[1])
image.load()
print(image.format, image.mode, *image.size, sum(number * pixel for number, pixel in enumerate(image.tobytes(), 1)))
