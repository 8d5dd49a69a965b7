"""What is written on the clips of the captions: names of exercises, and what is none."""

import csv
from pathlib import Path

LANGUAGES = ("en", "es", "pt", "fr", "de")


def names() -> dict[str, dict[str, str]]:
    """A name of each exercise in each language, as people write it."""
    path = Path(__file__).with_name("caption_names.tsv")
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return {row["exercise"]: {code: row[code] for code in LANGUAGES} for row in rows}


DOSES: dict[str, tuple[str, ...]] = {
    "en": (
        "30 s each side",
        "3 x 12",
        "10 reps each side",
        "3 sets of 10",
        "45 seconds",
        "8 each leg",
        "2 x 60 s",
    ),
    "es": (
        "10 por lado",
        "30 segundos cada lado",
        "3 x 12",
        "3 series de 10",
        "12 repeticiones",
    ),
    "pt": (
        "10x por lado",
        "30 segundos cada lado",
        "3 x 12",
        "3 séries de 10",
        "12 repetições",
    ),
    "fr": (
        "10 de chaque côté",
        "30 s par côté",
        "3 x 12",
        "3 séries de 10",
        "12 répétitions",
    ),
    "de": (
        "jede Seite 30 Sek",
        "30 Sek pro Seite",
        "3 x 12",
        "3 Sätze à 10",
        "10 Wdh. je Seite",
    ),
}

EMOJI = ("🔥", "💪", "🍑", "🐸", "✅", "👇", "✨", "🎯")

HANDLES = (
    "@hipcoach.anna",
    "@squat.university",
    "@movewith_leo",
    "@the.mobility.lab",
    "@physio_marta",
    "@bridge.fitness",
    "@deadlift.daily",
    "@plank_queen_87",
    "@yoga.con.lucia",
)

LOGOS = (
    ("🎵 TikTok", "@hip.happy.jo"),
    ("🎵 TikTok", "@stretch.with.tim"),
    ("🎵 TikTok", "@lunge.lady"),
    ("🎬 CapCut", "@anna.moves"),
    ("🎵 TikTok", "@clam.and.co"),
)

# Ours, like all words here: each is a line of a song that nobody sings.
LYRICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("en", ("move your hips to the light", "and swing me through the night")),
    ("en", ("a bridge over water", "is all I need tonight")),
    ("en", ("like a bird I fly away", "the dog barks at the moon")),
    ("en", ("butterfly in my chest", "never let me rest")),
    ("en", ("step up to the sound", "we're kicking off the ground")),
    ("en", ("you are my happy baby", "rock me, rock me, maybe")),
    ("es", ("mueve la cadera, amor", "que la noche es calor")),
    ("pt", ("quebra o quadril comigo", "dança até de manhã")),
    ("fr", ("sous le pont, la rivière", "emporte nos hivers")),
    ("de", ("schwing die Hüfte zum Takt", "bis der Morgen erwacht")),
)

WALLS = (
    "GYM",
    "NO LIMITS",
    "DEADLIFT CLUB",
    "IRON HOUSE",
    "TRAIN HARD",
    "SQUAT RACK 3",
    "OPEN 24 H",
    "STRENGTH & MOBILITY",
)

COUNTERS: tuple[tuple[str, ...], ...] = (
    ("0:30", "0:29", "0:28", "0:27"),
    ("3", "2", "1", "GO!"),
    ("00:12", "00:13", "00:14", "00:15"),
    ("REP 4", "REP 5", "REP 6"),
    ("Round 2/4", "Round 2/4", "Rest 15 s"),
    ("Tag 1", "Tag 2", "Tag 3"),
)

SENTENCES: tuple[tuple[str, str], ...] = (
    ("en", "Save this for later"),
    ("en", "Follow for more"),
    ("en", "Comment HIPS and I'll send you the plan"),
    ("en", "5 things I wish I knew earlier"),
    ("es", "Guarda este vídeo para después"),
    ("fr", "Enregistre pour plus tard"),
    ("de", "Speichern für später"),
)

SILENT = 5
"""How many clips have no words at all."""
