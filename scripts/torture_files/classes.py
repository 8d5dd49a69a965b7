"""The classes of hostile files. Each maker gives names and contents; where it says what must become of a file, that holds.

None is a copy of anybody's file: each is built from the description of a fault.
"""

import struct
import zlib

from .boxes import (
    FTYP, box, element, full, matroska, matroska_track, movie, movie_header, number, sample_entry, single_sample, track,
    with_movie_box,
)  # fmt: skip

CANARY = "hipreel-canary-5f1c"


class Hostile:
    """A file to be, and what is expected of it."""

    def __init__(self, name, content, statuses=None, heavy=False, sparse=0):
        self.name = name
        self.content = content
        # The statuses that it may end in; None leaves it to the file.
        self.statuses = statuses
        # Declared to need more memory than others; on a busy machine also more time than it gets.
        self.heavy = heavy
        if heavy and statuses:
            self.statuses = statuses | {"timeout", "out-of-memory"}
        # A size to which it is stretched without using the disk.
        self.sparse = sparse

    def write(self, folder):
        path = folder / self.name
        with path.open("wb") as file:
            file.write(self.content)
            if self.sparse:
                file.truncate(self.sparse)
        return path


REFUSED = {"damaged", "no-frame", "too-large", "no-video"}


def index_bombs():
    """Tables of samples that say they are long: a few hundred bytes ask for gigabytes."""

    def bomb(count, number=1):
        return track(
            number, stts=struct.pack(">3I", 1, count, 1), stsz=struct.pack(">2I", 1, count),
            stsc=struct.pack(">4I", 1, 1, count, 1),
        )  # fmt: skip

    for millions in (1, 6, 20, 80, 2000):
        yield Hostile(f"index-{millions}m.mp4", movie(bomb(millions * 1_000_000)), REFUSED, heavy=millions in (1, 6))
    for tracks in (10, 60):
        many = movie(*(bomb(6_000_000, number + 1) for number in range(tracks)))
        yield Hostile(f"index-6m-x{tracks}.mp4", many, REFUSED, heavy=True)
    chunks = track(stsz=struct.pack(">2I", 1, 0xFFFFFFFF), stco=struct.pack(">2I", 0xFFFFFFFF, 0))
    yield Hostile("index-all-ones.mp4", movie(chunks), REFUSED)


def tag_bombs(clip, counts):
    """Tags without number, or one without end."""
    for count in counts:
        keys = b"".join(struct.pack(">I4s", 8 + 8, b"mdta") + b"%08d" % index for index in range(count))
        items = b"".join(
            box(struct.pack(">I", index + 1), box(b"data", struct.pack(">II", 1, 0), b"x")) for index in range(count)
        )
        meta = box(
            b"meta", full(b"hdlr", 0, b"\0\0\0\0mdta", bytes(13)), full(b"keys", 0, struct.pack(">I", count), keys),
            box(b"ilst", items),
        )  # fmt: skip
        yield Hostile(f"tags-{count}.mp4", with_movie_box(clip, meta), {"ok", "timeout", "damaged"})
    title = box(b"udta", full(b"meta", 0, full(b"hdlr", 0, b"\0\0\0\0mdir", bytes(13)), box(
        b"ilst", box(b"\xa9nam", box(b"data", struct.pack(">II", 1, 0), b"hip " * (2 << 20))))))  # fmt: skip
    yield Hostile("title-8mb.mp4", with_movie_box(clip, title), {"ok"})
    tags = b"".join(element(0x67C8, element(0x45A3, b"K%d" % index) + element(0x4487, b"v")) for index in range(20_000))
    yield Hostile("tags-20000.mkv", matroska(matroska_track(b"V_VP8", 64, 48), element(0x1254C367, element(0x7373, tags))))


def _zeros(byte_count, level=9):
    packer = zlib.compressobj(level)
    block = bytes(1 << 20)
    parts = [packer.compress(block) for _ in range(byte_count >> 20)]
    return b"".join(parts) + packer.compress(bytes(byte_count & (1 << 20) - 1)) + packer.flush()


def _png(width, height):
    def chunk(name, payload):
        return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))

    # Three bytes a pixel; FFmpeg itself refuses sides beyond some 16,000.
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", _zeros((3 * width + 1) * height)) + chunk(b"IEND", b"")


