"""The figure: bones of fixed length, posed by joint angles or by hands and feet held in place."""

from dataclasses import dataclass, field

import numpy as np

from .person import USUAL, Person
from .vectors import (
    FORWARD,
    LEFT,
    UP,
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    across,
    bent,
    mix,
    unit,
)

TRUNK_COLUMNS = 9
"""The trunk is this many rows of capsules side by side, so that it looks broad and even."""
THIGH, SHANK = USUAL.thigh, USUAL.shank
HIP_HALF_WIDTH, ANKLE_HEIGHT = USUAL.hip_half_width, USUAL.ankle_height
STANDING_HIP_HEIGHT = USUAL.standing_hip_height

SIDES = {"left": 1.0, "right": -1.0}


@dataclass(frozen=True)
class LegAngles:
    """A leg moved freely, in degrees; rotation is positive inward, ankle positive pointing."""

    flexion: float = 0
    abduction: float = 0
    rotation: float = 0
    knee: float = 0
    ankle: float = 0


@dataclass(frozen=True)
class Planted:
    """A leg whose ankle is held at a place while the hip moves; the knee bends towards `pole`."""

    ankle: Vector
    pole: Vector = field(default_factory=lambda: FORWARD)
    toe: Vector = field(default_factory=lambda: FORWARD)
    sole: Vector | None = None


@dataclass(frozen=True)
class ArmAngles:
    """An arm moved freely, in degrees from hanging at the side."""

    flexion: float = 0
    abduction: float = 0
    elbow: float = 10


@dataclass(frozen=True)
class Reach:
    """An arm whose wrist is held at a place; the elbow bends towards `pole`."""

    wrist: Vector
    pole: Vector


@dataclass(frozen=True)
class Pose:
    """A whole posture.

    `facing` turns the body; its columns are where the pelvis's front, left and top point.
    `pelvis` places the middle between the hip joints, unless `chest` is given: then the body is
    shifted so that the base of the neck lies there.
    """

    left_leg: LegAngles | Planted
    right_leg: LegAngles | Planted
    left_arm: ArmAngles | Reach
    right_arm: ArmAngles | Reach
    pelvis: Vector
    facing: Matrix = field(default_factory=lambda: np.eye(3))
    chest: Vector | None = None
    spine_flexion: float = 0
    spine_side_bend: float = 0
    neck_flexion: float = 0
    neck_side_bend: float = 0


class Skeleton(dict[str, Vector]):
    """Every joint of a posed figure by name, such as `left_knee`."""

    def along(self, start: str, end: str, share: float) -> Vector:
        """The point `share` of the way from one joint to another."""
        return mix(self[start], self[end], share)


def posed(pose: Pose, person: Person = USUAL) -> Skeleton:
    """Finds every joint of a person in a posture."""
    joints = Skeleton()
    chest = _add_trunk(joints, pose, person)
    for side, sign in SIDES.items():
        _add_leg(joints, side, sign, pose, person)
        _add_arm(joints, side, sign, chest, pose, person)
    return joints


def _add_trunk(joints: Skeleton, pose: Pose, person: Person) -> Matrix:
    """Adds pelvis, spine, shoulders and head; returns the chest's directions."""
    per_joint = len(person.spine_segments)
    bend = about_y(pose.spine_flexion / per_joint) @ about_x(pose.spine_side_bend / per_joint)
    frames, points = [pose.facing], [pose.pelvis]
    for length in person.spine_segments:
        points.append(points[-1] + frames[-1] @ UP * length)
        frames.append(frames[-1] @ bend)
    shift = np.zeros(3) if pose.chest is None else pose.chest - points[-1]
    # Shoulder breadth differs from hip breadth, and the ribs are deeper than the waist.
    for index, (point, frame, half) in enumerate(
        zip(points, frames, person.trunk_half_widths, strict=True)
    ):
        joints[f"spine{index}"] = point + shift
        for column in range(TRUNK_COLUMNS):
            aside = half * (2 * column / (TRUNK_COLUMNS - 1) - 1)
            joints[f"trunk{index}_{column}"] = point + shift + frame @ LEFT * aside
    chest = frames[-1]
    top = points[-1] + shift
    for side, sign in SIDES.items():
        hip = pose.facing @ LEFT * person.hip_half_width * sign
        joints[f"{side}_hip"] = points[0] + shift + hip
        shoulder = LEFT * person.shoulder_half_width * sign - UP * 0.02
        joints[f"{side}_shoulder"] = top + chest @ shoulder
    head = chest @ about_y(pose.neck_flexion) @ about_x(pose.neck_side_bend)
    joints["neck"] = top + head @ UP * 0.09
    joints["skull"] = joints["neck"] + head @ (UP * 0.11 + FORWARD * 0.01)
    joints["chin"] = joints["neck"] + head @ (UP * 0.045 + FORWARD * 0.045)
    joints["nose"] = joints["skull"] + head @ (FORWARD * 0.095 - UP * 0.025)
    joints["crown"] = joints["skull"] + head @ (UP * 0.022 - FORWARD * 0.018)
    joints["bun"] = joints["skull"] + head @ (UP * 0.075 - FORWARD * 0.095)
    for side, sign in SIDES.items():
        eye = FORWARD * 0.079 + LEFT * 0.036 * sign - UP * 0.004
        joints[f"{side}_eye"] = joints["skull"] + head @ eye
    return chest


def _add_leg(joints: Skeleton, side: str, sign: float, pose: Pose, person: Person) -> None:
    leg = pose.left_leg if side == "left" else pose.right_leg
    hip = joints[f"{side}_hip"]
    if isinstance(leg, Planted):
        knee = bent(hip, leg.ankle, person.thigh, person.shank, leg.pole)
        ankle, toe = leg.ankle, unit(leg.toe)
        sole = unit(across(ankle - knee, toe)) if leg.sole is None else leg.sole
    else:
        thigh = (
            pose.facing
            @ about_y(-leg.flexion)
            @ about_x(sign * leg.abduction)
            @ about_z(-sign * leg.rotation)
        )
        shank = thigh @ about_y(leg.knee)
        foot = shank @ about_y(leg.ankle)
        knee = hip - thigh @ UP * person.thigh
        ankle = knee - shank @ UP * person.shank
        toe, sole = foot @ FORWARD, -(foot @ UP)
    joints[f"{side}_knee"], joints[f"{side}_ankle"] = knee, ankle
    joints[f"{side}_heel"] = ankle + sole * 0.045 - toe * 0.04
    joints[f"{side}_toe"] = ankle + sole * 0.055 + toe * 0.14


def _add_arm(
    joints: Skeleton, side: str, sign: float, chest: Matrix, pose: Pose, person: Person
) -> None:
    arm = pose.left_arm if side == "left" else pose.right_arm
    shoulder = joints[f"{side}_shoulder"]
    if isinstance(arm, Reach):
        elbow = bent(shoulder, arm.wrist, person.upper_arm, person.forearm, arm.pole)
        wrist = elbow + unit(arm.wrist - elbow) * person.forearm
    else:
        upper = chest @ about_x(sign * arm.abduction) @ about_y(-arm.flexion)
        lower = upper @ about_y(-arm.elbow)
        elbow = shoulder - upper @ UP * person.upper_arm
        wrist = elbow - lower @ UP * person.forearm
    joints[f"{side}_elbow"], joints[f"{side}_wrist"] = elbow, wrist
    joints[f"{side}_hand"] = wrist + unit(wrist - elbow) * 0.07
