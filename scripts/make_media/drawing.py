"""Draws figures and things as shaded, tapered capsules seen by a camera without perspective."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .figure import TRUNK_COLUMNS, Skeleton
from .person import USUAL, Colour, Person
from .vectors import Vector, mix, vec

Picture = NDArray[np.float32]
"""Height x width x 3, values 0 to 255."""

Mask = NDArray[np.float32]
"""Height x width, 0 to 1."""

WIDTH, HEIGHT = 360, 640
SUPERSAMPLING = 3

ACCENT: Colour = (226, 92, 62)
PAPER: Colour = (250, 247, 240)
INK: Colour = (38, 54, 66)

MATERIALS: dict[str, Colour] = {
    "skin": (222, 170, 138),
    "hair": (78, 58, 52),
    "shirt": (58, 139, 140),
    "shorts": (46, 62, 98),
    "working": (58, 82, 150),
    "resting": (140, 156, 190),
    "wood": (190, 160, 124),
    "cushion": (214, 203, 184),
    "shoe": (236, 234, 228),
}


@dataclass(frozen=True)
class Decor:
    """The colours of a room."""

    wall_top: Colour = (238, 241, 239)
    wall_foot: Colour = (221, 230, 229)
    floor: Colour = (203, 213, 209)
    floor_line: Colour = (184, 196, 193)
    mat: Colour = (160, 186, 183)
    mat_edge: Colour = (143, 170, 168)


BRIGHT = Decor()
WARM = Decor(
    wall_top=(214, 190, 168),
    wall_foot=(198, 172, 148),
    floor=(140, 104, 76),
    floor_line=(116, 84, 60),
    mat=(92, 86, 110),
    mat_edge=(76, 70, 94),
)

# Towards the light, in the camera's axes: right, up, towards the viewer.
LIGHT = np.array([-0.42, 0.62, 0.66], dtype=np.float32)


@dataclass(frozen=True)
class Capsule:
    """A limb: two balls and everything between them."""

    start: Vector
    end: Vector
    start_radius: float
    end_radius: float
    material: str


@dataclass(frozen=True)
class Camera:
    """Looks at `centre`; azimuth 0 sees the front of the figure, 90 its left side."""

    azimuth: float
    elevation: float
    centre: Vector
    pixels_per_metre: float
    mirrored: bool = False
    width: int = WIDTH
    height: int = HEIGHT
    supersampling: int = SUPERSAMPLING

    def seen(self, points: Sequence[Vector]) -> NDArray[np.float64]:
        """Pixel column, pixel row and nearness in pixels, one row for each point."""
        a, e = math.radians(self.azimuth), math.radians(self.elevation)
        right = vec(-math.sin(a), math.cos(a), 0)
        up = vec(-math.cos(a) * math.sin(e), -math.sin(a) * math.sin(e), math.cos(e))
        near = vec(math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e))
        if self.mirrored:
            right = -right
        moved = (np.stack(points) - self.centre) * self.pixels_per_metre
        column, row = self.width / 2 + moved @ right, self.height / 2 - moved @ up
        return np.stack([column, row, moved @ near], axis=1)


@dataclass(frozen=True)
class Mat:
    """An exercise mat on the floor, from corner to corner in metres."""

    back: float
    front: float
    right: float
    left: float

    def corners(self) -> list[Vector]:
        return [
            vec(self.back, self.right, 0),
            vec(self.front, self.right, 0),
            vec(self.front, self.left, 0),
            vec(self.back, self.left, 0),
        ]


def body(joints: Skeleton, working: str, person: Person = USUAL) -> list[Capsule]:
    """The flesh on a skeleton; the leg on the `working` side is coloured more strongly."""
    parts: list[Capsule] = []
    girth = person.girth

    def add(start: str, end: str, start_radius: float, end_radius: float, material: str) -> None:
        thick, thin = start_radius * girth, end_radius * girth
        parts.append(Capsule(joints[start], joints[end], thick, thin, material))

    radii = (0.094, 0.084, 0.084, 0.090, 0.066)
    for index in range(len(radii) - 1):
        material = "shorts" if index == 0 else "shirt"
        for column in range(TRUNK_COLUMNS):
            add(
                f"trunk{index}_{column}",
                f"trunk{index + 1}_{column}",
                radii[index],
                radii[index + 1],
                material,
            )
    add("left_shoulder", "right_shoulder", 0.052, 0.052, "shirt")
    add("spine4", "neck", 0.050, 0.046, "skin")
    parts.extend(_head(joints, person))
    for side in ("left", "right"):
        leg = "working" if working in (side, "both") else "resting"
        add(f"{side}_hip", f"{side}_knee", 0.088, 0.058, leg)
        add(f"{side}_knee", f"{side}_ankle", 0.056, 0.037, leg)
        add(f"{side}_heel", f"{side}_toe", 0.040, 0.030, person.feet)
        add(f"{side}_ankle", f"{side}_heel", 0.036, 0.038, person.feet)
        add(f"{side}_shoulder", f"{side}_elbow", 0.047, 0.038, "skin")
        add(f"{side}_elbow", f"{side}_wrist", 0.037, 0.027, "skin")
        add(f"{side}_wrist", f"{side}_hand", 0.028, 0.032, "skin")
        # A sleeve over the top of the arm.
        sleeve = joints.along(f"{side}_shoulder", f"{side}_elbow", person.sleeve)
        shoulder = joints[f"{side}_shoulder"]
        parts.append(Capsule(shoulder, sleeve, 0.054 * girth, 0.047 * girth, "shirt"))
    return parts


def _head(joints: Skeleton, person: Person) -> list[Capsule]:
    """Heads are of one size, however thick the rest is."""
    parts = [
        Capsule(joints["skull"], joints["chin"], 0.092, 0.060, "skin"),
        Capsule(joints["crown"], joints["crown"], 0.096, 0.096, "hair"),
        Capsule(joints["nose"], joints["nose"], 0.016, 0.016, "skin"),
    ]
    if person.bun:
        parts.append(Capsule(joints["bun"], joints["bun"], 0.042, 0.042, "hair"))
    for side in ("left", "right"):
        parts.append(Capsule(joints[f"{side}_eye"], joints[f"{side}_eye"], 0.011, 0.011, "hair"))
    return parts


def room(camera: Camera, mat: Mat | None, decor: Decor = BRIGHT) -> Picture:
    """The empty room: wall, floor and mat."""
    scale, width, height = camera.supersampling, camera.width, camera.height
    image = Image.new("RGB", (width * scale, height * scale), decor.wall_top)
    draw = ImageDraw.Draw(image)
    wall_distance = 0.95
    a = math.radians(camera.azimuth)
    foot = vec(-math.cos(a) * wall_distance, -math.sin(a) * wall_distance, 0)
    # A close look at a face has the floor below the picture.
    horizon = min(int(camera.seen([foot])[0, 1] * scale), height * scale + scale)
    ends = list(zip(decor.wall_top, decor.wall_foot, strict=True))
    for row in range(horizon):
        share = row / horizon
        colour = tuple(round(t + (f - t) * share) for t, f in ends)
        draw.line([(0, row), (width * scale, row)], fill=colour)
    draw.rectangle([0, horizon, width * scale, height * scale + scale], fill=decor.floor)
    draw.rectangle([0, horizon - scale, width * scale, horizon + scale], fill=decor.floor_line)
    if mat is not None:
        corners = [(c * scale, r * scale) for c, r, _ in camera.seen(mat.corners())]
        thickness = 4 * scale
        draw.polygon([(c, r + thickness) for c, r in corners], fill=decor.mat_edge)
        draw.polygon(corners, fill=decor.mat)
    return np.asarray(image.resize((width, height), Image.Resampling.BOX), dtype=np.float32)


def shadow(camera: Camera, capsules: Iterable[Capsule]) -> Mask:
    """How dark the floor is under each pixel, as if lit from straight above."""
    flatness = math.sin(math.radians(camera.elevation))
    spots: list[tuple[int, list[float]]] = []
    for capsule in capsules:
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            point = mix(capsule.start, capsule.end, share)
            radius = capsule.start_radius + (capsule.end_radius - capsule.start_radius) * share
            # The higher, the fainter.
            strength = round(255 * max(0.0, 1 - float(point[2]) / 1.1))
            column, row, _ = camera.seen([vec(point[0], point[1], 0)])[0]
            wide = radius * camera.pixels_per_metre
            high = wide * flatness
            spots.append((strength, [column - wide, row - high, column + wide, row + high]))
    image = Image.new("L", (camera.width, camera.height), 0)
    draw = ImageDraw.Draw(image)
    for strength, box in sorted(spots):
        draw.ellipse(box, fill=strength)
    blurred = image.filter(ImageFilter.GaussianBlur(4))
    return np.asarray(blurred, dtype=np.float32) / np.float32(255)


def solid(
    camera: Camera, capsules: Sequence[Capsule], materials: Mapping[str, Colour] = MATERIALS
) -> tuple[Picture, Mask]:
    """The capsules' colours, already weighted by how much of each pixel they cover, and that."""
    scale, width, height = camera.supersampling, camera.width, camera.height
    size = camera.pixels_per_metre * scale
    ends = [camera.seen([c.start, c.end]) * scale for c in capsules]
    radii = [(c.start_radius * size, c.end_radius * size) for c in capsules]
    # Only the part of the picture that has something in it is drawn.
    reach = np.array([max(pair) for pair in radii])[:, None]
    places = np.stack(ends)
    columns = _bounds(places[:, :, 0], reach, width, scale)
    rows = _bounds(places[:, :, 1], reach, height, scale)
    shape = ((rows.stop - rows.start), scale, (columns.stop - columns.start), scale)
    colours = np.zeros((shape[0] * scale, shape[2] * scale, 3), dtype=np.float32)
    depths = np.full(colours.shape[:2], -np.inf, dtype=np.float32)
    corner = np.array([columns.start * scale, rows.start * scale, 0])
    for capsule, (start, end), pair in zip(capsules, ends, radii, strict=True):
        colour = np.array(materials[capsule.material], dtype=np.float32)
        _draw_capsule(colours, depths, start - corner, end - corner, pair, colour)
    picture = np.zeros((height, width, 3), dtype=np.float32)
    cover = np.zeros((height, width), dtype=np.float32)
    picture[rows, columns] = colours.reshape(*shape, 3).mean(axis=(1, 3))
    cover[rows, columns] = np.isfinite(depths).reshape(shape).mean(axis=(1, 3), dtype=np.float32)
    return picture, cover


