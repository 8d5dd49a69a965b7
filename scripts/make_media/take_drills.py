"""Twelve drills of which each moves in its own way, for any person, filmed plainly.

Where one leg works it is the left one; a mirror makes it the right one.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .drawing import Mat
from .drill import hands_on_hips
from .figure import ArmAngles, LegAngles, Planted, Pose, Reach
from .person import Person
from .plain_drills import ON_RIGHT_SIDE, Motion, bridge, clamshell, sit_up, squat
from .vectors import FORWARD, UP, Vector, about_y, vec

MotionOf = Callable[[Person], Motion]
"""A drill, done by somebody."""


def _standing_foot(person: Person, side: float) -> Vector:
    return vec(0, person.hip_half_width * side, person.ankle_height)


def standing_abduction(person: Person) -> Motion:
    """Hands on the hips: the left leg rises to the side."""

    def motion(effort: float) -> Pose:
        pelvis = vec(0, -0.055 * effort, person.standing_hip_height - 0.004)
        left_arm, right_arm = hands_on_hips(pelvis, np.eye(3))
        return Pose(
            left_leg=LegAngles(abduction=1 + 40 * effort, ankle=4 * effort),
            right_leg=Planted(_standing_foot(person, -1)),
            left_arm=left_arm,
            right_arm=right_arm,
            pelvis=pelvis,
            spine_side_bend=5 * effort,
        )

    return motion


def leg_swing(person: Person) -> Motion:
    """Hands on the hips: the left leg swings forward (1) and back (-1)."""

    def motion(effort: float) -> Pose:
        pelvis = vec(0, 0, person.standing_hip_height - 0.004)
        facing = about_y(-4 * effort)
        left_arm, right_arm = hands_on_hips(pelvis, facing)
        return Pose(
            left_leg=LegAngles(
                flexion=(60 if effort > 0 else 34) * effort,
                abduction=3,
                knee=3 + 8 * effort**2 + 12 * max(-effort, 0),
            ),
            right_leg=Planted(_standing_foot(person, -1)),
            left_arm=left_arm,
            right_arm=right_arm,
            pelvis=pelvis,
            facing=facing,
            spine_flexion=5 * effort,
        )

    return motion


def march(person: Person) -> Motion:
    """On the spot: the left knee rises (1), then the right one (-1)."""

    def leg(share: float) -> LegAngles:
        return LegAngles(flexion=86 * share, knee=3 + 88 * share, ankle=8 * share)

    def motion(effort: float) -> Pose:
        return Pose(
            left_leg=leg(max(effort, 0)),
            right_leg=leg(max(-effort, 0)),
            left_arm=ArmAngles(flexion=-26 * effort, abduction=7, elbow=50),
            right_arm=ArmAngles(flexion=26 * effort, abduction=7, elbow=50),
            pelvis=vec(0, 0, person.standing_hip_height - 0.004),
            facing=about_y(2),
        )

    return motion


def split_squat(person: Person) -> Motion:
    """One foot in front of the other: the back knee goes down almost to the floor."""
    length = person.thigh + person.shank

    def motion(effort: float) -> Pose:
        height = person.ankle_height + length * (0.87 - 0.33 * effort)
        pelvis = vec(-0.02 + 0.03 * effort, 0, height)
        facing = about_y(3 + 2 * effort)
        left_arm, right_arm = hands_on_hips(pelvis, facing)
        half = person.hip_half_width
        return Pose(
            left_leg=Planted(vec(0.42 * length / 0.85, half, person.ankle_height), FORWARD),
            right_leg=Planted(
                vec(-0.58 * length / 0.85, -half, person.ankle_height + 0.07),
                vec(1, 0, -0.3),
                vec(0.75, 0, -0.65),
            ),
            left_arm=left_arm,
            right_arm=right_arm,
            pelvis=pelvis,
            facing=facing,
        )

    return motion


# On hands and knees

_PITCH = 80.0
"""The shoulders are a little higher than the hips."""


def _kneeling_leg(person: Person, side: float) -> Planted:
    ankle = vec(-person.shank, person.hip_half_width * side, 0.055)
    return Planted(ankle, pole=vec(1, 0, -1), toe=-FORWARD, sole=UP)


def _on_all_fours(person: Person, left_leg: LegAngles, shift: float = 0) -> Pose:
    """The left leg is free, and the body leans over the other one a little."""
    reach = sum(person.spine_segments) * math.sin(math.radians(_PITCH))

    def hand(side: float) -> Reach:
        return Reach(vec(reach, 0.175 * side, 0.055), vec(-1, 0.4 * side, 0))

    return Pose(
        left_leg=left_leg,
        right_leg=_kneeling_leg(person, -1),
        left_arm=hand(1),
        right_arm=hand(-1),
        pelvis=vec(0, -shift, 0.075 + person.thigh),
        facing=about_y(_PITCH),
        neck_flexion=-8,
    )


def fire_hydrant(person: Person) -> Motion:
    """The bent left leg rises to the side and a little back, as most people's does."""

    def motion(effort: float) -> Pose:
        leg = LegAngles(
            flexion=_PITCH - 20 * effort, abduction=62 * effort, knee=87, ankle=70 - 30 * effort
        )
        return _on_all_fours(person, leg, shift=0.04 * effort)

    return motion


