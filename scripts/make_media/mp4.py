"""Edits the boxes of a finished MP4 file."""

import struct

# Turns the picture a quarter clockwise, as phones do; numbers are 16.16 and 2.30 fixed point
# (ISO/IEC 14496-12, the track header box). The offset moves the turned picture back into view.
_ONE, _ONE_30 = 1 << 16, 1 << 30
_CONTAINERS = {b"moov", b"trak"}


def turned_clockwise(file: bytes, coded_height: int) -> bytes:
    """The same file with a display matrix that turns its first track a quarter clockwise."""
    return with_matrix(file, (0, _ONE, 0, -_ONE, 0, 0, coded_height * _ONE, 0, _ONE_30))


def with_matrix(file: bytes, numbers: tuple[int, ...]) -> bytes:
    """The same file with the nine numbers of a display matrix in its first track."""
    matrix = struct.pack(">9i", *numbers)
    start = _track_header(file, 0, len(file))
    version = file[start + 8]
    # After the box's size and name: version and flags, times, ids, layer, volume.
    offset = start + 8 + (4 + 20 + 16 if version == 0 else 4 + 32 + 16)
    return file[:offset] + matrix + file[offset + len(matrix) :]


def first_box(file: bytes, path: list[bytes], start: int = 0, end: int | None = None) -> int:
    """Where the first box of a path of names begins."""
    while start < (len(file) if end is None else end):
        size, name = struct.unpack_from(">I4s", file, start)
        if name == path[0]:
            return start if len(path) == 1 else first_box(file, path[1:], start + 8, start + size)
        start += size
    raise ValueError(f"no box {path[0]!r}")


def _track_header(file: bytes, start: int, end: int) -> int:
    """Where the first track header box begins."""
    while start < end:
        size, name = struct.unpack_from(">I4s", file, start)
        if name == b"tkhd":
            return start
        if name in _CONTAINERS:
            return _track_header(file, start + 8, start + size)
        start += size
    raise ValueError("no track header")
