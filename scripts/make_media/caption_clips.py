"""Which clips of captions there are: what each says, how it looks and how it moves.

The same seed gives the same clips, and the first N are as mixed as all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from .caption_grounds import CARD, GROUNDS
from .caption_type import CAPITALS_ONLY, FONTS, NEON, STYLES
from .caption_words import (
    COUNTERS,
    DOSES,
    EMOJI,
    HANDLES,
    LANGUAGES,
    LOGOS,
    LYRICS,
    SENTENCES,
    SILENT,
    WALLS,
    names,
)
from .clip_set import FIRST_NUMBER, phone_name
from .person import Colour

_T = TypeVar("_T")

NONE = "-"
CARD_SECONDS = 1.5
WORD_SECONDS = 0.35
"""How long karaoke marks a word."""
BUILD_SECONDS = 0.3
"""How long the next word of a caption that builds up takes to come."""
_PER_LANGUAGE = {"en": 82, "es": 24, "pt": 24, "fr": 24, "de": 24}
_COMPILATIONS = 12
_SIZES = ((540, 960),) * 7 + ((720, 1280),) * 7 + ((1080, 1920),) * 3 + ((1280, 720),) * 3
_EFFECTS = ("still", "still", "fade", "slide", "build", "drift", "middle", "card")
_KINDS = (
    *("name",) * 7,
    *("dose",) * 6,
    *("split",) * 2,
    *("emoji",) * 2,
    *("number",) * 2,
    "watermark",
)
_CASES = ("upper",) * 4 + ("title",) * 4 + ("lower",) * 2
_HEIGHTS = (0.034, 0.04, 0.045, 0.05, 0.056, 0.064, 0.072, 0.08)
_PLACES = (0.16, 0.22, 0.30, 0.5, 0.68, 0.74, 0.80)
"""Where the middle of a caption is, from the top: those of feeds, under a face, above buttons."""
_CARD_PLACE = (0.5, 0.47)


@dataclass(frozen=True)
class Caption:
    """Words, and when and how they are shown."""

    names: tuple[str, ...]
    details: tuple[str, ...] = ()
    start: float = 0
    end: float = 99
    effect: str = "still"
    style: str = "outline"
    font: str = "Roboto"
    height: float = 0.05
    place: tuple[float, float] = (0.5, 0.5)
    side: float = 0.5
    glow: Colour = NEON[0]


@dataclass(frozen=True)
class Scene:
    """A part of a clip with one ground, from a moment until the next one starts."""

    ground: str
    start: float = 0
    wall: str | None = None


@dataclass(frozen=True)
class Clip:
    """One file."""

    kind: str
    exercises: tuple[str, ...]
    language: str
    style: str
    font: str
    effect: str
    ground: str
    size: tuple[int, int]
    rate: int
    quality: int
    seconds: float
    scenes: tuple[Scene, ...]
    captions: tuple[Caption, ...]
    starts: tuple[float, ...] = (0.0,)
    seed: str = ""
    name: str = ""


class _Dealer:
    """Deals each of some things equally often, in an order of chance.

    Each property of a clip has a deck of its own, so that none depends on another.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._decks: dict[str, tuple[Random, list[int]]] = {}

    def deal(self, what: str, among: Sequence[_T]) -> _T:
        """One of some things; a property always has the same number of them."""
        if what not in self._decks:
            self._decks[what] = Random(f"{self._seed} {what}"), []
        chance, left = self._decks[what]
        if not left:
            left += chance.sample(range(len(among)), len(among))
        return among[left.pop()]


def clips() -> list[Clip]:
    """All clips, each with the same name in every set."""
    found = [*_named(), *_decoys(), *_compilations()]
    found = [replace(clip, seed=f"captions {place}") for place, clip in enumerate(found)]
    Random("captions").shuffle(found)
    return [
        replace(clip, name=phone_name(FIRST_NUMBER + place)) for place, clip in enumerate(found)
    ]


def _base(dealer: _Dealer, kind: str, language: str, seconds: float) -> Clip:
    style = dealer.deal("style", list(STYLES))
    ground = dealer.deal("ground", [*GROUNDS, "figure", "figure", "gym"])
    return Clip(
        kind=kind,
        exercises=(),
        language=language,
        style=style,
        font=dealer.deal("font", list(FONTS)),
        effect="karaoke" if style == "karaoke" else dealer.deal("effect", _EFFECTS),
        ground=ground,
        size=dealer.deal("size", _SIZES),
        rate=dealer.deal("rate", (25, 30)),
        quality=dealer.deal("quality", (24, 25, 26, 27, 28)),
        seconds=seconds,
        scenes=(Scene(ground),),
        captions=(),
    )


