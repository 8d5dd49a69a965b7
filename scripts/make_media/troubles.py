"""Small videos with one trouble each, as cameras, phones, downloads and editors leave them.

All hold the first seconds of one of the reels, so that what is wrong with them is their container.
"""

import struct
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.codec.context import Flags
from av.video.stream import VideoStream

from .encoding import Tones, write_tones
from .mp4 import first_box, with_matrix

_RATE = 25
_WIDTH, _HEIGHT = 180, 320
_SECONDS = 3
_ONE, _ONE_30 = 1 << 16, 1 << 30


class _Film:
    """The pictures that all files share, and a sound to go with them."""

    def __init__(self, reel: Path, scratch: Path) -> None:
        with av.open(reel) as container:
            frames = [
                f for f, _ in zip(container.decode(video=0), range(_SECONDS * _RATE), strict=False)
            ]
        self.pictures = [f.reformat(_WIDTH, _HEIGHT, "yuv420p").to_ndarray() for f in frames]
        self.tones = scratch / ".tones.m4a"
        write_tones(self.tones, Tones("aac", 44_100, 4.5, (0.2, 1.4, 2.6, 3.8), hertz=392.0))

    def write(
        self,
        path: Path,
        codec: str = "libx264",
        muxer: str | None = None,
        times: Callable[[int], int] = lambda index: index,
        sound: float | None = None,
        shift: int = 0,
        format: str = "yuv420p",
        pixel: Fraction | None = None,
        container_options: dict[str, str] | None = None,
        options: dict[str, str] | None = None,
    ) -> None:
        """Encodes the pictures.

        `times` gives a picture's moment, counted in pictures; `shift` is how many of them all start
        late, and `sound` how many seconds the tones do, if there are any.
        """
        settings = {"fflags": "+bitexact"} | (container_options or {})
        with av.open(path, "w", format=muxer, container_options=settings) as container:
            stream = cast(
                VideoStream, container.add_stream(codec, _RATE, _CODECS[codec] | (options or {}))
            )
            stream.width, stream.height, stream.pix_fmt = _WIDTH, _HEIGHT, format
            context = stream.codec_context
            context.gop_size, context.time_base = _RATE, Fraction(1, _RATE)
            context.flags |= Flags.bitexact
            if pixel:
                context.sample_aspect_ratio = pixel
            if codec == "libx265":
                context.codec_tag = "hvc1"
            tones = list(self._tones()) if sound is not None else []
            if tones:
                with av.open(self.tones) as source:
                    track = container.add_stream_from_template(source.streams.audio[0])
                for packet in tones:
                    late = round((sound or 0) / packet.time_base)
                    packet.pts, packet.dts = packet.pts + late, packet.dts + late
                    packet.stream = track
            packets: list[Any] = []
            for index, picture in enumerate(self.pictures):
                frame = av.VideoFrame.from_ndarray(picture, format="yuv420p").reformat(
                    format=format
                )
                frame.pts, frame.time_base = times(index) + shift, context.time_base
                packets += stream.encode(frame)
            packets += stream.encode(None)
            for packet in sorted(packets + tones, key=lambda p: float(p.dts * p.time_base)):
                container.mux(packet)

    def _tones(self) -> Iterator[Any]:
        with av.open(self.tones) as source:
            for packet in source.demux(audio=0):
                if packet.size:
                    yield packet


_CODECS: dict[str, dict[str, str]] = {
    "libx264": {"preset": "veryslow", "crf": "34", "threads": "1", "bf": "2"},
    "libx265": {
        "preset": "slow",
        "crf": "34",
        "x265-params": "pools=none:frame-threads=1:info=0:log-level=error",
    },
    "libvpx": {"crf": "40", "b:v": "200k", "cpu-used": "2", "threads": "1"},
    "mpeg4": {"qscale": "12", "threads": "1"},
    "flv": {"qscale": "12", "threads": "1"},
    "ffv1": {"threads": "1", "level": "3"},
}