def _bounds(
    places: NDArray[np.float64], reach: NDArray[np.float64], most: int, scale: int
) -> slice:
    """The whole pixels that hold all of some supersampled places, as far as there are any."""
    first = int((places - reach).min() / scale) - 1
    last = int((places + reach).max() / scale) + 2
    start = min(max(first, 0), most)
    return slice(start, max(min(last, most), start))


def _draw_capsule(
    colours: Picture,
    depths: Mask,
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    radii: tuple[float, float],
    colour: NDArray[np.float32],
) -> None:
    """Draws one capsule where it is nearer than what is there."""
    across = float(np.hypot(*(end - start)[:2]))
    if 0 < across < 2 * max(radii):
        # Seen nearly end on, its balls show beside what lies between them.
        _draw_capsule(colours, depths, start, start, (radii[0], radii[0]), colour)
        _draw_capsule(colours, depths, end, end, (radii[1], radii[1]), colour)
    reach = max(radii) + 1
    left = max(int(min(start[0], end[0]) - reach), 0)
    right = min(int(max(start[0], end[0]) + reach) + 1, depths.shape[1])
    top = max(int(min(start[1], end[1]) - reach), 0)
    bottom = min(int(max(start[1], end[1]) + reach) + 1, depths.shape[0])
    if left >= right or top >= bottom:
        return
    x = np.arange(left, right, dtype=np.float32)[None, :] - np.float32(start[0])
    y = np.arange(top, bottom, dtype=np.float32)[:, None] - np.float32(start[1])
    run, fall, rise = (np.float32(v) for v in end - start)
    if across < 1:
        shares = np.zeros((bottom - top, right - left), dtype=np.float32)
    else:
        # Tilts the cross-section so that the sides run smoothly into both balls.
        taper = np.float32((radii[1] - radii[0]) / across**2)
        square = np.float32(across**2)
        shares = (x * run + y * fall) / square
        away = np.sqrt(np.maximum(x * x + y * y - shares * shares * square, 0))
        shares = np.clip(shares + taper * away, 0, 1)
    dx, dy = x - shares * run, y - shares * fall
    radius = np.float32(radii[0]) + shares * np.float32(radii[1] - radii[0])
    bulge = radius * radius - dx * dx - dy * dy
    height = np.sqrt(np.maximum(bulge, 0))
    depth = np.float32(start[2]) + shares * rise + height
    region = depths[top:bottom, left:right]
    nearer = (bulge > 0) & (depth > region)
    lit = (dx * LIGHT[0] - dy * LIGHT[1] + height * LIGHT[2]) / radius
    # A darker rim keeps limbs apart where they cross.
    rim = np.clip(height / radius * 2.6, 0, 1)
    shade = (0.74 + 0.30 * np.clip(lit, -0.4, 1)) * (0.80 + 0.20 * rim)
    region[nearer] = depth[nearer]
    colours[top:bottom, left:right][nearer] = np.minimum(shade[nearer][:, None] * colour, 255)


