"""Parses the documents of a file, one in hexadecimal per line, with tomllib and prints each in the notation of TOMLNotation.

Prints '!' for a document that is not TOML.
"""
import datetime
import math
import struct
import sys
import tomllib


def moment(value):
    text = f"{value.hour:02}:{value.minute:02}:{value.second:02}.{value.microsecond:06}"
    offset = value.utcoffset() if isinstance(value, datetime.datetime) else None
    if offset is None:
        return text
    minutes = int(offset.total_seconds()) // 60
    return f"{text}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def day(value):
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def note(value):
    match value:
        case bool():
            return f"b{int(value)}"
        case int():
            if not -(2**63) <= value < 2**63:
                raise OverflowError
            return f"i{value}"
        case float():
            return "fnan" if math.isnan(value) else "f" + struct.pack(">d", value).hex()
        case str():
            return "s" + value.encode().hex()
        case datetime.datetime():
            return f"d{day(value)}T{moment(value)}"
        case datetime.date():
            return f"d{day(value)}"
        case datetime.time():
            return f"d{moment(value)}"
        case list():
            return "[" + ",".join(map(note, value)) + "]"
        case dict():
            return "{" + ",".join(f"{key.encode().hex()}:{note(item)}" for key, item in value.items()) + "}"
    raise TypeError(value)


def main():
    for line in open(sys.argv[1], encoding="ascii"):
        try:
            print(note(tomllib.loads(bytes.fromhex(line.strip()).decode("utf-8-sig"))))
        except (ValueError, OverflowError, RecursionError):
            print("!")


main()