def write_troubles(folder: Path, reel: Path) -> None:
    """Writes the files of `NAMES`."""
    film = _Film(reel, folder)
    for name, make in _TROUBLES.items():
        make(film, folder / name)
    film.tones.unlink()


# MARK: - Matroska and WebM


def _live(film: _Film, path: Path) -> None:
    film.write(path, "libvpx", "webm", container_options={"live": "1"})


def _half_downloaded(film: _Film, path: Path) -> None:
    film.write(path, "libvpx", "webm")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 6 // 10])


def _boasting(film: _Film, path: Path) -> None:
    film.write(path, "libvpx", "webm")
    content = bytearray(path.read_bytes())
    # The element Duration, a 64-bit float of milliseconds (RFC 9559, 5.1.2.10), and the tag that
    # repeats it.
    struct.pack_into(">d", content, content.index(b"\x44\x89\x88") + 3, 600_000.0)
    path.write_bytes(content.replace(b"00:00:0", b"00:10:0"))


def _two_cameras(film: _Film, path: Path) -> None:
    with av.open(path, "w", container_options={"fflags": "+bitexact"}) as container:
        streams = []
        for width, height, seconds in ((_WIDTH, _HEIGHT, 2), (_WIDTH // 2, _HEIGHT // 2, _SECONDS)):
            stream = cast(VideoStream, container.add_stream("libx264", _RATE, _CODECS["libx264"]))
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            stream.codec_context.flags |= Flags.bitexact
            streams.append((stream, seconds))
        for stream, seconds in streams:
            for index, picture in enumerate(film.pictures[: seconds * _RATE]):
                frame = av.VideoFrame.from_ndarray(picture, format="yuv420p").reformat(
                    stream.width, stream.height
                )
                frame.pts, frame.time_base = index, Fraction(1, _RATE)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))


def _lossless(film: _Film, path: Path) -> None:
    short = film.pictures
    film.pictures = short[:5]
    film.write(path, "ffv1")
    film.pictures = short


# MARK: - MP4 and QuickTime


def _fragments(film: _Film, path: Path) -> None:
    film.write(path, container_options={"movflags": "frag_keyframe+empty_moov+default_base_moof"})
    content = bytearray(path.read_bytes())
    # An hour in the movie header and in the media header: scale, then duration (ISO/IEC 14496-12,
    # 8.2.2 and 8.4.2).
    for box in ([b"moov", b"mvhd"], [b"moov", b"trak", b"mdia", b"mdhd"]):
        start = first_box(content, box)
        (scale,) = struct.unpack_from(">I", content, start + 20)
        struct.pack_into(">I", content, start + 24, 3600 * scale)
    path.write_bytes(content)


