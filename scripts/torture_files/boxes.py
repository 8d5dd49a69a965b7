"""MP4 boxes and Matroska elements, byte by byte."""

import struct


def box(name, *parts):
    """A box of MP4 or QuickTime."""
    payload = b"".join(parts)
    return struct.pack(">I", len(payload) + 8) + name + payload


def full(name, version, *parts):
    """A box with a version and no flags."""
    return box(name, bytes([version, 0, 0, 0]), *parts)


FTYP = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2mp41")
MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def movie_header(duration=1000, scale=1000):
    return full(b"mvhd", 0, struct.pack(">4IIH10x", 0, 0, scale, duration, 0x10000, 0x100), MATRIX, bytes(24), b"\0\0\0\2")


def track(
    number=1, width=64, height=48, entry=b"", stts=b"", stsz=b"", stsc=b"", stco=b"", duration=1000, scale=1000,
    shown=None, edits=b"", dref=b"",
):
    """A video track; each table is the payload of its box after version and flags."""
    shown_width, shown_height = shown or (width, height)
    tkhd = full(
        b"tkhd", 0, struct.pack(">5I", 0, 0, number, 0, duration), bytes(16), MATRIX,
        struct.pack(">II", shown_width << 16 & 0xFFFFFFFF, shown_height << 16 & 0xFFFFFFFF),
    )  # fmt: skip
    dref = dref or struct.pack(">I", 1) + full(b"url ", 0)[:8] + b"\0\0\0\1"
    stbl = box(
        b"stbl",
        full(b"stsd", 0, struct.pack(">I", 1), entry or sample_entry(b"mjpg", width, height)),
        full(b"stts", 0, stts or struct.pack(">3I", 1, 1, duration)),
        full(b"stsc", 0, stsc or struct.pack(">4I", 1, 1, 1, 1)),
        full(b"stsz", 0, stsz or struct.pack(">2I", 1, 1)),
        full(b"stco", 0, stco or struct.pack(">2I", 1, 0)),
    )
    return box(
        b"trak", tkhd, edits,
        box(
            b"mdia",
            full(b"mdhd", 0, struct.pack(">4I2H", 0, 0, scale, duration, 0x55C4, 0)),
            full(b"hdlr", 0, b"\0\0\0\0vide", bytes(13)),
            box(b"minf", full(b"vmhd", 0, bytes(8)), box(b"dinf", full(b"dref", 0, dref)), stbl),
        ),
    )  # fmt: skip


def sample_entry(codec, width, height, *extensions):
    return box(
        codec, bytes(6), struct.pack(">H", 1), bytes(16), struct.pack(">2H", width & 0xFFFF, height & 0xFFFF),
        struct.pack(">3IH", 0x480000, 0x480000, 0, 1), bytes(32), struct.pack(">2H", 24, 0xFFFF), *extensions,
    )  # fmt: skip


def movie(*tracks, header=None, extra=b""):
    return FTYP + box(b"moov", header or movie_header(), *tracks, extra)


def single_sample(codec, width, height, sample):
    """A QuickTime file whose one picture is `sample`."""
    head = len(FTYP) + 8
    moov = box(
        b"moov", movie_header(),
        track(
            entry=sample_entry(codec, width, height), width=width, height=height,
            stsz=struct.pack(">3I", 0, 1, len(sample)), stco=struct.pack(">2I", 1, head),
        ),
    )  # fmt: skip
    return FTYP + struct.pack(">I", len(sample) + 8) + b"mdat" + sample + moov


def with_movie_box(file, extra):
    """The same file with another box in its `moov`, and with the places of its samples moved where that is before them."""
    offset = 0
    while offset + 8 <= len(file):
        size, name = struct.unpack_from(">I4s", file, offset)
        if name == b"moov":
            media = file.find(b"mdat")
            moov = bytearray(file[offset + 8 : offset + size])
            if media > offset:
                _shift(moov, len(extra))
            return file[:offset] + box(b"moov", bytes(moov), extra) + file[offset + size :]
        if size < 8:
            break
        offset += size
    raise ValueError("no moov")


def _shift(moov, by):
    place = moov.find(b"stco")
    while place >= 0:
        (count,) = struct.unpack_from(">I", moov, place + 8)
        for index in range(count):
            where = place + 12 + 4 * index
            struct.pack_into(">I", moov, where, struct.unpack_from(">I", moov, where)[0] + by)
        place = moov.find(b"stco", place + 1)


def element(identifier, payload, size=None):
    """An element of Matroska; its size may be a lie."""
    name = identifier.to_bytes((identifier.bit_length() + 7) // 8, "big")
    length = len(payload) if size is None else size
    return name + (length | 1 << 56).to_bytes(8, "big") + payload


def number(identifier, value):
    return element(identifier, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def matroska(*segment, kind=b"matroska"):
    header = element(0x1A45DFA3, number(0x4286, 1) + number(0x42F7, 1) + element(0x4282, kind) + number(0x4287, 2))
    return header + element(0x18538067, b"".join(segment))


def matroska_track(codec, width, height, *extra):
    video = element(0xE0, number(0xB0, width) + number(0xBA, height))
    return element(
        0x1654AE6B,
        element(0xAE, number(0xD7, 1) + number(0x73C5, 1) + number(0x83, 1) + element(0x86, codec) + video + b"".join(extra)),
    )
