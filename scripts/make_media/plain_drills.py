"""Drills filmed plainly: nobody drew on them, and the person keeps still before and after.

Each works for any person; what it returns is a posture by effort.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from .drawing import Camera, Mat
from .drill import Drill
from .figure import ArmAngles, LegAngles, Planted, Pose, Reach
from .person import BROAD, SLIGHT, TALL, Person
from .vectors import UP, Matrix, about_y, vec

Motion = Callable[[float], Pose]


def repeated(
    ends: Sequence[float], seconds: float, before: float, after: float, rest: float = 0.1
) -> list[tuple[float, float]]:
    """A timeline: one repetition for each end of the range, with stillness on both sides.

    `seconds` is how long each takes; `rest` is the share of it at the end and again at the start.
    """
    timeline = [(0.0, 0.0), (before, 0.0)]
    for index, end in enumerate(ends):
        start = before + index * seconds
        for share, effort in (
            (0.5 - rest / 2, end),
            (0.5 + rest / 2, end),
            (1 - rest / 2, 0.0),
        ):
            timeline.append((start + share * seconds, effort))
    total = before + len(ends) * seconds + after
    return [*timeline, (total, 0.0)]


def squat(person: Person, stance: float = 0.15) -> Motion:
    """Ankles, knees and hips bend together until the thighs lie level; the arms come forward."""

    def motion(effort: float) -> Pose:
        shank, thigh = math.radians(30 * effort), math.radians(3 + 88 * effort)
        trunk = 3 + 38 * effort
        pelvis = vec(
            math.sin(shank) * person.shank - math.sin(thigh) * person.thigh,
            0,
            person.ankle_height + math.cos(shank) * person.shank + math.cos(thigh) * person.thigh,
        )

        def leg(side: float) -> Planted:
            ankle = vec(0, stance * side, person.ankle_height)
            return Planted(ankle, vec(1, 0.25 * side, 0.1), vec(1, 0.22 * side, 0))

        def arm(side: float) -> ArmAngles:
            return ArmAngles(flexion=4 + 116 * effort, abduction=6 - 2 * effort, elbow=12)

        return Pose(
            left_leg=leg(1),
            right_leg=leg(-1),
            left_arm=arm(1),
            right_arm=arm(-1),
            pelvis=pelvis - UP * 0.012,
            facing=about_y(trunk),
            neck_flexion=-26 * effort,
        )

    return motion


# Lying on the right side, facing x: columns are where front, left and top of the body point.
ON_RIGHT_SIDE: Matrix = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], dtype=np.float64)


def clamshell(person: Person, hips: float = 35, knees: float = 100) -> Motion:
    """On the right side, hips and knees bent, feet together: the top knee opens and closes."""
    pelvis = vec(0, 0, person.hip_half_width + 0.115 * person.girth)

    def motion(effort: float) -> Pose:
        hip, shank = math.radians(hips), math.radians(hips - knees)
        along = vec(math.sin(hip), math.cos(hip), 0)
        down = vec(math.sin(shank), math.cos(shank), 0)
        bottom_hip = pelvis - UP * person.hip_half_width
        bottom_ankle = bottom_hip + along * person.thigh + down * person.shank - UP * 0.05
        top_ankle = bottom_ankle + UP * 0.085 * person.girth
        turn = math.radians(4 + 56 * effort)
        knee_side = along * math.cos(turn) + UP * math.sin(turn)
        return Pose(
            left_leg=Planted(top_ankle, knee_side, along),
            right_leg=Planted(bottom_ankle, along, along),
            left_arm=Reach(pelvis + vec(0.09, -0.10, 0.15), vec(0.6, 0.1, 1)),
            right_arm=Reach(vec(0.10, -0.72, 0.06), vec(1, -0.2, 0)),
            pelvis=pelvis,
            facing=ON_RIGHT_SIDE,
            spine_side_bend=-4,
            neck_side_bend=6,
        )

    return motion


def bridge(person: Person, lift: float = 30) -> Motion:
    """On the back, feet on the floor: the pelvis rises until trunk and thighs are a line."""
    trunk = sum(person.spine_segments)
    ankle_x = 0.36 * (person.thigh + person.shank) / 0.85

    def leg(side: float) -> Planted:
        ankle = vec(ankle_x, 0.11 * side, person.ankle_height + 0.01)
        return Planted(ankle, vec(0.3, 0.05 * side, 1))

    def motion(effort: float) -> Pose:
        return Pose(
            left_leg=leg(1),
            right_leg=leg(-1),
            left_arm=Reach(vec(0.06, 0.30, 0.05), vec(0, 1, 0.3)),
            right_arm=Reach(vec(0.06, -0.30, 0.05), vec(0, -1, 0.3)),
            pelvis=vec(0, 0, 0),
            facing=about_y(-90 - lift * effort),
            chest=vec(-trunk, 0, 0.115 * person.girth),
            neck_flexion=lift * effort + 2,
        )

    return motion


def sit_up(person: Person) -> Motion:
    """On the back with bent knees: the trunk rises over the pelvis, the hands reach forward."""
    ankle_x = 0.40 * (person.thigh + person.shank) / 0.85

    def leg(side: float) -> Planted:
        ankle = vec(ankle_x, 0.10 * side, person.ankle_height + 0.01)
        return Planted(ankle, vec(0.3, 0.05 * side, 1))

    def motion(effort: float) -> Pose:
        arm = ArmAngles(flexion=28 + 52 * effort, abduction=8, elbow=20)
        return Pose(
            left_leg=leg(1),
            right_leg=leg(-1),
            left_arm=arm,
            right_arm=arm,
            pelvis=vec(0, 0, 0.115 * person.girth),
            facing=about_y(-90 + 62 * effort),
            spine_flexion=36 * effort,
            neck_flexion=10,
        )

    return motion


def stride(person: Person, metres: float) -> Pose:
    """One moment of a walk along x, by how far the person has come; at 0 the feet are together."""
    step = 0.62
    turn = 2 * math.pi * metres / (2 * step)
    # The last step is shorter, so that a walk ends (or starts) with the feet together.
    reach = min(1.0, abs(metres) / step)

    def leg(phase: float) -> LegAngles:
        flexion = 24 * reach * math.sin(phase)
        # The knee bends while its foot is off the floor, on the way forward.
        knee = 4 + 46 * reach * max(math.cos(phase), 0.0)
        return LegAngles(flexion=flexion + 0.45 * (knee - 4), knee=knee)

    def drop(leg: LegAngles) -> float:
        flexion, shank = math.radians(leg.flexion), math.radians(leg.flexion - leg.knee)
        return person.thigh * math.cos(flexion) + person.shank * math.cos(shank)

    left, right = leg(turn), leg(turn + math.pi)
    swing = 22 * reach * math.sin(turn)
    return Pose(
        left_leg=left,
        right_leg=right,
        left_arm=ArmAngles(flexion=4 - swing, abduction=6, elbow=16),
        right_arm=ArmAngles(flexion=4 + swing, abduction=6, elbow=16),
        pelvis=vec(metres, 0, person.ankle_height + max(drop(left), drop(right)) - 0.012),
        facing=about_y(3),
    )


# The three reels whose names say nothing

SQUATS = Drill(
    pose=squat(TALL),
    timeline=repeated((1, 0.92, 1, 0.95, 1), seconds=1.9, before=2, after=1.6),
    camera=Camera(azimuth=52, elevation=7, centre=vec(0, 0, 0.90), pixels_per_metre=252),
    working="both",
    person=TALL,
)

CLAMSHELLS = Drill(
    pose=clamshell(SLIGHT),
    timeline=repeated((0.9, 1, 1, 0.94, 1, 0.9), seconds=1.7, before=0.8, after=0.8),
    # The pose lies on its right side; the mirror image lies on its left and opens the right knee.
    camera=Camera(
        azimuth=2,
        elevation=25,
        centre=vec(0.1, 0, 0.30),
        pixels_per_metre=212,
        mirrored=True,
    ),
    working="left",
    mat=Mat(-0.40, 0.66, -0.92, 0.80),
    person=SLIGHT,
)

BRIDGES = Drill(
    pose=bridge(BROAD),
    timeline=repeated((1, 0.95, 1, 1, 0.92), seconds=2.2, before=0.8, after=0.8),
    camera=Camera(azimuth=-84, elevation=12, centre=vec(-0.09, 0, 0.34), pixels_per_metre=222),
    working="both",
    mat=Mat(-0.84, 0.62, -0.36, 0.36),
    person=BROAD,
)
