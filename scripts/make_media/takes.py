"""Takes of some drills, named as a phone names them: for tests of naming what is alike at once.

The four takes of a drill differ in clothes, room, size of the picture and of the person, place,
pace and depth, and two of them are seen in a mirror. They never enter the repository.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import numpy as np

from .clip_set import FIRST_NUMBER, drawn, filmed, phone_name, write_table
from .drawing import BRIGHT, WARM, Camera, Decor
from .drill import Drill
from .encoding import Encoding, write_film
from .film import drill_pictures
from .person import BROAD, SLIGHT, TALL, USUAL, Colour, Person
from .take_drills import SUBJECTS, Subject
from .vectors import Vector, vec

TABLE = "takes.tsv"
TAKES_PER_DRILL = 4
_FIRST_FILMED = datetime(2024, 9, 3, 6, 30, tzinfo=UTC)
_COLUMNS = [
    "file",
    "exercise",
    "take",
    "colours",
    "size",
    "fill",
    "mirrored",
    "speed",
    "side",
    "repetitions",
]
_SEED = "takes"
_SECONDS = 7.2
"""About how long a clip is."""
_STILL = 0.4
"""Seconds that the person keeps still before and after."""
_FLESH = 0.12
"""How far a body reaches beyond its joints, in metres."""
_PACES = (0.8, 0.95, 1.1, 1.3)
_DEPTHS = (0.90, 0.94, 0.97, 1.0)
_RATES = (20, 15, 24, 15)
_PEOPLE = (USUAL, replace(BROAD, bun=False), SLIGHT, replace(TALL, feet="skin"))

_SHIRTS: dict[str, Colour] = {
    "teal": (58, 139, 140),
    "rust": (196, 92, 64),
    "cream": (232, 226, 212),
    "navy": (58, 72, 122),
    "yellow": (222, 184, 84),
    "plum": (128, 70, 112),
}
_TIGHTS: dict[str, Colour] = {
    "black": (52, 54, 62),
    "blue": (62, 92, 160),
    "green": (62, 116, 98),
    "grey": (136, 142, 152),
    "wine": (122, 52, 66),
}
_ROOMS: dict[str, Decor] = {
    "pale": replace(BRIGHT, wall_top=(208, 216, 212), wall_foot=(194, 206, 203)),
    "warm": WARM,
    "blue": Decor(
        wall_top=(186, 204, 220),
        wall_foot=(168, 188, 206),
        floor=(176, 168, 158),
        floor_line=(150, 142, 132),
        mat=(206, 170, 120),
        mat_edge=(184, 148, 100),
    ),
    "sand": Decor(
        wall_top=(232, 222, 200),
        wall_foot=(220, 208, 184),
        floor=(188, 156, 118),
        floor_line=(160, 130, 96),
        mat=(116, 146, 122),
        mat_edge=(96, 126, 104),
    ),
    "slate": Decor(
        wall_top=(128, 136, 146),
        wall_foot=(112, 120, 130),
        floor=(86, 90, 96),
        floor_line=(68, 72, 78),
        mat=(172, 160, 184),
        mat_edge=(150, 138, 162),
    ),
}


@dataclass(frozen=True)
class Take:
    """One clip."""

    name: str
    subject: Subject
    number: int
    shirt: str
    tights: str
    room: str
    body: Person
    size: tuple[int, int]
    rate: int
    mirrored: bool
    pace: float
    depth: float
    turn: float
    """Degrees by which the camera stands elsewhere than usual."""
    fill: float
    """How much of the picture the person takes up, of what fits."""
    place: tuple[float, float]
    """Where the person is in the room that is left: 0 at one edge, 1 at the other."""

    @property
    def person(self) -> Person:
        tights = _TIGHTS[self.tights]
        clothes = {"shirt": _SHIRTS[self.shirt]} | dict.fromkeys(("shorts", "resting"), tights)
        return replace(self.body, colours={**self.body.colours, **clothes})

    @property
    def side(self) -> str:
        """The leg that works as it looks in the picture."""
        return "right" if self.mirrored and self.subject.side == "left" else self.subject.side

    @property
    def row(self) -> list[str]:
        width, height = self.size
        return [
            self.name,
            self.subject.exercise,
            str(self.number),
            f"{self.shirt}/{self.tights}/{self.room}",
            f"{width}x{height}",
            f"{self.fill:.2f}",
            "yes" if self.mirrored else "no",
            f"{self.subject.seconds * self.rate / self._frames:.2f}",
            self.side,
            str(self.rounds * self.subject.turns),
        ]

    @property
    def rounds(self) -> int:
        """How often the drill comes back to its start."""
        return round((_SECONDS - 2 * _STILL) * self.rate / self._frames)

    @property
    def _frames(self) -> int:
        """Pictures of a round, of which some are at each end: the way back shows the same ones."""
        step = 4 if self.subject.both_ways else 2
        return step * round(self.subject.seconds / self.pace * self.rate / step)

    def drill(self) -> Drill:
        still, seconds = round(_STILL * self.rate) / self.rate, self._frames / self.rate
        stops = [(1 / 2, self.depth), (1.0, 0.0)]
        if self.subject.both_ways:
            stops = [(1 / 4, self.depth), (1 / 2, 0.0), (3 / 4, -self.depth), (1.0, 0.0)]
        timeline = [(0.0, 0.0), (still, 0.0)]
        for index in range(self.rounds):
            # Repetitions of a take are alike, so that each posture is drawn once.
            start = still + index * seconds
            timeline += [(start + share * seconds, effort) for share, effort in stops]
        drill = Drill(
            pose=self.subject.motion(self.person),
            timeline=[*timeline, (timeline[-1][0] + still, 0.0)],
            camera=Camera(
                self.subject.view.azimuth + self.turn,
                self.subject.view.elevation,
                vec(0, 0, 0),
                1,
                width=self.size[0],
                height=self.size[1],
                supersampling=2,
            ),
            working="none",
            mat=self.subject.view.mat,
            person=self.person,
            decor=_ROOMS[self.room],
        )
        return replace(drill, camera=_aimed(drill, self.fill, self.place))


def _aimed(drill: Drill, fill: float, place: tuple[float, float]) -> Camera:
    """The drill's camera, close enough and turned so that the whole movement is in the picture."""
    camera = drill.camera
    middle = np.array([camera.width, camera.height]) / 2
    efforts = {effort for _, effort in drill.timeline}
    efforts |= {effort / 2 for effort in efforts}
    places: list[Vector] = [p for e in sorted(efforts) for p in drill.skeleton(e).values()]
    seen = (camera.seen(places)[:, :2] - middle) * (1, -1)
    low, high = seen.min(axis=0) - _FLESH, seen.max(axis=0) + _FLESH
    scale = fill * float((middle * 2 / (high - low)).min())
    # Metres that stay free, to be shared between left and right, above and below.
    free = middle * 2 / scale - (high - low)
    aside, above = (low + high) / 2 + free * (0.5 - np.array(place)) * 0.8
    axes = (camera.seen(list(np.eye(3)))[:, :2] - middle) * (1, -1)
    return replace(camera, centre=axes[:, 0] * aside + axes[:, 1] * above, pixels_per_metre=scale)


