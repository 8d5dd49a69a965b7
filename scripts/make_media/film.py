"""Turns a drill into pictures."""

import numpy as np
from numpy.typing import NDArray

from .drawing import (
    ACCENT,
    MATERIALS,
    PAPER,
    Mask,
    Picture,
    body,
    disc,
    over,
    room,
    shadow,
    solid,
    stroke,
)
from .drill import Cue, Drill
from .vectors import Vector

_PATH_WIDTH = 5.0
_ARROW = 12.0


class Film:
    """The pictures of one drill; what does not move is drawn once."""

    def __init__(self, drill: Drill) -> None:
        self._drill = drill
        self._room = room(drill.camera, drill.mat, drill.decor)
        self._materials = MATERIALS | dict(drill.person.colours)
        self._cue = drill.cue
        self._path = None if drill.cue is None else self._cue_path(drill.cue)

    def picture(self, effort: float) -> Picture:
        """The picture at one point of the drill's range."""
        drill = self._drill
        joints = drill.skeleton(effort)
        capsules = [*drill.props, *body(joints, drill.working, drill.person)]
        picture = over(self._room, shadow(drill.camera, capsules), (40, 62, 66), 0.34)
        colours, covered = solid(drill.camera, capsules, self._materials)
        picture = picture * (1 - covered[:, :, None]) + colours
        if self._cue is None or self._path is None:
            return picture
        picture = over(picture, self._path, ACCENT, 0.62)
        for joint in self._ringed():
            picture = self._ring(picture, joints[joint])
        return self._marker(picture, self._cue.point(joints))

    def _ringed(self) -> tuple[str, ...]:
        drill = self._drill
        if drill.ring == "both_hips":
            return "left_hip", "right_hip"
        if drill.ring == "hip":
            return ("right_hip" if drill.working == "right" else "left_hip",)
        return (drill.ring,)

    def _ring(self, picture: Picture, joint: Vector) -> Picture:
        centre = self._pixel(joint)
        radius = 0.042 * self._drill.camera.pixels_per_metre
        ring = np.clip(disc(centre, radius) - disc(centre, radius - 3), 0, 1)
        return over(over(picture, ring, PAPER, 0.9), disc(centre, 3), PAPER, 0.9)

    def _marker(self, picture: Picture, point: Vector) -> Picture:
        centre = self._pixel(point)
        return over(over(picture, disc(centre, 8.5), PAPER), disc(centre, 6), ACCENT)

    def _pixel(self, point: Vector) -> NDArray[np.float64]:
        return np.asarray(self._drill.camera.seen([point])[0])

    def _cue_path(self, cue: Cue) -> Mask:
        """The whole way of the moving part, with an arrow head where it goes to."""
        efforts = np.linspace(cue.start, cue.end, 49)
        points = self._drill.camera.seen([cue.point(self._drill.skeleton(e)) for e in efforts])
        path = np.maximum(stroke(points, _PATH_WIDTH), _arrow_head(points))
        if cue.both_ways:
            path = np.maximum(path, _arrow_head(points[::-1]))
        return path


def drill_pictures(drill: Drill, frame_rate: int) -> list[Picture]:
    """All pictures of a drill; postures that are equal to a thousandth are drawn once."""
    film = Film(drill)
    efforts = [
        round(drill.effort(index / frame_rate), 3)
        for index in range(round(drill.seconds * frame_rate))
    ]
    drawn = {effort: film.picture(effort) for effort in dict.fromkeys(efforts)}
    return [drawn[effort] for effort in efforts]


def _arrow_head(points: NDArray[np.float64]) -> Mask:
    """A chevron at the last of some points."""
    tip = points[-1, :2]
    length = float(np.linalg.norm(np.diff(points[:, :2], axis=0), axis=1).sum())
    size = min(_ARROW, length * 0.35)
    back = points[-5, :2] - tip
    back = back / np.linalg.norm(back)
    aside = np.array([-back[1], back[0]])
    barbs = [tip + (back + aside * side * 0.8) * size for side in (1, -1)]
    return stroke(np.stack([barbs[0], tip, barbs[1]]), _PATH_WIDTH)
