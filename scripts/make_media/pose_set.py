"""Drills drawn from all sides, with what is true of each beside them.

They test what is concluded from pictures, and never enter the repository.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from . import floor_drills, upright_drills
from .drawing import BRIGHT, WARM, Camera, Decor, Mat, Picture
from .drill import Drill
from .encoding import Encoding, write_film
from .film import drill_pictures
from .person import BROAD, SLIGHT, TALL, USUAL, Person
from .plain_drills import Motion, bridge, clamshell, repeated, sit_up, squat
from .pose_strays import strays
from .pose_tracks import track
from .vectors import Vector, vec

TRUTHS = "truths.json"
TURNS = (0, 45, 90)
_RATE = 20
ENCODING = Encoding(frame_rate=_RATE, quality=24, options={"preset": "veryfast"})
_STILL = 1.0
"""Seconds that the person keeps still before and after."""


@dataclass(frozen=True)
class Subject:
    """One drill of the set, and what is true of it however it is turned."""

    name: str
    motion: Motion
    truth: Mapping[str, Any]
    azimuths: tuple[float, float, float]
    """Where the camera stands when it is turned by 0, 45 and 90 degrees."""
    elevations: tuple[float, float, float]
    centre: Vector
    pixels_per_metre: float
    person: Person
    count: int = 4
    seconds: float = 2.0
    both_ways: bool = False
    mat: Mat | None = None
    decor: Decor = BRIGHT
    side: str | None = None
    """The leg that works, when it is one; the mirror image swaps it."""

    def drill(self, index: int) -> Drill:
        """The drill as seen from one of the three sides."""
        return Drill(
            pose=self.motion,
            timeline=self.timeline,
            camera=Camera(
                self.azimuths[index], self.elevations[index], self.centre, self.pixels_per_metre
            ),
            working="none",
            mat=self.mat,
            person=self.person,
            decor=self.decor,
        )

    @property
    def timeline(self) -> list[tuple[float, float]]:
        if not self.both_ways:
            return repeated([1.0] * self.count, self.seconds, _STILL, _STILL)
        ends = [(_STILL + (i + 0.5) * self.seconds / 2, 1.0 - 2 * (i % 2)) for i in range(8)]
        last = ends[-1][0] + self.seconds / 4
        return [(0, 0), (_STILL, 0), *ends, (last, 0), (last + _STILL, 0)]


_MAT = Mat(-0.90, 0.90, -0.50, 0.50)
_SIDE_MAT = Mat(-0.50, 0.70, -0.92, 0.86)
_VIOLET = replace(USUAL, girth=1.05, bun=False, colours=BROAD.colours)
_ORANGE = replace(USUAL, feet="shoe", sleeve=0.6, colours=TALL.colours)


def _truth(
    position: str, pattern: str, primary: str, axis: str, side: str, *exercises: str
) -> dict[str, Any]:
    return {
        "position": position,
        "pattern": pattern,
        "primary": primary.split("+"),
        "axis": axis,
        "side": side,
        "exercises": list(exercises),
    }


SUBJECTS = [
    Subject(
        "squat",
        squat(BROAD),
        _truth("standing", "squat", "extension", "F", "both", "bodyweight-squat"),
        azimuths=(90, 45, 0),
        elevations=(7, 7, 7),
        centre=vec(0, 0, 0.84),
        pixels_per_metre=258,
        person=BROAD,
    ),
    Subject(
        "clamshell",
        clamshell(SLIGHT),
        _truth("side-lying", "clamshell", "external-rotation", "R", "unilateral", "clamshell"),
        azimuths=(0, 45, 90),
        elevations=(25, 25, 30),
        centre=vec(0.1, 0, 0.28),
        pixels_per_metre=210,
        person=SLIGHT,
        mat=_SIDE_MAT,
        side="left",
    ),
    Subject(
        "bridge",
        bridge(TALL),
        _truth("supine", "bridge", "extension", "F", "both", "glute-bridge"),
        azimuths=(90, 45, 0),
        elevations=(11, 16, 22),
        centre=vec(-0.10, 0, 0.34),
        pixels_per_metre=205,
        person=TALL,
        mat=_MAT,
        decor=WARM,
    ),
    Subject(
        "bird-dog",
        floor_drills.BIRD_DOG.pose,
        _truth("quadruped", "leg back, one", "extension", "F", "unilateral", "bird-dog"),
        azimuths=(90, 45, 0),
        elevations=(10, 12, 14),
        centre=vec(0.06, 0, 0.44),
        pixels_per_metre=180,
        person=_ORANGE,
        seconds=2.6,
        mat=_MAT,
        side="left",
    ),
    Subject(
        "sit-up",
        sit_up(SLIGHT),
        _truth("supine", "sit-up", "flexion", "F", "both", "sit-up"),
        azimuths=(90, 45, 0),
        elevations=(10, 14, 18),
        centre=vec(-0.06, 0, 0.36),
        pixels_per_metre=215,
        person=SLIGHT,
        mat=_MAT,
        decor=WARM,
    ),
    Subject(
        "standing-abduction",
        upright_drills.STANDING_ABDUCTION.pose,
        _truth(
            "standing",
            "standing leg to the side",
            "abduction",
            "A",
            "unilateral",
            "standing-hip-abduction",
        ),
        azimuths=(0, 45, 90),
        elevations=(6, 6, 6),
        centre=vec(0, 0.06, 0.85),
        pixels_per_metre=262,
        person=_VIOLET,
        side="left",
    ),
    Subject(
        "leg-swing",
        upright_drills.LEG_SWINGS.pose,
        _truth(
            "standing",
            "leg swing or raise",
            "flexion+extension",
            "F",
            "unilateral",
            "leg-swings-front-back",
        ),
        azimuths=(90, 45, 0),
        elevations=(7, 7, 7),
        centre=vec(0.05, 0, 0.86),
        pixels_per_metre=240,
        person=_ORANGE,
        both_ways=True,
        decor=WARM,
        side="left",
    ),
    Subject(
        "half-kneeling",
        upright_drills.half_kneeling(mirrored=False).pose,
        _truth(
            "half-kneeling",
            "half-kneeling",
            "extension",
            "F",
            "unilateral",
            "half-kneeling-hip-flexor-stretch",
        ),
        azimuths=(90, 45, 0),
        elevations=(9, 10, 12),
        centre=vec(0.04, 0, 0.66),
        pixels_per_metre=248,
        person=_VIOLET,
        count=2,
        seconds=4.0,
        mat=_MAT,
        side="left",
    ),
]


def write_pose_set(folder: Path, only: str | None = None) -> Iterator[str]:
    """Draws the clips into a folder, the tracks and truths beside them; yields each file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    truths: list[Mapping[str, Any]] = []

    def write(name: str, pictures: list[Picture], truth: Mapping[str, Any]) -> str:
        write_film(folder / name, pictures, ENCODING)
        truths.append({"file": name, "seconds": len(pictures) / _RATE, **truth})
        return name

    for subject in _subjects(only):
        for index, turn in enumerate(TURNS):
            drill = subject.drill(index)
            pictures = drill_pictures(drill, _RATE)
            for mirrored in (False, True):
                name, truth = _write_track(folder, subject, turn, mirrored)
                shown = [np.fliplr(p) for p in pictures] if mirrored else pictures
                yield write(f"{name}.mp4", shown, truth)
    for stray in strays(_RATE):
        if only is None or only in stray.name:
            yield write(f"{stray.name}.mp4", stray.pictures, stray.truth)
    _write_truths(folder, truths)


