"""Who is filmed: bones, flesh and clothes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Person:
    """Lengths in metres; the colours replace those of `drawing.MATERIALS`."""

    thigh: float = 0.43
    shank: float = 0.42
    upper_arm: float = 0.29
    forearm: float = 0.26
    hip_half_width: float = 0.085
    shoulder_half_width: float = 0.165
    spine_segments: tuple[float, ...] = (0.11, 0.12, 0.12, 0.13)
    trunk_half_widths: tuple[float, ...] = (0.070, 0.055, 0.058, 0.080, 0.085)
    ankle_height: float = 0.085
    girth: float = 1
    """How much thicker than usual trunk and limbs are."""
    bun: bool = True
    feet: str = "skin"
    """The feet's material: `skin` or `shoe`."""
    sleeve: float = 0.42
    """How far down the upper arm the sleeve goes."""
    colours: Mapping[str, Colour] = field(default_factory=dict)

    @property
    def standing_hip_height(self) -> float:
        return self.ankle_height + self.shank + self.thigh


USUAL = Person()

TALL = Person(
    thigh=0.46,
    shank=0.45,
    upper_arm=0.31,
    forearm=0.27,
    hip_half_width=0.084,
    shoulder_half_width=0.185,
    spine_segments=(0.115, 0.125, 0.125, 0.13),
    bun=False,
    feet="shoe",
    sleeve=0.55,
    colours={
        "skin": (150, 104, 78),
        "hair": (38, 30, 28),
        "shirt": (196, 92, 64),
        "shorts": (54, 58, 66),
        "working": (62, 66, 76),
        "resting": (62, 66, 76),
    },
)

BROAD = Person(
    thigh=0.41,
    shank=0.40,
    hip_half_width=0.092,
    girth=1.13,
    bun=True,
    colours={
        "skin": (236, 190, 162),
        "hair": (150, 96, 52),
        "shirt": (232, 226, 212),
        "shorts": (96, 66, 110),
        "working": (120, 84, 136),
        "resting": (120, 84, 136),
    },
)

SLIGHT = Person(
    thigh=0.42,
    shank=0.43,
    upper_arm=0.28,
    forearm=0.25,
    shoulder_half_width=0.155,
    girth=0.93,
    bun=False,
    sleeve=0.95,
    colours={
        "skin": (206, 150, 116),
        "hair": (54, 44, 46),
        "shirt": (74, 92, 148),
        "shorts": (52, 96, 84),
        "working": (66, 118, 102),
        "resting": (66, 118, 102),
    },
)