def _caption(dealer: _Dealer, clip: Clip, names: Sequence[str], details: Sequence[str]) -> Caption:
    """A caption in the style of its clip."""
    return Caption(
        tuple(_lettered(line, clip) for line in names),
        tuple(_lettered(line, clip) for line in details),
        effect=clip.effect,
        style=clip.style,
        font=clip.font,
        height=dealer.deal("height", _HEIGHTS),
        place=(0.5, dealer.deal("place", _PLACES)),
        side=dealer.deal("side", (0.5, 0.5, 0.5, 0)),
        glow=dealer.deal("glow", NEON),
    )


def _lettered(text: str, clip: Clip) -> str:
    """The text in letters that the clip's font has."""
    return text.upper() if clip.font in CAPITALS_ONLY else text


def _named() -> Iterator[Clip]:
    """Clips that say which exercise they show."""
    table = names()
    dealer, chance = _Dealer("named"), Random("named")
    for language in LANGUAGES:
        for _ in range(_PER_LANGUAGE[language]):
            # The languages share a deck, so each exercise comes as often as any other.
            exercise = dealer.deal("en" if language == "en" else "others", list(table))
            kind = dealer.deal("kind", _KINDS)
            clip = replace(
                _base(dealer, kind, language, round(chance.uniform(2.5, 6), 1)),
                exercises=(exercise,),
            )
            name = _cased(table[exercise][language], dealer.deal("case", _CASES))
            yield _with_name(dealer, clip, name)


def _cased(name: str, case: str) -> str:
    if case == "upper":
        return name.upper()
    return name.lower() if case == "lower" else name[0].upper() + name[1:]


def _with_name(dealer: _Dealer, clip: Clip, name: str) -> Clip:
    lines, details = [name], []
    if clip.kind in ("dose", "watermark"):
        details = [dealer.deal(f"dose {clip.language}", DOSES[clip.language])]
        if clip.kind == "dose" and dealer.deal("same line", (False,) * 5 + (True,)):
            lines, details = [f"{name} · {details[0]}"], []
    elif clip.kind == "split":
        words = name.split()
        half = (len(words) + 1) // 2
        lines = [" ".join(part) for part in (words[:half], words[half:]) if part]
    elif clip.kind == "emoji":
        emoji = dealer.deal("emoji", EMOJI)
        lines = [dealer.deal("emoji side", (f"{name} {emoji}", f"{emoji} {name}"))]
    elif clip.kind == "number":
        number = dealer.deal("number", (1, 2, 3, 4, 5))
        lines = [dealer.deal("number form", (f"{number}. {name}", f"{number}) {name}"))]
    if details and name.isupper() and dealer.deal("loud", (True, False)):
        details = [details[0].upper()]
    caption = _caption(dealer, clip, lines, details)
    words = sum(len(line.split()) for line in (*lines, *details))
    if clip.effect == "build":
        clip = replace(clip, seconds=max(clip.seconds, round(words * BUILD_SECONDS + 1.8, 1)))
    elif clip.effect == "middle":
        length = 1.5 + 0.5 * (clip.seconds - 2.5) / 3.5
        middle = clip.seconds / 2
        caption = replace(
            caption, start=round(middle - length / 2, 2), end=round(middle + length / 2, 2)
        )
    elif clip.effect == "card":
        clip = replace(
            clip,
            seconds=max(clip.seconds, 3.5),
            scenes=(Scene(CARD), Scene(clip.ground, start=CARD_SECONDS)),
        )
        caption = replace(caption, effect="still", end=CARD_SECONDS, place=_CARD_PLACE)
    captions = [caption]
    if clip.kind == "watermark":
        captions.append(_handle(dealer, dealer.deal("handle", HANDLES)))
    return replace(clip, captions=tuple(captions))


def _handle(dealer: _Dealer, handle: str) -> Caption:
    height = dealer.deal("handle height", (0.022, 0.026, 0.032))
    place = dealer.deal("handle place", ((0.5, 0.955), (0.06, 0.95), (0.94, 0.05)))
    return Caption((handle,), style="shadow", height=height, place=place)