def write_pose_tracks(folder: Path, only: str | None = None) -> Iterator[str]:
    """Writes only the tracks of the drills and what is true of them; yields each file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    truths: list[Mapping[str, Any]] = []
    for subject in _subjects(only):
        for turn in TURNS:
            for mirrored in (False, True):
                _, truth = _write_track(folder, subject, turn, mirrored)
                truths.append(truth)
                yield truth["track"]
    _write_truths(folder, truths)


def _subjects(only: str | None) -> list[Subject]:
    return [subject for subject in SUBJECTS if only is None or only in subject.name]


def _write_track(
    folder: Path, subject: Subject, turn: int, mirrored: bool
) -> tuple[str, dict[str, Any]]:
    """The name of a view without its ending, and what is true of it."""
    name = f"{subject.name}-{turn}{'-mirrored' if mirrored else ''}"
    landmarks = track(subject.drill(TURNS.index(turn)), mirrored)
    text = json.dumps(landmarks, separators=(",", ":")) + "\n"
    (folder / f"{name}.track.json").write_text(text, encoding="utf-8")
    return name, {"track": f"{name}.track.json", **_truths_of(subject, turn, mirrored)}


def _write_truths(folder: Path, truths: Sequence[Mapping[str, Any]]) -> None:
    text = json.dumps({"clips": truths}, indent=1) + "\n"
    (folder / TRUTHS).write_text(text, encoding="utf-8")


def _truths_of(subject: Subject, turn: int, mirrored: bool) -> dict[str, Any]:
    swapped = {"left": "right", "right": "left"}
    side = swapped[subject.side] if subject.side is not None and mirrored else subject.side
    last = subject.timeline[-2][0]
    return {
        **subject.truth,
        "lr": side,
        "reps": subject.count,
        "turn": turn,
        "mirrored": mirrored,
        "usable": True,
        "workingPart": [_STILL, round(last, 2)],
    }
