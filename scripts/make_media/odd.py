"""Files that are not reels, for what goes wrong in real folders."""

from pathlib import Path

from .encoding import Tones, write_tones
from .troubles import NAMES as TROUBLES
from .troubles import write_troubles

_VOICE_NOTE = "voice-note.m4a"
_CUT_SHORT = "cut-short.mp4"
_TEXT = "session-notes.mp4"

NAMES = [_VOICE_NOTE, _CUT_SHORT, _TEXT, *TROUBLES]


def write_odd(folder: Path, whole: Path) -> None:
    """Writes the odd files; `whole` is the reel of which half is kept."""
    write_tones(
        folder / _VOICE_NOTE, Tones("aac", 44_100, 4, (0.2, 0.9, 1.6, 2.3, 3.0), hertz=330.0)
    )
    content = whole.read_bytes()
    # The index is at the front, so the header reads and the pictures stop half way.
    (folder / _CUT_SHORT).write_bytes(content[: len(content) // 2])
    (folder / _TEXT).write_text(
        "Tuesday: six people, two with sore knees. Start on the chairs next time.\n"
        "This is a text file whose name says video.\n",
        encoding="utf-8",
    )
    write_troubles(folder, whole)