def _decoys() -> Iterator[Clip]:
    """Clips that show no exercise by name, whatever they say."""
    dealer, chance = _Dealer("decoys"), Random("decoys")

    def base(kind: str, language: str) -> Clip:
        clip = _base(dealer, kind, language, round(chance.uniform(2.8, 5), 1))
        # A card would say nothing else, and a wall is not a caption.
        return clip if clip.effect != "card" else replace(clip, effect="still")

    for handle in HANDLES:
        clip = base("handle", NONE)
        yield replace(clip, captions=(_caption(dealer, clip, [handle], []),))
    for app, user in LOGOS:
        clip = replace(base("logo", NONE), style="shadow", font="Inter", effect="still")
        corner = replace(_caption(dealer, clip, [app], [user]), height=0.034, side=0.0)
        half = round(clip.seconds / 2, 2)
        first = replace(corner, place=(0.08, 0.1), end=half)
        yield replace(clip, captions=(first, replace(corner, place=(0.92, 0.9), start=half)))
    for language, lines in LYRICS:
        yield _in_turn(dealer, replace(base("lyrics", language), seconds=4.6), lines)
    for word in WALLS:
        clip = replace(base("wall", "en"), style="wall", font=NONE, effect="still", ground="pan")
        yield replace(clip, scenes=(Scene("pan", wall=word),))
    for count in COUNTERS:
        clip = base("counter", NONE)
        still = "karaoke" if clip.style == "karaoke" else "still"
        yield _in_turn(dealer, replace(clip, effect=still, seconds=4.0), count)
    for language, sentence in SENTENCES:
        clip = base("sentence", language)
        yield replace(clip, captions=(_caption(dealer, clip, [sentence], []),))
    for _ in range(SILENT):
        clip = base("no text", NONE)
        yield replace(clip, style=NONE, font=NONE, effect="still")


def _in_turn(dealer: _Dealer, clip: Clip, texts: Sequence[str]) -> Clip:
    """Texts that follow one another in one place."""
    each = clip.seconds / len(texts)
    effect = clip.effect if clip.effect in ("karaoke", "build") else "still"
    model = _caption(dealer, replace(clip, effect=effect), ["?"], [])
    captions = [
        replace(
            model,
            names=(_lettered(text, clip),),
            start=round(place * each, 2),
            end=round((place + 1) * each, 2),
        )
        for place, text in enumerate(texts)
    ]
    return replace(clip, effect=effect, captions=tuple(captions))


def _compilations() -> Iterator[Clip]:
    """Three exercises after one another, each with its card or caption."""
    table = names()
    dealer, chance = _Dealer("compilations"), Random("compilations")
    for index in range(_COMPILATIONS):
        language = LANGUAGES[(0, 0, 0, 1, 2, 0, 3, 4)[index % 8]]
        clip = _base(dealer, "compilation", language, 0)
        if clip.style == "karaoke":
            clip = replace(clip, style="outline")
        clip = replace(clip, effect="compilation", ground="figure")
        exercises = tuple(dealer.deal("exercise", list(table)) for _ in range(3))
        case = dealer.deal("case", _CASES)
        model = replace(_caption(dealer, clip, ["?"], []), effect="still")
        scenes: list[Scene] = []
        captions: list[Caption] = []
        starts: list[float] = []
        at = 0.0
        for number, exercise in enumerate(exercises, 1):
            length = round(chance.uniform(3.6, 5.2), 1)
            name = _cased(table[exercise][language], case)
            words = f"{number}. {name}" if index % 3 == 0 else name
            starts.append(round(at, 2))
            caption = replace(
                model, names=(_lettered(words, clip),), start=at, end=round(at + length, 2)
            )
            if index % 2:
                scenes += [Scene(CARD, start=at), Scene("figure", start=at + CARD_SECONDS)]
                caption = replace(caption, end=at + CARD_SECONDS, place=_CARD_PLACE)
            else:
                scenes.append(Scene("figure", start=at))
            captions.append(caption)
            at = round(at + length, 2)
        yield replace(
            clip,
            exercises=exercises,
            seconds=at,
            scenes=tuple(scenes),
            captions=tuple(captions),
            starts=tuple(starts),
        )