def picture_bombs(clip, side):
    """Pictures that unpack to a thousand times their size."""
    png = _png(side, side)
    yield Hostile("png-bomb.mov", single_sample(b"png ", side & 0xFFFF, side & 0xFFFF, png), {"codec-not-allowed"})
    cover = box(b"udta", full(b"meta", 0, full(b"hdlr", 0, b"\0\0\0\0mdir", bytes(13)), box(
        b"ilst", box(b"covr", box(b"data", struct.pack(">II", 14, 0), png)))))  # fmt: skip
    # The clip itself is good, and stays so.
    yield Hostile("cover-bomb.mp4", with_movie_box(clip, cover), {"ok"})
    jpeg = b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB9B", 17, 8, 65500, 65500, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0)
    yield Hostile("jpeg-65500.mov", single_sample(b"jpeg", 64, 48, jpeg + b"\xff\xd9"), REFUSED)
    encoding = element(0x6D80, element(0x6240, number(0x5033, 0) + element(0x5034, number(0x4254, 0))))
    block = element(0xA3, b"\x81\0\0\x80" + _zeros(side * side))
    bomb = matroska(matroska_track(b"V_MJPEG", 64, 48, encoding), element(0x1F43B675, number(0xE7, 0) + block))
    yield Hostile("zlib-bomb.mkv", bomb, REFUSED)


def sparse_giants():
    """Files of many gigabytes that hold nothing."""
    packets = (b"G\x1f\xff\x10" + b"\xff" * 184) * 400
    yield Hostile("sparse-50g.ts", packets, REFUSED | {"timeout"}, sparse=50 << 30)
    media = FTYP + struct.pack(">I", 1) + b"mdat" + struct.pack(">Q", 100 << 30)
    yield Hostile("sparse-100g.mp4", media, REFUSED, sparse=100 << 30)
    yield Hostile("sparse-50g.mkv", matroska()[:40], REFUSED, sparse=50 << 30)
    yield Hostile("sparse-20g.avi", b"RIFF\xff\xff\xff\xffAVI LIST", REFUSED | {"timeout"}, sparse=20 << 30)
    yield Hostile("zeros.mp4", bytes(1 << 20))


def header_lies():
    """Numbers that cannot be."""
    for name, duration, scale in (
        ("scale-0", 1000, 0), ("136-years", 0xFFFFFFFF, 1), ("all-ones", 0xFFFFFFFF, 0xFFFFFFFF), ("nothing", 0, 1),
    ):  # fmt: skip
        yield Hostile(f"lie-{name}.mp4", movie(track(duration=duration, scale=scale), header=movie_header(duration, scale)))
    for width, height in ((65535, 65535), (0, 0), (1, 1), (1, 16000), (0xFFFF, 1)):
        yield Hostile(f"lie-{width}x{height}.mp4", movie(track(width=width, height=height)), REFUSED)
    yield Hostile("lie-shown-65535.mp4", movie(track(shown=(65535, 65535))), REFUSED)
    for name, edit in (
        ("negative", struct.pack(">IIiI", 1, 1000, -(1 << 31), 0x10000)),
        ("far", struct.pack(">IIiI", 1, 0xFFFFFFFF, 0x7FFFFFFF, 0x10000)),
        ("many", struct.pack(">I", 0xFFFFFFF)),
    ):
        yield Hostile(f"lie-edit-{name}.mp4", movie(track(edits=box(b"edts", full(b"elst", 0, edit)))), REFUSED)
    for name, bits in (
        ("nan", 0x7FF8000000000000), ("inf", 0x7FF0000000000000), ("minus-inf", 0xFFF0000000000000),
        ("minus", 0xC08F400000000000), ("1e300", 0x7E37E43C8800759C), ("tiny", 1),
    ):  # fmt: skip
        info = element(0x1549A966, number(0x2AD7B1, 1_000_000) + element(0x4489, struct.pack(">Q", bits)))
        yield Hostile(f"lie-{name}.mkv", matroska(info, matroska_track(b"V_VP8", 64, 48)), REFUSED)
        scaled = element(0x1549A966, number(0x2AD7B1, (1 << 63) - 1) + element(0x4489, struct.pack(">Q", bits)))
        yield Hostile(f"lie-scale-{name}.mkv", matroska(scaled, matroska_track(b"V_VP8", 64, 48)), REFUSED)
    yield Hostile("lie-16-million.mkv", matroska(matroska_track(b"V_VP9", 1 << 24, 1 << 24)), REFUSED)
    avih = struct.pack("<14I", 0, 0, 0, 0, 0xFFFFFFFF, 0, 1, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0, 0, 0)
    strh = b"vidsMJPG" + struct.pack("<10I4H", 0, 0, 0, 0, 0, 0, 0xFFFFFFFF, 0, 0, 0, 0, 0, 0, 0)
    strf = struct.pack("<IiiHH4sIIIII", 40, 0x7FFFFFFF, -0x80000000, 1, 24, b"MJPG", 0, 0, 0, 0, 0)

    def chunk(name, payload):
        return name + struct.pack("<I", len(payload)) + payload

    headers = chunk(b"avih", avih) + chunk(b"LIST", b"strl" + chunk(b"strh", strh) + chunk(b"strf", strf))
    avi = chunk(b"RIFF", b"AVI " + chunk(b"LIST", b"hdrl" + headers) + chunk(b"LIST", b"movi"))
    yield Hostile("lie.avi", avi, REFUSED)


