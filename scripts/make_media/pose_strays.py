"""Clips with something else in them: nobody, a drawing, half a person, cuts, a walk."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from .drawing import (
    HEIGHT,
    INK,
    MATERIALS,
    WARM,
    WIDTH,
    Camera,
    Capsule,
    Picture,
    body,
    disc,
    over,
    room,
    shadow,
    solid,
    stroke,
)
from .drill import Drill
from .figure import Pose, Skeleton
from .film import drill_pictures
from .person import BROAD, SLIGHT, TALL
from .plain_drills import repeated, squat, stride
from .vectors import vec

_SIDE = Camera(azimuth=70, elevation=7, centre=vec(0, 0, 0.90), pixels_per_metre=250)
_SQUAT: Mapping[str, Any] = {
    "position": "standing",
    "pattern": "squat",
    "primary": ["extension"],
    "axis": "F",
    "side": "both",
    "lr": None,
    "exercises": ["bodyweight-squat"],
    "usable": True,
}
_BONES = [
    ("neck", "spine2", "spine0"),
    ("left_hand", "left_elbow", "left_shoulder", "right_shoulder", "right_elbow", "right_hand"),
    ("left_toe", "left_ankle", "left_knee", "left_hip"),
    ("right_toe", "right_ankle", "right_knee", "right_hip"),
    ("left_hip", "spine0", "right_hip"),
]


@dataclass(frozen=True)
class Stray:
    """A clip that is not one drill filmed from one side."""

    name: str
    pictures: list[Picture] = field(repr=False)
    truth: Mapping[str, Any]


def strays(frame_rate: int) -> Iterator[Stray]:
    """All of them, each drawn when it is asked for."""
    nobody = {"usable": False, "gate": "no-person"}
    yield Stray("no-person", _ball(frame_rate), nobody)
    yield Stray("stick-figure", _drawn(_sticks, frame_rate), nobody)
    yield Stray("line-drawing", _drawn(_outline, frame_rate), nobody)
    yield _without_legs(frame_rate)
    yield _two_cuts(frame_rate)
    yield _walk_in(frame_rate)


def _ball(frame_rate: int) -> list[Picture]:
    """A ball that bounces in an empty room."""
    materials = MATERIALS | {"ball": (226, 92, 62)}
    empty = room(_SIDE, None)

    def picture(seconds: float) -> Picture:
        share = (seconds / 0.9) % 1
        place = vec(0.25 * math.sin(seconds), 0, 0.14 + 3.2 * share * (1 - share))
        ball = [Capsule(place, place, 0.14, 0.14, "ball")]
        colours, covered = solid(_SIDE, ball, materials)
        floor = over(empty, shadow(_SIDE, ball), (40, 62, 66), 0.34)
        return floor * (1 - covered[:, :, None]) + colours

    return [picture(index / frame_rate) for index in range(6 * frame_rate)]


def _squats(count: int = 4, seconds: float = 1.9, still: float = 1.0) -> Drill:
    return Drill(
        pose=squat(TALL),
        timeline=repeated([1.0] * count, seconds, still, still),
        camera=_SIDE,
        working="none",
        person=TALL,
    )


def _drawn(draw: Callable[[Skeleton], Picture], frame_rate: int) -> list[Picture]:
    """Squats, each picture of which is drawn in its own way."""
    drill = _squats(3)
    drawn: dict[float, Picture] = {}
    pictures: list[Picture] = []
    for index in range(round(drill.seconds * frame_rate)):
        effort = round(drill.effort(index / frame_rate), 3)
        if effort not in drawn:
            drawn[effort] = draw(drill.skeleton(effort))
        pictures.append(drawn[effort])
    return pictures


def _sticks(joints: Skeleton) -> Picture:
    """A stick figure on white paper."""
    paper = np.full((HEIGHT, WIDTH, 3), 252, dtype=np.float32)
    for bones in _BONES:
        paper = over(paper, stroke(_SIDE.seen([joints[b] for b in bones]), 4), INK)
    head = _SIDE.seen([joints["skull"]])[0]
    ring = disc(head, 24) - disc(head, 20)
    return over(paper, ring, INK)


def _outline(joints: Skeleton) -> Picture:
    """The outlines of a person on white paper, as in a printed exercise sheet."""
    colours, covered = solid(_SIDE, body(joints, "none", TALL))
    flat = Image.fromarray(np.clip(colours + 255 * (1 - covered[:, :, None]), 0, 255).astype("u1"))
    edges = np.asarray(flat.convert("L").filter(ImageFilter.FIND_EDGES), dtype=np.float32)
    paper = np.full((HEIGHT, WIDTH, 3), 252, dtype=np.float32)
    return over(paper, np.clip(edges / 60, 0, 1), INK)


def _without_legs(frame_rate: int) -> Stray:
    """Somebody who talks to the camera: only head and chest are in the picture."""
    near = Camera(azimuth=8, elevation=4, centre=vec(0, 0, 1.42), pixels_per_metre=640)
    drill = replace(
        _squats(3),
        timeline=repeated([0.10, 0.06, 0.12], 1.9, 1.0, 1.0),
        camera=near,
        pose=squat(BROAD),
        person=BROAD,
    )
    truth = {"usable": False, "gate": "legs-out-of-frame"}
    return Stray("no-legs", drill_pictures(drill, frame_rate), truth)


def _two_cuts(frame_rate: int) -> Stray:
    """The whole person, then only the face, then another person in another room."""
    first = _squats(2, still=0.3)
    face = Camera(azimuth=10, elevation=4, centre=vec(0, 0, 1.5), pixels_per_metre=800)
    close = replace(first, timeline=[(0, 0), (2.4, 0.03)], camera=face)
    last = replace(
        _squats(4, still=0.5),
        pose=squat(SLIGHT),
        person=SLIGHT,
        decor=WARM,
        camera=replace(_SIDE, azimuth=40, centre=vec(0, 0, 0.86)),
    )
    parts = [drill_pictures(drill, frame_rate) for drill in (first, close, last)]
    cuts = [len(parts[0]) / frame_rate, (len(parts[0]) + len(parts[1])) / frame_rate]
    working = [round(cuts[1] + 0.5, 2), round(cuts[1] + last.seconds - 0.5, 2)]
    # What is true of the longest shot, which is the one to look at.
    truth = {**_SQUAT, "reps": 4, "cuts": cuts, "workingPart": working}
    return Stray("two-cuts", [picture for part in parts for picture in part], truth)


def _walk_in(frame_rate: int) -> Stray:
    """A person walks into the picture, squats four times, and walks out of it."""
    far, walk, pause = 1.1, 1.6, 0.6
    squatting = squat(SLIGHT)

    def motion(effort: float) -> Pose:
        # -1 to 0 is the way in, 10 to 11 the way out, 0 to 1 a squat.
        if effort < 0 or effort > 1:
            return stride(SLIGHT, far * (effort if effort < 0 else effort - 10))
        return squatting(effort)

    squats = repeated([1.0] * 4, 2.1, pause, pause)
    end = walk + squats[-1][0]
    timeline = [
        (0.0, -1.0),
        *((walk + seconds, effort) for seconds, effort in squats),
        (end, 10.0),
        (end + walk, 11.0),
    ]
    drill = Drill(
        pose=motion,
        timeline=timeline,
        camera=replace(_SIDE, centre=vec(0, 0, 0.86)),
        working="none",
        person=SLIGHT,
    )
    truth = {**_SQUAT, "reps": 4, "workingPart": [walk + pause, round(end - pause, 2)]}
    return Stray("walk-in", drill_pictures(drill, frame_rate), truth)