def stroke(points: NDArray[np.float64], width: float) -> Mask:
    """A round-ended line through points given in pixels."""
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None] + 0.5
    columns = np.arange(WIDTH, dtype=np.float32)[None, :] + 0.5
    nearest = np.full((HEIGHT, WIDTH), np.inf, dtype=np.float32)
    for (x0, y0), (x1, y1) in zip(points[:-1, :2], points[1:, :2], strict=True):
        run, fall = np.float32(x1 - x0), np.float32(y1 - y0)
        x, y = columns - np.float32(x0), rows - np.float32(y0)
        length = max(run * run + fall * fall, np.float32(1e-6))
        share = np.clip((x * run + y * fall) / length, 0, 1)
        nearest = np.minimum(nearest, np.hypot(x - share * run, y - share * fall))
    return np.asarray(np.clip(width / 2 - nearest + 0.5, 0, 1), dtype=np.float32)


def disc(centre: NDArray[np.float64], radius: float) -> Mask:
    """A filled circle given in pixels."""
    return stroke(np.stack([centre, centre]), radius * 2)


def over(picture: Picture, mask: Mask, colour: Colour, strength: float = 1) -> Picture:
    """Lays a colour over a picture where the mask says."""
    weight = mask[:, :, None] * np.float32(strength)
    return np.asarray(picture + (np.array(colour, np.float32) - picture) * weight, np.float32)


def card(lines: Sequence[str], note: str) -> Picture:
    """A still title card."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    middle = WIDTH / 2
    draw.rectangle([middle - 28, 214, middle + 28, 219], fill=ACCENT)
    for index, line in enumerate(lines):
        draw.text(
            (middle, 268 + index * 46), line, INK, font=ImageFont.load_default(38), anchor="mm"
        )
    below = 268 + len(lines) * 46 + 12
    draw.text((middle, below), note, ACCENT, font=ImageFont.load_default(22), anchor="mm")
    return np.asarray(image, dtype=np.float32)


def black() -> Picture:
    """A black picture."""
    return np.zeros((HEIGHT, WIDTH, 3), dtype=np.float32)
