"""What is behind captions: drawn drills, colour with noise, a gym of shapes, a pan, a card."""

import math
from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .caption_type import set_words
from .encoding import whole
from .film import drill_pictures
from .person import Colour
from .takes import Take, takes

Ground = Callable[[float], Image.Image]
"""A picture by seconds."""

GROUNDS = ("figure", "noise", "gym", "pan")
CARD = "card"

_MUTED: tuple[Colour, ...] = (
    (232, 228, 220),
    (214, 222, 226),
    (196, 188, 172),
    (150, 168, 176),
    (176, 150, 138),
    (120, 134, 124),
    (168, 160, 184),
    (110, 116, 132),
)
_CARDS: tuple[Colour, ...] = (
    (30, 44, 74),
    (96, 30, 52),
    (22, 78, 72),
    (70, 44, 110),
    (26, 28, 32),
    (120, 52, 24),
)
_FINE = 2
"""Shapes and noise are drawn at this part of the picture's size."""


def ground(
    kind: str,
    size: tuple[int, int],
    rate: int,
    seconds: float,
    seed: str,
    dim: float,
    wall: str | None = None,
) -> Ground:
    """A ground of some kind, as bright as `dim` says; `wall` is written on what is filmed."""
    chance = Random(seed)
    if kind == CARD:
        return _card(size, chance)
    table = [round(value * dim) for value in range(256)] * 3
    if kind == "figure":
        made = _figure(size, rate, seconds, chance)
    elif kind == "noise":
        made = _noise(size, rate, chance)
    elif kind == "gym":
        made = _gym(size, chance)
    else:
        made = _pan(size, seconds, chance, wall)
    return made if dim == 1 else lambda at: made(at).point(table)


def _figure(size: tuple[int, int], rate: int, seconds: float, chance: Random) -> Ground:
    """A drill, drawn small and enlarged as in a film that was downloaded, by a hand-held camera."""
    take: Take = chance.choice(takes())
    width, height = (360, 640) if size[1] > size[0] else (640, 360)
    take = replace(take, size=(width, height), rate=rate, fill=round(chance.uniform(0.6, 0.9), 2))
    count = math.ceil(seconds * rate) + 1
    small = drill_pictures(take.drill(), rate)
    distinct: dict[int, Image.Image] = {}
    for picture in small:
        if id(picture) not in distinct:
            image = Image.fromarray(whole(picture))
            distinct[id(picture)] = (
                image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if take.mirrored else image
            )
    start = chance.randrange(len(small))
    order = [distinct[id(small[(start + index) % len(small)])] for index in range(count)]
    sway = chance.uniform(2, 5), chance.uniform(0.2, 0.5)

    def picture_at(at: float) -> Image.Image:
        aside = 6 + sway[0] * math.sin(at * sway[1] * 2 * math.pi)
        above = 6 + sway[0] * math.cos(at * sway[1] * 4)
        box = (aside, above, width - 12 + aside, height - 12 + above)
        image = order[min(int(at * rate + 1e-6), count - 1)]
        return image.resize(size, Image.Resampling.BICUBIC, box=box)

    return picture_at


def _noise(size: tuple[int, int], rate: int, chance: Random) -> Ground:
    """A plain colour with grain that changes with every picture."""
    colour = np.array(chance.choice(_MUTED))
    random = np.random.default_rng(chance.randrange(2**32))
    shape = size[1] // _FINE, size[0] // _FINE, 1
    frames = [
        Image.fromarray(np.clip(colour + random.normal(0, 4.5, shape), 0, 255).astype(np.uint8))
        for _ in range(5)
    ]
    large = [frame.resize(size, Image.Resampling.BICUBIC) for frame in frames]
    return lambda at: large[int(at * rate + 1e-6) % len(large)]


def _backdrop(size: tuple[int, int], chance: Random) -> Image.Image:
    """A wall and a floor with windows, shelves, stripes and weights, out of plain shapes."""
    width, height = size
    top, foot = chance.sample(_MUTED, 2)
    image = Image.fromarray(_gradient(size, top, _mixed(top, foot, 0.4)))
    draw = ImageDraw.Draw(image)
    floor = round(height * chance.uniform(0.62, 0.78))
    draw.rectangle([0, floor, width, height], fill=_mixed(foot, (60, 60, 64), 0.5))
    for x in range(0, width, max(round(width * chance.uniform(0.06, 0.16)), 8)):
        lean = round((x - width / 2) * 0.5)
        draw.line([(x, floor), (x + lean, height)], fill=_mixed(foot, (40, 40, 44), 0.6), width=2)
    for _ in range(chance.randint(4, 9)):
        wide, high = chance.uniform(0.06, 0.34) * width, chance.uniform(0.05, 0.3) * height
        left, above = chance.uniform(-0.1, 1) * width, chance.uniform(-0.05, 0.6) * height
        colour = _mixed(chance.choice(_MUTED), chance.choice(_CARDS), chance.uniform(0, 0.8))
        draw.rectangle([left, above, left + wide, above + high], fill=colour)
        if chance.random() < 0.5:
            gap = max(round(wide / chance.randint(3, 8)), 5)
            for x in range(round(left), round(left + wide), gap):
                draw.line([(x, above), (x, above + high)], fill=_mixed(colour, top, 0.5), width=2)
    for _ in range(chance.randint(2, 5)):
        radius = chance.uniform(0.03, 0.09) * width
        x = chance.uniform(0, width)
        draw.ellipse(
            [x - radius, floor - radius, x + radius, floor + radius],
            fill=_mixed(chance.choice(_CARDS), (90, 90, 96), 0.3),
            outline=(60, 62, 66),
            width=3,
        )
    return image


