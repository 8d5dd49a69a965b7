"""Drills standing, half kneeling and on a chair."""

import math
from collections.abc import Sequence

import numpy as np

from .drawing import Camera, Capsule, Mat
from .drill import Cue, Drill, between, eased, hands_on_hips
from .figure import (
    ANKLE_HEIGHT,
    HIP_HALF_WIDTH,
    SHANK,
    STANDING_HIP_HEIGHT,
    THIGH,
    ArmAngles,
    LegAngles,
    Planted,
    Pose,
    Reach,
)
from .vectors import (
    FORWARD,
    LEFT,
    UP,
    Vector,
    about_y,
    bent,
    mix,
    vec,
)


def standing_foot(side: float) -> Vector:
    return vec(0, HIP_HALF_WIDTH * side, ANKLE_HEIGHT)


# Standing


def _leg_swing(effort: float) -> Pose:
    pelvis = vec(0, 0, STANDING_HIP_HEIGHT - 0.004)
    facing = about_y(-4 * effort)
    left_arm, right_arm = hands_on_hips(pelvis, facing)
    flexion = 56 * effort if effort > 0 else 28 * effort
    return Pose(
        left_leg=LegAngles(
            flexion=flexion, abduction=3, knee=3 + 8 * effort**2 + 12 * max(-effort, 0)
        ),
        right_leg=Planted(standing_foot(-1)),
        left_arm=left_arm,
        right_arm=right_arm,
        pelvis=pelvis,
        facing=facing,
        spine_flexion=5 * effort,
    )


LEG_SWINGS = Drill(
    pose=_leg_swing,
    timeline=[
        (0, 0),
        (1.0, 0),
        (1.8, 1),
        (2.8, -1),
        (3.8, 1),
        (4.8, -1),
        (5.8, 1),
        (6.6, 0),
        (7, 0),
    ],
    camera=Camera(azimuth=72, elevation=7, centre=vec(0.05, 0, 0.86), pixels_per_metre=240),
    working="left",
    cue=Cue(lambda s: s.along("left_knee", "left_ankle", 0.5), -1, 1, both_ways=True),
)


def _standing_abduction(effort: float) -> Pose:
    pelvis = vec(0, -0.055 * effort, STANDING_HIP_HEIGHT - 0.004)
    facing = np.eye(3)
    left_arm, right_arm = hands_on_hips(pelvis, facing)
    return Pose(
        left_leg=LegAngles(abduction=1 + 38 * effort, ankle=4 * effort),
        right_leg=Planted(standing_foot(-1)),
        left_arm=left_arm,
        right_arm=right_arm,
        pelvis=pelvis,
        spine_side_bend=5 * effort,
    )


STANDING_ABDUCTION = Drill(
    pose=_standing_abduction,
    timeline=[
        (0, 0),
        (0.9, 0),
        (2.3, 1),
        (3.0, 1),
        (4.4, 0),
        (4.8, 0),
        (6.2, 1),
        (6.9, 1),
        (8.3, 0),
        (8.6, 0),
    ],
    camera=Camera(azimuth=0, elevation=6, centre=vec(0, 0.10, 0.85), pixels_per_metre=285),
    working="left",
    cue=Cue(lambda s: s.along("left_hip", "left_ankle", 0.8), 0.12, 1),
)

# Flexion, abduction, rotation, knee and ankle through one circle.
_CIRCLE: list[tuple[float, Sequence[float]]] = [
    (0.00, (0, 2, 0, 5, 0)),
    (0.20, (92, 4, 0, 100, 10)),
    (0.40, (80, 52, -10, 100, 10)),
    (0.60, (28, 52, 26, 98, 10)),
    (0.80, (-16, 14, 8, 82, 14)),
    (1.00, (0, 2, 0, 5, 0)),
]


def _standing_circle(effort: float) -> Pose:
    flexion, abduction, rotation, knee, ankle = between(_CIRCLE, effort)
    shift = 0.035 * math.sin(math.pi * effort)
    pelvis = vec(0, -shift, STANDING_HIP_HEIGHT - 0.004)
    left_arm, _ = hands_on_hips(pelvis, np.eye(3))
    return Pose(
        left_leg=LegAngles(flexion, abduction, rotation, knee, ankle),
        right_leg=Planted(standing_foot(-1)),
        left_arm=left_arm,
        right_arm=Reach(vec(0.24, -0.50, 1.06), vec(-1, -0.6, -0.4)),
        pelvis=pelvis,
        spine_side_bend=3 * math.sin(math.pi * effort),
    )


STANDING_CIRCLES = Drill(
    pose=_standing_circle,
    timeline=[(0, 0), (0.8, 0), (8.2, 1), (8.6, 1)],
    camera=Camera(azimuth=28, elevation=9, centre=vec(0, -0.01, 0.85), pixels_per_metre=246),
    working="left",
    cue=Cue(lambda s: s["left_knee"], 0.02, 0.93),
    props=[
        Capsule(vec(0.25, -0.54, 0.03), vec(0.25, -0.54, 1.12), 0.022, 0.022, "wood"),
        Capsule(vec(0.12, -0.54, 0.02), vec(0.38, -0.54, 0.02), 0.02, 0.02, "wood"),
        Capsule(vec(0.25, -0.67, 0.02), vec(0.25, -0.41, 0.02), 0.02, 0.02, "wood"),
    ],
)