def donkey_kick(person: Person) -> Motion:
    """The bent left leg rises behind until the thigh is level."""

    def motion(effort: float) -> Pose:
        leg = LegAngles(flexion=_PITCH - 86 * effort, knee=87, ankle=75 - 60 * effort)
        return _on_all_fours(person, leg)

    return motion


def rock_back(person: Person) -> Motion:
    """The hips go back and down towards the heels, the hands stay."""
    reach = sum(person.spine_segments) + 0.10

    def motion(effort: float) -> Pose:
        back = math.radians(62 * effort)

        def arm(side: float) -> Reach:
            return Reach(vec(reach, 0.175 * side, 0.055), vec(-0.4, 0.6 * side, 0.5))

        return Pose(
            left_leg=_kneeling_leg(person, 1),
            right_leg=_kneeling_leg(person, -1),
            left_arm=arm(1),
            right_arm=arm(-1),
            pelvis=vec(-math.sin(back) * person.thigh, 0, 0.075 + math.cos(back) * person.thigh),
            facing=about_y(_PITCH + 12 * effort),
            neck_flexion=-8,
        )

    return motion


# Lying


def side_lying_leg_raise(person: Person) -> Motion:
    """On the right side, legs straight: the left leg rises."""
    pelvis = vec(0, 0, person.hip_half_width + 0.115 * person.girth)

    def motion(effort: float) -> Pose:
        return Pose(
            left_leg=LegAngles(flexion=2, abduction=2 + 42 * effort, knee=3, ankle=8),
            right_leg=LegAngles(flexion=12, abduction=3, knee=14, ankle=14),
            left_arm=Reach(vec(0.30, -0.22, 0.05), vec(0.2, -0.4, 1)),
            right_arm=Reach(vec(0.10, -0.72, 0.06), vec(1, -0.2, 0)),
            pelvis=pelvis,
            facing=ON_RIGHT_SIDE,
            spine_side_bend=-4,
            neck_side_bend=6,
        )

    return motion


# As they are filmed

_UPRIGHT = ((360, 640), (320, 568), (270, 480), (360, 480))
_LYING = ((568, 320), (640, 360), (480, 360), (360, 640))


@dataclass(frozen=True)
class View:
    """Where a drill is filmed from, and what the person lies or kneels on."""

    azimuth: float
    elevation: float
    mat: Mat | None = None

    @property
    def sizes(self) -> Sequence[tuple[int, int]]:
        """The sizes of picture that somebody would film it in: across, if it is on a mat."""
        return _UPRIGHT if self.mat is None else _LYING


@dataclass(frozen=True)
class Subject:
    """One drill, as it is filmed in all its takes."""

    exercise: str
    motion: MotionOf
    side: str
    """`left` where the left leg works, else `both`."""
    seconds: float
    """How long it takes to come back to the start, at pace 1."""
    view: View
    both_ways: bool = False
    """Whether it goes to both ends of the range in that time."""
    turns: int = 1
    """How many repetitions that is: two where each leg has its turn."""


_MAT = Mat(-0.92, 0.92, -0.40, 0.40)
_SIDE_MAT = Mat(-0.50, 0.60, -0.92, 1.00)

# The surest ones come first: a small set has them.
SUBJECTS = [
    Subject("bodyweight-squat", squat, "both", 1.7, View(52, 7)),
    Subject("glute-bridge", bridge, "both", 1.6, View(80, 12, _MAT)),
    Subject("clamshell", clamshell, "left", 1.5, View(4, 22, _SIDE_MAT)),
    Subject("donkey-kick", donkey_kick, "left", 1.6, View(76, 11, _MAT)),
    Subject("leg-swings-front-back", leg_swing, "left", 1.8, View(74, 7), both_ways=True),
    Subject("sit-up", sit_up, "both", 1.9, View(80, 11, _MAT)),
    Subject(
        "side-lying-hip-abduction",
        side_lying_leg_raise,
        "left",
        1.6,
        View(4, 16, _SIDE_MAT),
    ),
    Subject("standing-march", march, "both", 1.6, View(40, 7), both_ways=True, turns=2),
    Subject("split-squat", split_squat, "left", 1.7, View(50, 7)),
    Subject("standing-hip-abduction", standing_abduction, "left", 1.9, View(36, 6)),
    Subject("quadruped-rock-back", rock_back, "both", 1.8, View(66, 12, _MAT)),
    Subject("fire-hydrant", fire_hydrant, "left", 1.6, View(36, 13, _MAT)),
]