def _late(film: _Film, path: Path) -> None:
    film.write(path, sound=0, shift=_RATE * 3 // 2, container_options={"movflags": "+faststart"})


def _trimmed(film: _Film, path: Path) -> None:
    # Pictures before 0 stay in the file and are hidden by an edit list.
    film.write(path, muxer="mov", shift=-_RATE, container_options={"avoid_negative_ts": "disabled"})


def _uneven(film: _Film, path: Path) -> None:
    # The second half comes at a third of the rate.
    half = len(film.pictures) // 2
    film.write(
        path,
        times=lambda index: index if index < half else half + 3 * (index - half),
        container_options={"movflags": "+faststart"},
    )


def _selfie(film: _Film, path: Path) -> None:
    film.write(path, muxer="mov")
    path.write_bytes(
        with_matrix(path.read_bytes(), (-_ONE, 0, 0, 0, _ONE, 0, _WIDTH * _ONE, 0, _ONE_30))
    )


def _broken_matrix(film: _Film, path: Path) -> None:
    film.write(path)
    path.write_bytes(with_matrix(path.read_bytes(), (_ONE, _ONE, 0, _ONE, _ONE, 0, 0, 0, _ONE_30)))


def _wide_pixels(film: _Film, path: Path) -> None:
    film.write(path, pixel=Fraction(4, 3))


def _hlg(film: _Film, path: Path) -> None:
    film.write(
        path,
        "libx265",
        format="yuv420p10le",
        options={
            "color_primaries": "bt2020",
            "color_trc": "arib-std-b67",
            "colorspace": "bt2020nc",
            "color_range": "tv",
        },
    )


def _long_last(film: _Film, path: Path) -> None:
    # The time table says that the last picture is shown for an hour.
    film.write(path, options={"bf": "0"})
    content = bytearray(path.read_bytes())
    start = first_box(content, [b"moov", b"trak", b"mdia", b"mdhd"])
    (scale,) = struct.unpack_from(">I", content, start + 20)
    struct.pack_into(">I", content, start + 24, 3600 * scale)
    path.write_bytes(content)


# MARK: - Streams without a header


def _wrapping_clock(film: _Film, path: Path) -> None:
    # MPEG's clock has 33 bits and 90,000 ticks a second: it starts anew after 26 hours and a half.
    film.write(path, sound=0, container_options={"output_ts_offset": "95442"})


def _two_takes(film: _Film, path: Path) -> None:
    takes = []
    for offset in ("0", "5000"):
        film.write(path, muxer="mpegts", container_options={"output_ts_offset": offset})
        takes.append(path.read_bytes())
    path.write_bytes(b"".join(takes))


def _no_index(film: _Film, path: Path) -> None:
    film.write(path, "mpeg4", options={"bf": "2"})
    content = bytearray(path.read_bytes())
    # How many pictures the stream header promises (AVISTREAMHEADER.dwLength).
    struct.pack_into("<I", content, content.index(b"strh") + 8 + 32, 9000)
    path.write_bytes(content[: content.rindex(b"idx1")])


def _no_length(film: _Film, path: Path) -> None:
    film.write(
        path, "flv", sound=0, container_options={"flvflags": "no_metadata+no_duration_filesize"}
    )


def _no_delay(film: _Film, path: Path) -> None:
    with av.open(path, "w", container_options={"fflags": "+bitexact"}) as container:
        stream = cast(VideoStream, container.add_stream("gif", 10))
        stream.width, stream.height, stream.pix_fmt = _WIDTH // 2, _HEIGHT // 2, "gray"
        for index, picture in enumerate(film.pictures[::8]):
            luma = np.ascontiguousarray(picture[:_HEIGHT:2, ::2] & 0xE0)
            frame = av.VideoFrame.from_ndarray(luma, format="gray")
            frame.pts, frame.time_base = index, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    content = bytearray(path.read_bytes())
    # The delay of each picture, in its graphic control extension.
    start = -1
    while (start := content.find(b"\x21\xf9\x04", start + 1)) >= 0:
        struct.pack_into("<H", content, start + 4, 0)
    path.write_bytes(content)


_TROUBLES: dict[str, Callable[[_Film, Path], None]] = {
    "live.webm": _live,
    "half-downloaded.webm": _half_downloaded,
    "boasting.webm": _boasting,
    "two-cameras.mkv": _two_cameras,
    "lossless.mkv": _lossless,
    "fragments.mp4": _fragments,
    "late-picture.mp4": _late,
    "trimmed.mov": _trimmed,
    "uneven.mp4": _uneven,
    "selfie.mov": _selfie,
    "broken-matrix.mp4": _broken_matrix,
    "wide-pixels.mp4": _wide_pixels,
    "ten-bit-hlg.mp4": _hlg,
    "long-last.mp4": _long_last,
    "wrapping-clock.ts": _wrapping_clock,
    "two-takes.ts": _two_takes,
    "no-index.avi": _no_index,
    "no-length.flv": _no_length,
    "no-delay.gif": _no_delay,
}

NAMES = list(_TROUBLES)
