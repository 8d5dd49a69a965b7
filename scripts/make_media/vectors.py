"""Three-dimensional vectors and rotations.

World axes, in metres: x is where a standing figure faces, y its left, z up; the floor is z = 0.
"""

import math

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


def vec(x: float, y: float, z: float) -> Vector:
    return np.array([x, y, z], dtype=np.float64)


FORWARD = vec(1, 0, 0)
LEFT = vec(0, 1, 0)
UP = vec(0, 0, 1)


def unit(v: Vector) -> Vector:
    return v / np.linalg.norm(v)


def across(v: Vector, axis: Vector) -> Vector:
    """The part of `v` at right angles to the unit vector `axis`."""
    return v - axis * float(v @ axis)


def mix(a: Vector, b: Vector, share: float) -> Vector:
    return a + (b - a) * share


def about_x(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def bent(root: Vector, target: Vector, upper: float, lower: float, pole: Vector) -> Vector:
    """The middle joint of a two-bone limb that reaches from `root` to `target`.

    `pole` says to which side the joint bends. A target out of reach straightens the limb.
    """
    line = target - root
    distance = min(float(np.linalg.norm(line)), (upper + lower) * 0.9999)
    along = unit(line)
    forward = (upper**2 - lower**2 + distance**2) / (2 * distance)
    aside = math.sqrt(max(upper**2 - forward**2, 0.0))
    return root + along * forward + unit(across(pole, along)) * aside