def crowds():
    """More streams, and deeper nesting, than any film has."""
    for count in (65, 1000, 5000):
        yield Hostile(f"streams-{count}.mp4", movie(*(track(number + 1) for number in range(count))), {"too-large", "damaged"})
    tracks = b"".join(
        element(0xAE, number(0xD7, index + 1) + number(0x73C5, index + 1) + number(0x83, 1) + element(0x86, b"V_VP8")
                + element(0xE0, number(0xB0, 64) + number(0xBA, 48)))
        for index in range(2000)
    )  # fmt: skip
    yield Hostile("streams-2000.mkv", matroska(element(0x1654AE6B, tracks)), {"too-large", "damaged"})
    nested = b""
    for _ in range(20_000):
        nested = box(b"moov", nested)
    yield Hostile("nested-20000.mp4", FTYP + nested, REFUSED)
    deep = b""
    for _ in range(5000):
        deep = element(0x1043A770, element(0x45B9, element(0xB6, deep)))[: 1 << 20]
    yield Hostile("nested.mkv", matroska(deep), REFUSED)


def disguises(secret):
    """Lists and scripts that name other files, called videos. `secret` is beside them and has the canary."""
    address = f"file://{secret}"
    texts = {
        "hls-absolute": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{address}\n#EXT-X-ENDLIST\n",
        "hls-relative": f"#EXTM3U\n#EXTINF:1,\n{secret.name}\n#EXT-X-ENDLIST\n",
        "hls-http": "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x\n#EXT-X-ENDLIST\n",
        "hls-concat": f"#EXTM3U\n#EXTINF:1,\nconcat:http://127.0.0.1:9/?|{address}\n#EXT-X-ENDLIST\n",
        "ffconcat-absolute": f"ffconcat version 1.0\nfile '{secret}'\n",
        "ffconcat-relative": f"ffconcat version 1.0\nfile {secret.name}\n",
        "ffconcat-loop": "ffconcat version 1.0\nfile disguise-ffconcat-loop.mp4\n",
        "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "dash": f'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet '
        f'mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>{address}</BaseURL></Representation>'
        f"</AdaptationSet></Period></MPD>",
        "smil": f'<smil><body><video src="{address}"/></body></smil>',
        "playlist": f"{secret}\n",
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>',
        "mvg": f"push graphic-context\nimage over 0,0 0,0 '{address}'\npop graphic-context\n",
    }
    for name, text in texts.items():
        for ending in ("mp4", "avi", "mkv"):
            yield Hostile(f"disguise-{name}.{ending}", text.encode(), {"format-not-allowed", "damaged"})
    alias = full(b"url ", 0, f"{address}\0".encode())
    outside = movie(track(dref=struct.pack(">I", 1) + alias))
    yield Hostile("disguise-dref.mov", outside, REFUSED)
    attachment = element(0x1941A469, element(0x61A7, element(0x466E, str(secret).encode() + b".out") + element(0x465C, b"x")))
    yield Hostile("disguise-attachment.mkv", matroska(matroska_track(b"V_VP8", 64, 48), attachment), REFUSED)


def stumps(clips):
    """Good clips, cut at every sixteenth."""
    for clip in clips:
        content = clip.read_bytes()
        for part in range(16):
            yield Hostile(f"cut-{part:02}-{clip.name}", content[: len(content) * part // 16])
    for name, content in (("empty", b""), ("one-byte", b"\0"), ("ones", b"\xff" * 4096), ("text", b"hip " * 1000)):
        yield Hostile(f"{name}.mp4", content, REFUSED | {"format-not-allowed"})
    yield Hostile("entry-0.mp4", movie(track(entry=sample_entry(b"avc1", 64, 48, box(b"avcC", b"\1")))), REFUSED)
