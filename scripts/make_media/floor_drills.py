"""Drills sitting on the floor, lying, and on hands and knees."""

import math

import numpy as np

from .drawing import Camera, Mat
from .drill import Cue, Drill
from .figure import (
    ANKLE_HEIGHT,
    HIP_HALF_WIDTH,
    SHANK,
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
    Matrix,
    about_y,
    about_z,
    mix,
    vec,
)


def _ninety_ninety(effort: float) -> Pose:
    size, sign = abs(effort), math.copysign(1.0, effort)
    facing = about_z(16 * effort) @ about_y(-16 + 8 * size)
    pelvis = vec(0, 0, 0.105)

    def leg(side: float) -> Planted:
        feet_wide = vec(0.46, 0.33 * side, 0.075)
        leads = side == sign
        end = vec(0.50, 0.10 * side, 0.06) if leads else vec(0.22, 0.56 * side, 0.06)
        ankle = mix(feet_wide, end, size)
        turn = math.radians(86 * effort)
        pole = vec(
            0.35 * (1 - size) + (0.12 if leads else 0.75) * size, math.sin(turn), math.cos(turn)
        )
        toe = mix(
            vec(1, 0.3 * side, 0),
            vec(0.75, -0.6 * side, 0.1) if leads else vec(0.1, side, 0.05),
            size,
        )
        return Planted(ankle, pole, toe)

    return Pose(
        left_leg=leg(1),
        right_leg=leg(-1),
        left_arm=Reach(vec(-0.30, 0.27, 0.05), vec(-1, 0.4, 0)),
        right_arm=Reach(vec(-0.30, -0.27, 0.05), vec(-1, -0.4, 0)),
        pelvis=pelvis,
        facing=facing,
        spine_flexion=6,
        neck_flexion=4,
    )


NINETY_NINETY = Drill(
    pose=_ninety_ninety,
    timeline=[
        (0, 0),
        (0.8, 0),
        (2.0, 1),
        (3.0, 1),
        (5.0, -1),
        (6.0, -1),
        (8.0, 1),
        (8.8, 1),
        (9.6, 0),
    ],
    camera=Camera(azimuth=6, elevation=20, centre=vec(0.1, 0, 0.36), pixels_per_metre=224),
    working="both",
    cue=Cue(lambda s: s["left_knee"] + UP * 0.02, -1, 1, both_ways=True),
    mat=Mat(-0.42, 0.74, -0.72, 0.72),
    ring="both_hips",
)


def _bridge(effort: float) -> Pose:
    lift = 27 * effort
    ankle_x = 0.43
    return Pose(
        left_leg=Planted(vec(ankle_x, 0.10, ANKLE_HEIGHT + 0.015), vec(0.3, 0, 1)),
        right_leg=Planted(vec(ankle_x, -0.10, ANKLE_HEIGHT + 0.015), vec(0.3, 0, 1)),
        left_arm=Reach(vec(0.02, 0.27, 0.05), vec(0, 1, 0.3)),
        right_arm=Reach(vec(0.02, -0.27, 0.05), vec(0, -1, 0.3)),
        pelvis=vec(0, 0, 0),
        facing=about_y(-90 - lift),
        chest=vec(-0.48, 0, 0.115),
        neck_flexion=lift + 2,
    )


BRIDGE = Drill(
    pose=_bridge,
    timeline=[
        (0, 0),
        (0.8, 0),
        (2.0, 1),
        (2.9, 1),
        (4.1, 0),
        (4.4, 0),
        (5.6, 1),
        (6.5, 1),
        (7.7, 0),
        (8, 0),
    ],
    camera=Camera(azimuth=78, elevation=11, centre=vec(-0.06, 0, 0.30), pixels_per_metre=226),
    working="both",
    cue=Cue(lambda s: s["left_hip"] + LEFT * 0.1 + UP * 0.15, 0, 1.2),
    mat=Mat(-0.80, 0.62, -0.36, 0.36),
)

_ALL_FOURS_HIP = 0.075 + THIGH
# The shoulders are a little higher than the hips.
_ALL_FOURS_PITCH = 80.0
_KNEELING = vec(-SHANK, 0, 0.055)


def _kneeling_leg(side: float) -> Planted:
    ankle = _KNEELING + LEFT * HIP_HALF_WIDTH * side
    return Planted(ankle, pole=vec(1, 0, -1), toe=-FORWARD, sole=UP)


def _planted_hand(side: float) -> Reach:
    return Reach(vec(0.475, 0.175 * side, 0.055), vec(-1, 0.4 * side, 0))


def _cat_cow(effort: float) -> Pose:
    flexion = 74 * effort
    # The pelvis rolls the other way, so that shoulders and hips stay where they are.
    return Pose(
        left_leg=_kneeling_leg(1),
        right_leg=_kneeling_leg(-1),
        left_arm=_planted_hand(1),
        right_arm=_planted_hand(-1),
        pelvis=vec(0, 0, _ALL_FOURS_HIP),
        facing=about_y(_ALL_FOURS_PITCH - 0.40 * flexion),
        spine_flexion=flexion,
        neck_flexion=-6 + 34 * effort,
    )


