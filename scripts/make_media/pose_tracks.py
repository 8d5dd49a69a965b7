"""Landmarks of a drawn drill, as a perfect model would find them: no picture, no error.

They are BlazePose's 33, in its order and axes: x to the right of the picture, y down, z away from
the camera; world coordinates are metres from the middle between the hips.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .drawing import HEIGHT, WIDTH
from .drill import Drill
from .figure import Skeleton
from .vectors import Vector, mix, unit

_RATE = 10
# Which joint each landmark is; those of the face and the hands are found from others.
_FACE = [f"{side}_{part}" for side in ("left", "right") for part in ("inner", "eye", "outer")]
_PAIRS = ["shoulder", "elbow", "wrist", "pinky", "index", "thumb", "hip", "knee", "ankle"]
NAMES = [
    "nose",
    *_FACE,
    *(f"{side}_{part}" for part in ("ear", "mouth") for side in ("left", "right")),
    *(f"{side}_{part}" for part in (*_PAIRS, "heel", "toe") for side in ("left", "right")),
]
_OTHER_SIDE = {"left": "right", "right": "left"}


def _swapped(name: str) -> str:
    side, _, part = name.partition("_")
    return f"{_OTHER_SIDE[side]}_{part}" if side in _OTHER_SIDE else name


_SWAPPED = [NAMES.index(_swapped(name)) for name in NAMES]


def track(drill: Drill, mirrored: bool) -> dict[str, Any]:
    """The landmarks of a drill, seen by a level camera from where the drill's camera stands."""
    camera = replace(drill.camera, elevation=0)
    picture: list[NDArray[np.int64]] = []
    world: list[NDArray[np.int64]] = []
    hips = [NAMES.index("left_hip"), NAMES.index("right_hip")]
    for index in range(round(drill.seconds * _RATE)):
        places = _landmarks(drill.skeleton(drill.effort(index / _RATE)))
        seen = camera.seen(places)
        # Nearness becomes distance, the row is already counted downwards.
        metres = seen * np.array([1, 1, -1]) / camera.pixels_per_metre
        metres = metres - metres[hips].mean(axis=0)
        if mirrored:
            seen, metres = seen[_SWAPPED], metres[_SWAPPED]
            seen[:, 0] = WIDTH - seen[:, 0]
            metres[:, 0] = -metres[:, 0]
        picture.append(np.rint(seen[:, :2] * 10).astype(np.int64))
        world.append(np.rint(metres * 1000).astype(np.int64))
    return {
        "framesPerSecond": _RATE,
        "width": WIDTH,
        "height": HEIGHT,
        "names": NAMES,
        "pictureTenths": np.stack(picture).tolist(),
        "worldMillimetres": np.stack(world).tolist(),
    }


def _landmarks(joints: Skeleton) -> list[Vector]:
    left_eye, right_eye = joints["left_eye"], joints["right_eye"]
    aside = unit(left_eye - right_eye)
    found: dict[str, Vector] = dict(joints)
    for side, sign in (("left", 1.0), ("right", -1.0)):
        eye, hand = joints[f"{side}_eye"], joints[f"{side}_hand"]
        found[f"{side}_inner"] = eye - aside * sign * 0.012
        found[f"{side}_outer"] = eye + aside * sign * 0.012
        found[f"{side}_ear"] = joints["skull"] + aside * sign * 0.088
        found[f"{side}_mouth"] = mix(joints["chin"], joints["nose"], 0.45) + aside * sign * 0.024
        for finger in ("pinky", "index", "thumb"):
            found[f"{side}_{finger}"] = hand
    return [found[name] for name in NAMES]
