"""Sets captions: breaks lines, and draws them in the styles that people's phones offer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .person import Colour

# Where Debian's packages put fonts; scripts/setup captions installs them.
_FOLDER = Path("/usr/share/fonts")
FONTS: dict[str, str] = {
    "Roboto": "truetype/roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
    "Inter": "opentype/inter/Inter-SemiBold.otf",
    "Lato Black": "truetype/lato/Lato-Black.ttf",
    "Open Sans ExtraBold": "truetype/open-sans/OpenSans-ExtraBold.ttf",
    "Bebas Neue": "opentype/bebas-neue/BebasNeue-Bold.otf",
    "League Spartan": "opentype/league-spartan/LeagueSpartan-Bold.otf",
    "Comic Neue": "opentype/comic-neue/ComicNeue-Bold.otf",
    "Lobster": "opentype/lobster/lobster.otf",
    "Quicksand": "truetype/quicksand/Quicksand-Bold.ttf",
    "Liberation Serif": "truetype/liberation2/LiberationSerif-Bold.ttf",
}
CAPITALS_ONLY = ("Bebas Neue",)
_EMOJI_FONT = "truetype/noto/NotoColorEmoji.ttf"
_EMOJI_SIZE = 109
"""The only size that its bitmaps have."""

_WIDEST = 0.86
"""Of the picture's width: a longer line is broken."""
_SMALLEST = 0.03
"""Of the picture's shorter side: no capital is lower."""
_DETAIL = 0.74
"""How high the letters of a detail are, of those of the name."""
_STEP = 1.85
"""From baseline to baseline, in heights of a capital."""

_WHITE: Colour = (255, 255, 255)
_INK: Colour = (18, 20, 24)
_YELLOW: Colour = (255, 220, 30)


@dataclass(frozen=True)
class Style:
    """How letters look."""

    letters: Colour = _WHITE
    edge: float = 0
    """The width of a dark edge, in heights of a capital."""
    shadow: float = 0
    """How far a soft shadow reaches, likewise."""
    box: tuple[Colour, int] | None = None
    """The colour behind the words, and how opaque it is, to 255."""
    glows: bool = False
    dim: float = 1
    """How bright the picture may be for the words to be read, of what it is."""


STYLES: dict[str, Style] = {
    "outline": Style(edge=0.13),
    "shadow": Style(shadow=0.16, dim=0.62),
    "plain": Style(dim=0.5),
    "white box": Style(letters=_INK, box=(_WHITE, 255)),
    "dark box": Style(box=((0, 0, 0), 150)),
    "red box": Style(box=((208, 28, 44), 255)),
    "karaoke": Style(edge=0.10, shadow=0.10, dim=0.8),
    "neon": Style(glows=True, dim=0.4),
}
NEON: tuple[Colour, ...] = ((255, 60, 170), (40, 235, 225), (120, 255, 90), (255, 170, 40))


@dataclass(frozen=True)
class _Word:
    text: str
    left: float
    baseline: float
    height: float
    """Of a capital, in pixels."""
    width: float
    line: int


def font_path(name: str) -> Path:
    """Where a font is; raises when it isn't installed."""
    path = _FOLDER / FONTS.get(name, _EMOJI_FONT)
    if not path.exists():
        raise SystemExit(f"make-media: {path}: missing\n  scripts/setup captions installs it")
    return path


@cache
def _font(name: str, height: float) -> ImageFont.FreeTypeFont:
    """A font whose capitals are some pixels high."""
    path = str(font_path(name))
    top, bottom = ImageFont.truetype(path, 1000).getbbox("H", anchor="ls")[1::2]
    return ImageFont.truetype(path, height * 1000 / (bottom - top))


def _is_emoji(text: str) -> bool:
    return ord(text[0]) >= 0x1F000 or text[0] in "✅✨"


def _width(text: str, font: str, height: float) -> float:
    if _is_emoji(text):
        return height * 1.45
    return _font(font, height).getlength(text)


def _line_width(words: Sequence[str], font: str, height: float) -> float:
    space = _width(" ", font, height)
    return sum(_width(word, font, height) for word in words) + space * (len(words) - 1)


def _broken(words: Sequence[str], font: str, height: float, most: float) -> list[list[str]]:
    """The words in lines that are as long as one another, as far as that goes."""

    def lines(limit: float) -> list[list[str]]:
        found: list[list[str]] = [[]]
        for word in words:
            if found[-1] and _line_width([*found[-1], word], font, height) > limit:
                found.append([])
            found[-1].append(word)
        return found

    best = lines(most)
    for share in range(19, 7, -1):
        closer = lines(most * share / 20)
        if len(closer) > len(best):
            break
        best = closer
    return best