def _gym(size: tuple[int, int], chance: Random) -> Ground:
    """The shapes stand, and soft blobs move in front of them as people would."""
    small = size[0] // _FINE, size[1] // _FINE
    back = _grained(_backdrop(small, chance), chance)
    blobs = []
    for _ in range(4):
        radius = round(chance.uniform(0.1, 0.24) * min(small))
        mask = Image.new("L", (radius * 3, radius * 4))
        ImageDraw.Draw(mask).ellipse(
            [radius // 2, radius // 2, radius * 5 // 2, radius * 7 // 2], fill=235
        )
        soft = mask.filter(ImageFilter.GaussianBlur(radius * 0.12))
        colour = _mixed(chance.choice(_MUTED), chance.choice(_CARDS), chance.random())
        place = chance.uniform(0, 0.9) * small[0], chance.uniform(0.25, 0.8) * small[1]
        reach = chance.uniform(0.05, 0.25) * small[0], chance.uniform(0.02, 0.1) * small[1]
        blobs.append((soft, colour, place, reach, chance.uniform(1, 3), chance.uniform(0, 6)))

    def picture_at(at: float) -> Image.Image:
        image = back.copy()
        for soft, colour, place, reach, pace, phase in blobs:
            x = round(place[0] + reach[0] * math.sin(at * pace + phase))
            y = round(place[1] + reach[1] * math.sin(at * pace * 2 + phase))
            image.paste(colour, (x, y), soft)
        return image.resize(size, Image.Resampling.BICUBIC)

    return picture_at


def _pan(size: tuple[int, int], seconds: float, chance: Random, wall: str | None) -> Ground:
    """A camera that moves over the shapes."""
    large = round(size[0] * 1.4), round(size[1] * 1.15)
    if wall is None:
        small = large[0] // _FINE, large[1] // _FINE
        scene = _backdrop(small, chance).resize(large, Image.Resampling.BICUBIC)
    else:
        scene = _backdrop(large, chance)
        _write_on_wall(scene, wall, size, chance)
    scene = _grained(scene, chance)
    ends = [(0.0, 0.0), (large[0] - size[0], large[1] - size[1])]
    if chance.random() < 0.5:
        ends = [(ends[1][0], ends[0][1]), (ends[0][0], ends[1][1])]
    chance.shuffle(ends)
    (x0, y0), (x1, y1) = ends

    def picture_at(at: float) -> Image.Image:
        share = at / seconds
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        box = (x, y, x + size[0], y + size[1])
        return scene.resize(size, Image.Resampling.BILINEAR, box=box)

    return picture_at


def _write_on_wall(scene: Image.Image, text: str, size: tuple[int, int], chance: Random) -> None:
    """Painted letters, seen from aside; short ones are large, and long ones small and level."""
    font = chance.choice(["Bebas Neue", "League Spartan", "Roboto", "Liberation Serif"])
    slanted = chance.random() < 0.7
    height = chance.uniform(0.05, 0.09) if slanted else chance.uniform(0.016, 0.022)
    image = set_words([text], [], font, "plain", height=height, picture=size).image(9)
    wide, high = image.size
    if slanted:
        # The further end is lower and shrinks.
        far = chance.uniform(0.30, 0.55) * high
        corners = [(0, 0), (0, high), (wide * 0.8, high - far * 0.3), (wide * 0.8, far)]
        image = image.transform(
            image.size,
            Image.Transform.PERSPECTIVE,
            _perspective(corners, image.size),
            Image.Resampling.BICUBIC,
        ).rotate(chance.uniform(7, 15) * chance.choice([-1, 1]), Image.Resampling.BICUBIC, True)
    colour = chance.choice([(250, 244, 230), (206, 44, 40), (40, 42, 48)])
    place = (
        round((scene.width - image.width) * chance.uniform(0.35, 0.65)),
        round(scene.height * chance.uniform(0.12, 0.4)),
    )
    scene.paste(colour, place, image.getchannel("A").point([v * 9 // 10 for v in range(256)]))


def _perspective(corners: list[tuple[float, float]], size: tuple[int, int]) -> list[float]:
    """What Pillow needs to bring a picture's corners (left, counter-clockwise) to these places."""
    wide, high = size
    rows, values = [], []
    whole = [(0, 0), (0, high), (wide, high), (wide, 0)]
    for (x, y), (u, v) in zip(corners, whole, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(values))]


def _card(size: tuple[int, int], chance: Random) -> Ground:
    """One colour, or one that runs into another."""
    first, second = chance.sample(_CARDS, 2)
    image = Image.fromarray(_gradient(size, first, first if chance.random() < 0.5 else second))
    return lambda _: image


def _gradient(size: tuple[int, int], top: Colour, foot: Colour) -> np.ndarray:
    share = np.linspace(0, 1, size[1])[:, None, None]
    column = np.array(top) + (np.array(foot) - np.array(top)) * share
    return np.broadcast_to(np.rint(column), (size[1], size[0], 3)).astype(np.uint8)


def _grained(image: Image.Image, chance: Random) -> Image.Image:
    random = np.random.default_rng(chance.randrange(2**32))
    grain = random.normal(0, 3, (image.height, image.width, 1))
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