# Half kneeling


def _half_kneeling(effort: float) -> Pose:
    forward = math.radians(-3 + 23 * effort)
    knee = vec(0, HIP_HALF_WIDTH, 0.075)
    hip = knee + vec(math.sin(forward), 0, math.cos(forward)) * THIGH
    pelvis = hip - LEFT * HIP_HALF_WIDTH
    facing = about_y(4 - 8 * effort)
    _, right_arm = hands_on_hips(pelvis, facing)
    return Pose(
        left_leg=Planted(
            knee - FORWARD * SHANK - UP * 0.02, pole=vec(1, 0, -1), toe=-FORWARD, sole=UP
        ),
        right_leg=Planted(vec(0.47, -HIP_HALF_WIDTH, ANKLE_HEIGHT), pole=vec(1, 0, 1)),
        left_arm=ArmAngles(flexion=4 + 166 * effort, abduction=4, elbow=12),
        right_arm=right_arm,
        pelvis=pelvis,
        facing=facing,
        spine_flexion=-6 * effort,
        neck_flexion=-4 * effort,
    )


def half_kneeling(mirrored: bool) -> Drill:
    """The left side down, or its mirror image with the right side down."""
    return Drill(
        pose=_half_kneeling,
        timeline=[(0, 0), (1.0, 0), (3.2, 1), (6.2, 1), (7.8, 0), (8, 0)],
        camera=Camera(
            azimuth=78,
            elevation=9,
            centre=vec(0.04, 0, 0.66),
            pixels_per_metre=248,
            mirrored=mirrored,
        ),
        working="left",
        cue=Cue(lambda s: s["left_hip"] + LEFT * 0.1 + FORWARD * 0.15, 0, 1.3),
        mat=Mat(-0.62, 0.72, -0.36, 0.36),
        props=[
            Capsule(
                vec(-0.09, HIP_HALF_WIDTH, 0.012),
                vec(0.09, HIP_HALF_WIDTH, 0.012),
                0.03,
                0.03,
                "cushion",
            )
        ],
    )


# On a chair

_SEAT = 0.455


def _figure_four(effort: float) -> Pose:
    lift, lean = eased(min(effort, 1.0)), max(effort - 1, 0.0)
    pelvis = vec(0, 0, _SEAT + 0.095)
    facing = about_y(20 * lean)
    resting_foot, crossed = vec(0.43, 0.11, ANKLE_HEIGHT), vec(0.33, -0.175, _SEAT + 0.195)
    ankle = mix(resting_foot, crossed, lift) + vec(0.16, 0.10, 0.16) * math.sin(math.pi * lift)
    pole = mix(vec(0.6, 0.05, 1), vec(0.35, 1, 0.0), lift)
    toe = mix(FORWARD, vec(0.62, -0.55, -0.12), lift)
    left_hip = pelvis + LEFT * HIP_HALF_WIDTH
    left_knee = bent(left_hip, ankle, THIGH, SHANK, pole)
    start_left, start_right = vec(0.24, 0.13, _SEAT + 0.19), vec(0.24, -0.13, _SEAT + 0.19)
    end_left = left_knee + vec(-0.05, -0.06, 0.085)
    end_right = crossed + vec(-0.03, -0.02, 0.075)
    return Pose(
        left_leg=Planted(ankle, pole, toe),
        right_leg=Planted(vec(0.43, -0.10, ANKLE_HEIGHT), vec(1, 0, 1)),
        left_arm=Reach(mix(start_left, end_left, lift), vec(-0.6, 1, -0.5)),
        right_arm=Reach(mix(start_right, end_right, lift), vec(-0.6, -1, -0.5)),
        pelvis=pelvis,
        facing=facing,
        spine_flexion=6 + 12 * lean,
        neck_flexion=4 + 6 * lean,
    )


def _chair() -> list[Capsule]:
    slats = [
        Capsule(vec(x, -0.21, _SEAT - 0.03), vec(x, 0.21, _SEAT - 0.03), 0.024, 0.024, "wood")
        for x in np.linspace(-0.22, 0.18, 11)
    ]
    legs = [
        Capsule(vec(x, y, 0.02), vec(x, y, _SEAT - 0.03), 0.02, 0.022, "wood")
        for x in (-0.21, 0.17)
        for y in (-0.2, 0.2)
    ]
    posts = [
        Capsule(vec(-0.22, y, _SEAT - 0.03), vec(-0.28, y, 0.92), 0.02, 0.02, "wood")
        for y in (-0.2, 0.2)
    ]
    rails = [
        Capsule(vec(x, -0.2, z), vec(x, 0.2, z), 0.03, 0.03, "wood")
        for x, z in ((-0.278, 0.90), (-0.262, 0.76))
    ]
    return slats + legs + posts + rails


FIGURE_FOUR = Drill(
    pose=_figure_four,
    timeline=[(0, 0), (0.9, 0), (2.6, 1), (3.2, 1), (4.6, 2), (7.4, 2), (8.6, 1.2), (9, 1.2)],
    camera=Camera(azimuth=-20, elevation=10, centre=vec(0.1, 0.0, 0.64), pixels_per_metre=330),
    working="left",
    cue=Cue(lambda s: s["left_knee"], 0.1, 1),
    props=_chair(),
)
