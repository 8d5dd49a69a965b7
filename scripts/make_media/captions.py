"""Clips with words burned into them, named as a phone names them: for tests of reading them.

Most name an exercise as people's clips do; some have other words, or none, and must get nothing.
They never enter the repository.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PIL import Image

from .caption_clips import (
    BUILD_SECONDS,
    NONE,
    WORD_SECONDS,
    Caption,
    Clip,
    clips,
)
from .caption_grounds import CARD, Ground, ground
from .caption_type import FONTS, STYLES, Setting, font_path, set_words
from .clip_set import drawn, filmed, write_table
from .drill import eased
from .encoding import Encoding, Pixels, write_film

TABLE = "captions.tsv"
_COLUMNS = [
    "file",
    "exercise",
    "text",
    "language",
    "style",
    "font",
    "effect",
    "ground",
    "kind",
    "starts",
]
_FIRST_FILMED = datetime(2024, 10, 1, 6, 30, tzinfo=UTC)
_FADE = 0.5
_SLIDE = 0.4
_EDGE = 0.03
"""How near a caption comes to the picture's edge, of its shorter side."""


class _Shown:
    """A caption of a clip, set in type."""

    def __init__(self, caption: Caption, clip: Clip, seed: int) -> None:
        self._caption, self._clip = caption, clip
        self._end = min(caption.end, clip.seconds)
        self._slide = ((-1, 0), (1, 0), (0, 1))[seed % 3]
        self._drift = ((0.10, 0.05), (-0.10, 0.04), (0.05, -0.08))[seed % 3]
        self.setting: Setting = set_words(
            caption.names,
            caption.details,
            caption.font,
            caption.style,
            height=caption.height,
            picture=clip.size,
            side=caption.side,
            glow=caption.glow,
        )

    def lay(self, picture: Image.Image, at: float) -> None:
        """Lays the caption over the picture of a moment, if it is shown then."""
        if not self._caption.start <= at + 1e-6 < self._end:
            return
        since, left = at - self._caption.start, self._end - at
        count, current = len(self.setting.words), None
        opacity, away = 1.0, (0.0, 0.0)
        length = self._end - self._caption.start
        match self._caption.effect:
            case "fade":
                opacity = eased(min((since - 0.1) / _FADE, (left - 0.1) / _FADE))
            case "slide":
                rest = 1 - eased(since / _SLIDE)
                away = self._slide[0] * rest, self._slide[1] * rest
            case "karaoke":
                current = int(since / WORD_SECONDS + 1e-6) % count
            case "build":
                count = min(int(since / BUILD_SECONDS + 1e-6) + 1, count)
            case "drift":
                share = since / length - 0.5
                away = self._drift[0] * share, self._drift[1] * share
        image = self.setting.image(count, current)
        mask = image.getchannel("A")
        if opacity < 1:
            mask = mask.point([round(value * opacity) for value in range(256)])
        picture.paste(image, self._corner(away), mask)

    def _corner(self, away: tuple[float, float]) -> tuple[int, int]:
        """Where the caption's picture goes: within the clip's, unless it moves in."""
        corner: list[int] = []
        size = self._clip.size
        # The picture of a caption has a margin, which may lie outside.
        margin = self.setting.words[0].height
        for side, extent, place, apart in zip(
            size, self.setting.size, self._caption.place, away, strict=True
        ):
            least = _EDGE * min(size) - margin
            first = min(max(side * place - extent / 2, least), side - extent - least)
            corner.append(round(first + side * apart))
        return corner[0], corner[1]


class _Film:
    """The pictures of a clip."""

    def __init__(self, clip: Clip) -> None:
        self._clip = clip
        seed = int(clip.seed.split()[-1])
        self._shown = [_Shown(c, clip, seed + place) for place, c in enumerate(clip.captions)]
        self._scenes: list[tuple[float, float, Ground]] = []
        ends = [*(scene.start for scene in clip.scenes[1:]), clip.seconds]
        dim = STYLES[clip.style].dim if clip.style in STYLES else 1
        for place, (scene, end) in enumerate(zip(clip.scenes, ends, strict=True)):
            made = ground(
                scene.ground,
                clip.size,
                clip.rate,
                end - scene.start,
                f"{clip.seed} {place}",
                1 if scene.ground == CARD else dim,
                scene.wall,
            )
            self._scenes.append((scene.start, end, made))

    @property
    def text(self) -> str:
        """What is written, once where it comes again, lines between slashes."""
        lines = [" / ".join(shown.setting.lines) for shown in self._shown]
        lines += [scene.wall for scene in self._clip.scenes if scene.wall is not None]
        return " / ".join(dict.fromkeys(lines)) or NONE

    def pictures(self) -> Iterator[Pixels]:
        for index in range(round(self._clip.seconds * self._clip.rate)):
            at = index / self._clip.rate
            start, _, made = next(
                scene for scene in reversed(self._scenes) if scene[0] <= at + 1e-6
            )
            picture = made(at - start).copy()
            for shown in self._shown:
                shown.lay(picture, at)
            yield np.asarray(picture)


def write_captions(
    folder: Path, count: int | None = None, only: str | None = None
) -> Iterator[str]:
    """Draws the first clips into a folder, and a table of what is true; yields each file's name.

    `only` leaves those with that word in one of their cells, such as `neon` or `clamshell`.
    """
    for font in (*FONTS, "emoji"):
        font_path(font)
    chosen = [clip for clip in clips()[:count] if only is None or only in "\t".join(_row(clip, ""))]
    rows = [_COLUMNS]
    for clip, text in drawn(folder, chosen, _write):
        rows.append(_row(clip, text))
        yield clip.name
    write_table(folder / TABLE, rows)
    yield TABLE


def _row(clip: Clip, text: str) -> list[str]:
    return [
        clip.name,
        ",".join(clip.exercises) or NONE,
        text,
        clip.language,
        clip.style,
        clip.font,
        clip.effect,
        clip.ground,
        clip.kind,
        ",".join(f"{start:.2f}" for start in clip.starts),
    ]


def _write(folder: Path, clip: Clip) -> str:
    """Draws a clip; what is written in it."""
    film = _Film(clip)
    encoding = Encoding(
        frame_rate=clip.rate,
        quality=clip.quality,
        metadata=filmed(clip.name, _FIRST_FILMED),
        # With its tree of macroblocks, the encoder gives other bytes from run to run (x264 165).
        options={"preset": "veryfast", "tune": "film", "x264-params": "mbtree=0"},
    )
    write_film(folder / clip.name, film.pictures(), encoding)
    return film.text
