"""The fifteen sample reels: which drill, under what name, packed how."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from . import floor_drills, plain_drills, upright_drills
from .drawing import WIDTH, Picture, black, card
from .drill import Drill
from .encoding import Encoding, Tones, write_film
from .film import Film
from .mp4 import turned_clockwise


@dataclass(frozen=True)
class Opening:
    """A still picture before the drill starts."""

    picture: Picture
    seconds: float


@dataclass(frozen=True)
class Reel:
    """One file in media/, with the text file beside it."""

    name: str
    drill: Drill
    encoding: Encoding = field(default_factory=Encoding)
    opening: Opening | None = None
    turned: bool = False
    """Coded lying on its side, with a display matrix that turns it upright."""
    sidecar: tuple[str, str] | None = None
    """Name and text."""

    @property
    def names(self) -> list[str]:
        return [self.name] if self.sidecar is None else [self.name, self.sidecar[0]]

    def write(self, folder: Path) -> None:
        path = folder / self.name
        write_film(path, self._pictures(), self.encoding)
        if self.turned:
            # As many rows as the upright picture has columns.
            path.write_bytes(turned_clockwise(path.read_bytes(), coded_height=WIDTH))
        if self.sidecar is not None:
            name, text = self.sidecar
            (folder / name).write_text(text, encoding="utf-8")

    def _pictures(self) -> Iterator[Picture]:
        rate = self.encoding.frame_rate
        if self.opening is not None:
            for _ in range(round(self.opening.seconds * rate)):
                yield self.opening.picture
        film = Film(self.drill)
        drawn: dict[float, Picture] = {}
        for index in range(round(self.drill.seconds * rate)):
            effort = self.drill.effort(index / rate)
            if effort not in drawn:
                # Only holds repeat, so one picture is enough to keep.
                drawn = {effort: film.picture(effort)}
            yield np.rot90(drawn[effort]) if self.turned else drawn[effort]


REELS = [
    Reel("Front-to-Back Leg Swings.mp4", upright_drills.LEG_SWINGS),
    Reel("half kneeling hip flexor stretch left.mp4", upright_drills.half_kneeling(mirrored=False)),
    Reel("half kneeling hip flexor stretch right.mp4", upright_drills.half_kneeling(mirrored=True)),
    Reel(
        "seated_figure_4_stretch.webm",
        upright_drills.FIGURE_FOUR,
        Encoding(
            codec="libvpx-vp9",
            quality=40,
            frame_rate=24,
            tones=Tones("libopus", 48_000, upright_drills.FIGURE_FOUR.seconds, (0.9, 4.6, 7.4)),
        ),
    ),
    Reel(
        "#shinbox #hipmobility #hipswitch #deskbreak.mp4",
        floor_drills.NINETY_NINETY,
        Encoding(
            tones=Tones("aac", 44_100, floor_drills.NINETY_NINETY.seconds, (0.8, 3.0, 6.0, 8.8))
        ),
    ),
    Reel("Puente de glúteos.mp4", floor_drills.BRIDGE),
    Reel(
        "Katze-Kuh für den Rücken.mp4",
        floor_drills.CAT_COW,
        opening=Opening(black(), seconds=1),
    ),
    Reel(
        "IMG_4032.MOV",
        floor_drills.CLAMSHELL,
        Encoding(
            frame_rate=30,
            tones=Tones("aac", 44_100, floor_drills.CLAMSHELL.seconds, (0.8, 4.6), hertz=392.0),
            metadata={
                "creation_time": "2024-05-18T05:12:04.000000Z",
                "com.apple.quicktime.creationdate": "2024-05-18T07:12:04+0200",
            },
        ),
        sidecar=(
            "IMG_4032.txt",
            "Clamshells, twelve slow ones on each side. Heels stay together and the pelvis stays "
            "still; only the top knee opens. You should feel it deep in the side of the bottom.\n",
        ),
    ),
    Reel("standing-hip-abduction.mp4", upright_drills.STANDING_ABDUCTION, turned=True),
    Reel(
        "VID_20240611_063015.mp4",
        floor_drills.BIRD_DOG,
        Encoding(
            metadata={
                "title": "Bird dog for a steady back",
                "comment": "Reach the opposite arm and leg long, hold for two breaths.",
                "creation_time": "2024-06-11T04:30:15.000000Z",
            }
        ),
    ),
    Reel(
        "Standing Hip CARs.mp4",
        upright_drills.STANDING_CIRCLES,
        Encoding(codec="libx265", quality=29),
    ),
    Reel(
        "Inner thigh lift [hipreel-s12].mp4",
        floor_drills.SIDE_LYING_ADDUCTION,
        opening=Opening(card(("Side-lying", "hip adduction"), "10 each side"), seconds=1.5),
        sidecar=(
            "Inner thigh lift [hipreel-s12].description",
            "Side-lying hip adduction: cross the top leg over and plant the foot, then lift the "
            "bottom leg and lower it slowly. Ten on each side.\n\n#adductors #innerthigh\n",
        ),
    ),
    # As they come from a phone: no words anywhere, so only the picture says what they are.
    Reel(
        "IMG_4101.MP4",
        plain_drills.SQUATS,
        Encoding(quality=31, metadata={"creation_time": "2024-07-02T16:41:20.000000Z"}),
        turned=True,
    ),
    Reel(
        "IMG_4102.MP4",
        plain_drills.CLAMSHELLS,
        Encoding(frame_rate=30, metadata={"creation_time": "2024-07-02T16:48:55.000000Z"}),
    ),
    Reel(
        "IMG_4103.MP4",
        plain_drills.BRIDGES,
        Encoding(frame_rate=30, metadata={"creation_time": "2024-07-02T16:52:07.000000Z"}),
    ),
]
