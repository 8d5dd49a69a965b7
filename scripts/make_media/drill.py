"""What a drill is: how the figure moves over time, and from where it is seen.

Each drill is a function from effort to posture. Effort 0 is the neutral start and 1 the end of
the range; a drill with two ends also has -1, and one with two parts goes on to 2.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .drawing import BRIGHT, Camera, Capsule, Decor, Mat
from .figure import (
    Pose,
    Reach,
    Skeleton,
    posed,
)
from .person import USUAL, Person
from .vectors import (
    Matrix,
    Vector,
    vec,
)


@dataclass(frozen=True)
class Cue:
    """The arc that shows where the moving part goes: the path of a point over a range of effort."""

    point: Callable[[Skeleton], Vector]
    start: float
    end: float
    both_ways: bool = False


@dataclass(frozen=True)
class Drill:
    """One exercise as it is drawn."""

    pose: Callable[[float], Pose]
    timeline: Sequence[tuple[float, float]]
    """Seconds and effort; eased in and out between them."""
    camera: Camera
    working: str
    cue: Cue | None = None
    """None leaves arc, ring and marker away, as in a film that nobody drew on."""
    mat: Mat | None = None
    props: Sequence[Capsule] = ()
    ring: str = "hip"
    """Which joint is ringed: `hip` for the working hip, else a joint's name."""
    person: Person = USUAL
    decor: Decor = BRIGHT

    @property
    def seconds(self) -> float:
        return self.timeline[-1][0]

    def effort(self, seconds: float) -> float:
        """How far into its range the drill is at a moment."""
        for (t0, e0), (t1, e1) in zip(self.timeline, self.timeline[1:], strict=False):
            if seconds <= t1:
                return e0 + (e1 - e0) * eased((seconds - t0) / (t1 - t0))
        return self.timeline[-1][1]

    def skeleton(self, effort: float) -> Skeleton:
        return posed(self.pose(effort), self.person)


def eased(share: float) -> float:
    """Starts and stops gently."""
    share = min(max(share, 0.0), 1.0)
    return share**3 * (share * (share * 6 - 15) + 10)


def hands_on_hips(pelvis: Vector, facing: Matrix) -> tuple[Reach, Reach]:
    """Left and right arm with the hands on the sides of the pelvis."""

    def arm(sign: float) -> Reach:
        wrist = pelvis + facing @ vec(-0.01, 0.175 * sign, 0.14)
        return Reach(wrist, facing @ vec(-0.6, sign, 0.1))

    return arm(1), arm(-1)


def between(stops: Sequence[tuple[float, Sequence[float]]], at: float) -> list[float]:
    """Values that run smoothly through stops (a Catmull-Rom curve)."""
    index = 0
    while index < len(stops) - 2 and at > stops[index + 1][0]:
        index += 1
    (t1, p1), (t2, p2) = stops[index], stops[index + 1]
    p0 = stops[index - 1][1] if index > 0 else p1
    p3 = stops[index + 2][1] if index + 2 < len(stops) else p2
    s = (at - t1) / (t2 - t1)
    return [
        b + 0.5 * s * (c - a + s * (2 * a - 5 * b + 4 * c - d + s * (3 * (b - c) + d - a)))
        for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
    ]
