"""Reads an offline run with the protocol buffers and commands of the wandb package.

usage: read_run.py FILE

Prints one JSON object: the decoded records and the output of `wandb leet inspect --summary --json`. The log format is
parsed here, since wandb 0.31 has no Python reader for it.
"""
import json
import os
import pathlib
import struct
import subprocess
import sys
import zlib

from wandb.proto import wandb_internal_pb2

BLOCK_SIZE = 32768


def records(data):
    magic, number, version = struct.unpack("<4sHB", data[:7])
    assert (magic, number, version) == (b":W&B", 0xBEE1, 0), data[:7]
    position, parts = 7, []
    while position < len(data):
        room = BLOCK_SIZE - position % BLOCK_SIZE
        if room < 7:
            assert data[position:position + room] == bytes(room), f"byte {position}: expected zeros"
            position += room
            continue
        checksum, length, kind = struct.unpack("<IHB", data[position:position + 7])
        contents = data[position + 7:position + 7 + length]
        assert length <= room - 7 and len(contents) == length, f"byte {position}: a fragment crosses a block boundary"
        assert zlib.crc32(bytes([kind]) + contents) == checksum, f"byte {position}: wrong checksum"
        assert kind in ((3, 4) if parts else (1, 2)), f"byte {position}: a fragment of kind {kind} out of order"
        parts.append(contents)
        position += 7 + length
        if kind in (1, 4):
            yield wandb_internal_pb2.Record.FromString(b"".join(parts))
            parts = []
    assert not parts, "the last record is incomplete"


def plain(record):
    kind = record.WhichOneof("record_type")
    value = getattr(record, kind)
    if kind in ("history", "summary"):
        items = value.item if kind == "history" else value.update
        return {"kind": kind, "values": {item.nested_key[0]: str(json.loads(item.value_json)) for item in items}}
    if kind == "run":
        return {
            "kind": kind, "id": value.run_id, "project": value.project, "name": value.display_name,
            "resumed": value.resume, "values": {item.key: item.value_json for item in value.config.update}}
    return {"kind": kind}


def command(*arguments, directory):
    wandb = pathlib.Path(sys.executable).with_name("wandb")
    run = subprocess.run([wandb, *arguments], cwd=directory, capture_output=True, text=True,
                         env=dict(os.environ, WANDB_MODE="offline", WANDB_ERROR_REPORTING="false"))
    assert run.returncode == 0, f"wandb {' '.join(arguments)}: {run.stdout}{run.stderr}"
    return run.stdout + run.stderr


path = pathlib.Path(sys.argv[1])
found = list(records(path.read_bytes()))
assert [record.num for record in found] == list(range(1, len(found) + 1)), [record.num for record in found]
inspected = json.loads(command("leet", "inspect", "--summary", "--json", str(path), directory=path.parent))
listed = command("sync", "--dry-run", directory=path.parents[2])
assert path.name in listed, listed
print(json.dumps({
    "records": [plain(record) for record in found],
    "inspected": {name: str(inspected[name]) for name in ("run_id", "project", "name", "state", "step", "config")},
    "summary": {name: str(value) for name, value in inspected["summary"].items()},
}))