@dataclass
class Setting:
    """Words in their places, to be drawn as often as the picture changes."""

    style: Style
    font: str
    glow: Colour
    words: list[_Word] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    size: tuple[int, int] = (1, 1)
    _drawn: dict[tuple[int, int | None], Image.Image] = field(default_factory=dict)

    def image(self, shown: int, current: int | None = None) -> Image.Image:
        """The first words, of which one may be marked."""
        key = shown, current
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, shown: int, current: int | None) -> Image.Image:
        words = self.words[:shown]
        image = Image.new("RGBA", self.size)
        if not words:
            return image
        style, height = self.style, self.words[0].height
        if style.box is not None:
            colour, opacity = style.box
            image.alpha_composite(_tinted(self._boxes(), colour, opacity / 255))
        letters = self._letters(words)
        if style.shadow:
            away = round(style.shadow * height * 0.5)
            soft = letters.filter(ImageFilter.GaussianBlur(style.shadow * height))
            image.alpha_composite(_tinted(soft, (0, 0, 0), 1.3), (0, away))
        if style.glows:
            for reach, strength in ((0.55, 1.1), (0.2, 1.0)):
                soft = letters.filter(ImageFilter.GaussianBlur(reach * height))
                image.alpha_composite(_tinted(soft, self.glow, strength))
        if style.edge:
            edge = self._letters(words, max(round(style.edge * height), 2))
            image.alpha_composite(_tinted(edge, _INK))
        fill: Colour = style.letters
        if style.glows:
            fill = tuple(round(c + (255 - c) * 0.55) for c in self.glow)  # type: ignore[assignment]
        image.alpha_composite(_tinted(letters, fill))
        if current is not None and current < len(words):
            image.alpha_composite(_tinted(self._letters([words[current]]), _YELLOW))
        for word in words:
            if _is_emoji(word.text):
                picture = _emoji(word.text, round(word.height * 1.4))
                place = round(word.left), round(word.baseline - word.height * 1.2)
                image.alpha_composite(picture, place)
        return image

    def _letters(self, words: Sequence[_Word], edge: int = 0) -> Image.Image:
        mask = Image.new("L", self.size)
        draw = ImageDraw.Draw(mask)
        for word in words:
            if not _is_emoji(word.text):
                draw.text(
                    (word.left, word.baseline),
                    word.text,
                    fill=255,
                    font=_font(self.font, word.height),
                    anchor="ls",
                    stroke_width=edge,
                )
        return mask

    def _boxes(self) -> Image.Image:
        """One rounded box for each line; they touch."""
        fine = 3
        mask = Image.new("L", (self.size[0] * fine, self.size[1] * fine))
        draw = ImageDraw.Draw(mask)
        for line in range(len(self.lines)):
            words = [word for word in self.words if word.line == line]
            height = words[0].height
            draw.rounded_rectangle(
                [
                    (words[0].left - height * 0.55) * fine,
                    (words[0].baseline - height * 1.5) * fine,
                    (words[-1].left + words[-1].width + height * 0.55) * fine,
                    (words[0].baseline + height * 0.55) * fine,
                ],
                radius=height * 0.3 * fine,
                fill=255,
            )
        return mask.reduce(fine)


def set_words(
    names: Sequence[str],
    details: Sequence[str],
    font: str,
    style: str,
    *,
    height: float,
    picture: tuple[int, int],
    side: float = 0.5,
    glow: Colour = NEON[0],
) -> Setting:
    """Sets lines of names and, lower, of details; `height` is of a capital, of the shorter side.

    `side` is 0 for lines that start together, 1 for lines that end together.
    """
    shorter = min(picture)
    most = _WIDEST * picture[0]
    large = height * shorter
    longest = max((_width(word, font, large) for line in names for word in line.split()), default=0)
    large = max(large * min(1, most / max(longest, 1)), min(_SMALLEST, height) * shorter)
    small = max(large * _DETAIL, min(_SMALLEST, height) * shorter)
    rows: list[tuple[list[str], float]] = []
    for lines, size in ((names, large), (details, small)):
        for line in lines:
            rows += [(row, size) for row in _broken(line.split(), font, size, most)]
    widths = [_line_width(words, font, size) for words, size in rows]
    margin, broad, baseline = large * 1.7, max(widths), 0.0
    setting = Setting(STYLES[style], font, glow)
    for line, ((words, size), width) in enumerate(zip(rows, widths, strict=True)):
        baseline += margin + size if line == 0 else size * _STEP + (rows[line - 1][1] - size) * 0.5
        left = margin + (broad - width) * side
        for word in words:
            wide = _width(word, font, size)
            setting.words.append(_Word(word, left, baseline, size, wide, line))
            left += wide + _width(" ", font, size)
        setting.lines.append(" ".join(words))
    setting.size = round(broad + margin * 2), round(baseline + margin)
    return setting


def _tinted(mask: Image.Image, colour: Colour, strength: float = 1) -> Image.Image:
    alpha = (
        mask if strength == 1 else mask.point([min(round(v * strength), 255) for v in range(256)])
    )
    image = Image.new("RGBA", mask.size, (*colour, 0))
    image.putalpha(alpha)
    return image


@cache
def _emoji(text: str, size: int) -> Image.Image:
    font = ImageFont.truetype(str(font_path("emoji")), _EMOJI_SIZE)
    image = Image.new("RGBA", (136, 128))
    ImageDraw.Draw(image).text((0, 0), text, font=font, embedded_color=True)
    return image.resize((size, size), Image.Resampling.LANCZOS)