def takes() -> list[Take]:
    """All takes, drill by drill; each has the same name in every set."""
    numbers = list(range(FIRST_NUMBER, FIRST_NUMBER + len(SUBJECTS) * TAKES_PER_DRILL))
    Random(_SEED).shuffle(numbers)
    found: list[Take] = []
    for place, subject in enumerate(SUBJECTS):
        first = place * TAKES_PER_DRILL
        found += _takes_of(subject, numbers[first : first + TAKES_PER_DRILL])
    return found


def _takes_of(subject: Subject, numbers: Sequence[int]) -> Iterator[Take]:
    chance = Random(f"{_SEED} {subject.exercise}")
    count = len(numbers)
    shirts = chance.sample(list(_SHIRTS), count)
    tights = chance.sample(list(_TIGHTS), count)
    rooms = chance.sample(list(_ROOMS), count)
    people = chance.sample(_PEOPLE, count)
    sizes = chance.sample(subject.view.sizes, count)
    rates = chance.sample(_RATES, count)
    mirrored = chance.sample((True, True, False, False), count)
    paces = chance.sample(_PACES, count)
    depths = chance.sample(_DEPTHS, count)
    for index, number in enumerate(numbers):
        yield Take(
            name=phone_name(number),
            subject=subject,
            number=index + 1,
            body=people[index],
            shirt=shirts[index],
            tights=tights[index],
            room=rooms[index],
            size=sizes[index],
            rate=rates[index],
            mirrored=mirrored[index],
            pace=paces[index],
            depth=depths[index],
            turn=round(chance.uniform(-6, 6), 1),
            fill=round(chance.uniform(0.78, 0.96), 2),
            place=(round(chance.random(), 2), round(chance.random(), 2)),
        )


def write_takes(folder: Path, count: int | None = None, only: str | None = None) -> Iterator[str]:
    """Draws the first takes into a folder, and a table of what is true; yields each file's name."""
    chosen = [take for take in takes()[:count] if only is None or only in take.subject.exercise]
    for take, _ in drawn(folder, chosen, _write):
        yield take.name
    rows = [_COLUMNS, *(take.row for take in sorted(chosen, key=lambda take: take.name))]
    write_table(folder / TABLE, rows)
    yield TABLE


def _write(folder: Path, take: Take) -> None:
    pictures = drill_pictures(take.drill(), take.rate)
    if take.mirrored:
        pictures = [np.fliplr(picture) for picture in pictures]
    encoding = Encoding(
        frame_rate=take.rate,
        quality=28,
        metadata=filmed(take.name, _FIRST_FILMED),
        options={"preset": "veryfast"},
    )
    write_film(folder / take.name, pictures, encoding)
