"""Encodes pictures and tones with FFmpeg's libraries; the same input gives the same bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio import AudioStream
from av.codec.context import Flags
from av.container import OutputContainer
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from numpy.typing import NDArray

from .drawing import Picture

# Several threads would make other bytes on another machine.
_CODECS: dict[str, dict[str, str]] = {
    "libx264": {"preset": "veryslow", "tune": "animation", "threads": "1"},
    "libx265": {
        "preset": "slow",
        "x265-params": "pools=none:frame-threads=1:info=0:log-level=error",
    },
    "libvpx-vp9": {"b:v": "0", "cpu-used": "2", "threads": "1", "row-mt": "0"},
}
Pixels = NDArray[np.uint8]
"""A picture that is already in whole numbers."""

# What FFmpeg calls BT.709 in each of its tables.
_BT709 = 1


@dataclass(frozen=True)
class Tones:
    """A short soft tone at each of some moments."""

    codec: str
    rate: int
    seconds: float
    moments: tuple[float, ...]
    hertz: float = 523.25

    def samples(self) -> NDArray[np.float32]:
        total = np.zeros(round(self.seconds * self.rate))
        t = np.arange(round(0.28 * self.rate)) / self.rate
        tone = 0.12 * np.sin(2 * np.pi * self.hertz * t) * np.exp(-9 * t) * np.minimum(t / 0.01, 1)
        for moment in self.moments:
            start = round(moment * self.rate)
            piece = tone[: max(len(total) - start, 0)]
            total[start : start + len(piece)] += piece
        return total.astype(np.float32)


@dataclass(frozen=True)
class Encoding:
    """How a film is packed."""

    codec: str = "libx264"
    quality: int = 28
    frame_rate: int = 25
    tones: Tones | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    """The encoder's own, on top of those of the codec."""


def write_film(path: Path, pictures: Iterable[Picture | Pixels], encoding: Encoding) -> None:
    """Encodes pictures, with a key frame each second and the index at the front."""
    with av.open(path, "w", container_options=_container_options(path)) as container:
        container.metadata.update(encoding.metadata)
        frames = iter(pictures)
        first = next(frames)
        height, width = first.shape[:2]
        quality = {"crf": str(encoding.quality)}
        options = _CODECS[encoding.codec] | quality | dict(encoding.options)
        stream = cast(
            VideoStream, container.add_stream(encoding.codec, encoding.frame_rate, options)
        )
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        context = stream.codec_context
        context.gop_size = encoding.frame_rate
        context.time_base = Fraction(1, encoding.frame_rate)
        context.color_range = ColorRange.MPEG
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.flags |= Flags.bitexact
        if encoding.codec == "libx265":
            context.codec_tag = "hvc1"
        # The muxer wants to know of every stream before the first packet; it then holds packets
        # back for up to ten seconds, which is enough to lay sound and pictures side by side.
        tones = encoding.tones
        sound = None if tones is None else _add_sound(container, tones)
        for index, picture in enumerate(chain([first], frames)):
            container.mux(stream.encode(_frame(picture, index, context.time_base)))
        container.mux(stream.encode(None))
        if tones is not None and sound is not None:
            _encode_tones(container, sound, tones)


def write_tones(path: Path, tones: Tones) -> None:
    """Encodes a file that has sound and no picture."""
    with av.open(path, "w", container_options=_container_options(path)) as container:
        sound = _add_sound(container, tones)
        _encode_tones(container, sound, tones)


def _container_options(path: Path) -> dict[str, str]:
    options = {"fflags": "+bitexact"}
    if path.suffix.lower() in (".mp4", ".mov", ".m4a"):
        options["movflags"] = "+faststart"
    if path.suffix == ".MOV":
        # Lets a QuickTime file carry keys such as com.apple.quicktime.creationdate.
        options["movflags"] += "+use_metadata_tags"
    return options


def whole(picture: Picture | Pixels) -> Pixels:
    """A picture in whole numbers."""
    if picture.dtype == np.uint8:
        return cast(Pixels, picture)
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def _frame(picture: Picture | Pixels, index: int, time_base: Fraction) -> av.VideoFrame:
    pixels = np.ascontiguousarray(whole(picture))
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    )
    frame.pts, frame.time_base = index, time_base
    return frame


def _add_sound(container: OutputContainer, tones: Tones) -> AudioStream:
    stream = cast(AudioStream, container.add_stream(tones.codec, tones.rate, layout="mono"))
    stream.codec_context.flags |= Flags.bitexact
    stream.bit_rate = 24_000
    return stream


def _encode_tones(container: OutputContainer, stream: AudioStream, tones: Tones) -> None:
    layout = stream.codec_context.format.name
    samples = tones.samples()
    frame = av.AudioFrame.from_ndarray(samples[None, :], format="fltp", layout="mono")
    frame.sample_rate, frame.pts = tones.rate, 0
    resampler = av.AudioResampler(format=layout, layout="mono", rate=tones.rate)
    for converted in resampler.resample(frame):
        container.mux(stream.encode(converted))
    container.mux(stream.encode(None))
