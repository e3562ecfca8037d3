"""Reads an image with Pillow and prints its format, mode, width, height, and the sum of pixel values weighted by position.

usage: read_image.py FILE
"""
import sys

import PIL.Image

image = PIL.Image.open(sys.argv[1])
image.load()
print(image.format, image.mode, *image.size, sum(number * pixel for number, pixel in enumerate(image.tobytes(), 1)))