CAT_COW = Drill(
    pose=_cat_cow,
    timeline=[
        (0, 0),
        (0.7, 0),
        (2.1, 1),
        (2.7, 1),
        (4.5, -1),
        (5.1, -1),
        (6.9, 1),
        (7.4, 1),
        (8, 0.6),
    ],
    camera=Camera(azimuth=80, elevation=9, centre=vec(0.09, 0, 0.40), pixels_per_metre=234),
    working="none",
    cue=Cue(lambda s: s["spine2"] + UP * 0.17, -1, 1, both_ways=True),
    mat=Mat(-0.66, 0.80, -0.36, 0.36),
    ring="spine2",
)


def _bird_dog(effort: float) -> Pose:
    # The kneeling leg, said in joint angles, so that it can leave the floor smoothly.
    start = (_ALL_FOURS_PITCH, 0.0, 0.0, 87.0, 75.0)
    end = (-7.0, 0.0, 0.0, 4.0, 25.0)
    flexion, abduction, rotation, knee, ankle = (
        a + (b - a) * effort for a, b in zip(start, end, strict=True)
    )
    return Pose(
        left_leg=LegAngles(flexion, abduction, rotation, knee, ankle),
        right_leg=_kneeling_leg(-1),
        left_arm=_planted_hand(1),
        right_arm=ArmAngles(flexion=86 + 84 * effort, abduction=2, elbow=10 - 6 * effort),
        pelvis=vec(0, 0, _ALL_FOURS_HIP),
        facing=about_y(_ALL_FOURS_PITCH),
        neck_flexion=-8,
    )


BIRD_DOG = Drill(
    pose=_bird_dog,
    timeline=[
        (0, 0),
        (0.8, 0),
        (2.2, 1),
        (4.2, 1),
        (5.6, 0),
        (6.0, 0),
        (7.4, 1),
        (8.8, 1),
        (10.2, 0),
        (10.4, 0),
    ],
    camera=Camera(azimuth=58, elevation=11, centre=vec(0.06, 0, 0.44), pixels_per_metre=182),
    working="left",
    cue=Cue(lambda s: s.along("left_knee", "left_ankle", 0.35), 0.1, 1),
    mat=Mat(-0.75, 0.80, -0.36, 0.36),
)

# Lying on the right side, facing x: columns are where front, left and top of the body point.
_ON_RIGHT_SIDE: Matrix = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], dtype=np.float64)
_SIDE_LYING_PELVIS = vec(0, 0, 0.20)


def _side_lying_arms() -> tuple[Reach, Reach]:
    top = Reach(vec(0.30, -0.22, 0.05), vec(0.2, -0.4, 1))
    under_head = Reach(vec(0.10, -0.70, 0.06), vec(1, -0.2, 0))
    return top, under_head


def _clamshell(effort: float) -> Pose:
    along = vec(math.sin(math.radians(50)), math.cos(math.radians(50)), 0)
    back = vec(-along[1], along[0], 0)
    right_hip = _SIDE_LYING_PELVIS - UP * HIP_HALF_WIDTH
    right_ankle = right_hip + along * THIGH + back * SHANK - UP * 0.055
    left_ankle = right_ankle + UP * 0.085
    turn = math.radians(4 + 54 * effort)
    knee_side = along * math.cos(turn) + UP * math.sin(turn)
    top, under_head = _side_lying_arms()
    return Pose(
        left_leg=Planted(left_ankle, knee_side, along),
        right_leg=Planted(right_ankle, along, along),
        left_arm=top,
        right_arm=under_head,
        pelvis=_SIDE_LYING_PELVIS,
        facing=_ON_RIGHT_SIDE,
        spine_side_bend=-4,
        neck_side_bend=6,
    )


CLAMSHELL = Drill(
    pose=_clamshell,
    timeline=[(0, 0), (0.8, 0), (2.0, 1), (2.8, 1), (4.2, 0), (4.6, 0), (5.8, 1), (6.6, 1), (8, 0)],
    camera=Camera(azimuth=4, elevation=16, centre=vec(0.1, -0.03, 0.24), pixels_per_metre=222),
    working="left",
    cue=Cue(lambda s: s["left_knee"] + FORWARD * 0.06, 0.05, 1),
    mat=Mat(-0.36, 0.62, -0.84, 0.74),
)


def _side_lying_adduction(effort: float) -> Pose:
    top, under_head = _side_lying_arms()
    return Pose(
        left_leg=Planted(vec(0.34, 0.33, ANKLE_HEIGHT + 0.01), vec(0.7, 0, 1), vec(0.8, 0.6, 0)),
        right_leg=LegAngles(flexion=-4, abduction=4 - 27 * effort, knee=2, ankle=-4),
        left_arm=top,
        right_arm=under_head,
        pelvis=_SIDE_LYING_PELVIS,
        facing=_ON_RIGHT_SIDE,
        spine_side_bend=-4,
        neck_side_bend=6,
    )


SIDE_LYING_ADDUCTION = Drill(
    pose=_side_lying_adduction,
    timeline=[
        (0, 0),
        (0.6, 0),
        (1.8, 1),
        (2.8, 1),
        (4.0, 0),
        (4.3, 0),
        (5.5, 1),
        (6.5, 1),
        (7.7, 0),
        (7.9, 0),
    ],
    camera=Camera(azimuth=-24, elevation=16, centre=vec(0.08, 0.03, 0.24), pixels_per_metre=205),
    working="right",
    cue=Cue(lambda s: s.along("right_knee", "right_ankle", 0.7), 0.05, 1.05),
    mat=Mat(-0.36, 0.62, -0.90, 0.98),
)
