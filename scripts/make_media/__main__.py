"""Command line: draws the reels, or checks that media/ has what is expected."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import av

from .captions import write_captions
from .odd import NAMES as ODD_NAMES
from .odd import write_odd
from .pose_set import write_pose_set, write_pose_tracks
from .reels import REELS
from .takes import write_takes

MOST_BYTES = 150_000
README = "README.md"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make-media", description=__doc__)
    parser.add_argument("--root", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="write nothing; check media/")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="instead of media/")
    parser.add_argument("--only", metavar="WORD", help="only the reels with this in their name")
    parser.add_argument(
        "--pose-set",
        type=Path,
        metavar="FOLDER",
        help="instead of the reels: drills from all sides and what is true of them, for tests",
    )
    parser.add_argument(
        "--pose-tracks",
        type=Path,
        metavar="FOLDER",
        help="only the landmarks of those drills, without error, and what is true of them",
    )
    parser.add_argument(
        "--takes",
        type=Path,
        metavar="FOLDER",
        help="instead of the reels: four takes of each of twelve drills, named as by a phone",
    )
    parser.add_argument(
        "--captions",
        type=Path,
        metavar="FOLDER",
        help="instead of the reels: clips with words burned into them, and what they say",
    )
    parser.add_argument("--count", type=int, metavar="N", help="only the first N takes or captions")
    options = parser.parse_args(arguments)
    for other, write in (
        (options.takes, partial(write_takes, count=options.count)),
        (options.captions, partial(write_captions, count=options.count)),
        (options.pose_set, write_pose_set),
        (options.pose_tracks, write_pose_tracks),
    ):
        if other is not None:
            for name in write(other, only=options.only):
                print(f"{(other / name).stat().st_size:8} {name}", flush=True)
            return 0
    folder: Path = options.to or options.root / "media"
    if options.check:
        faults = list(_faults(folder))
        print("\n".join(faults) or f"{folder}: {len(REELS)} reels as expected")
        return 1 if faults else 0
    _write(folder, options.only)
    return 0


def _write(folder: Path, only: str | None) -> None:
    odd = folder / "odd"
    odd.mkdir(parents=True, exist_ok=True)
    for reel in REELS:
        if only is None or only in reel.name:
            reel.write(folder)
            print(f"{(folder / reel.name).stat().st_size:8} {reel.name}", flush=True)
    if only is None:
        write_odd(odd, whole=folder / REELS[0].name)


def _faults(folder: Path) -> list[str]:
    """What is not as expected, one line for each fault."""
    faults: list[str] = []
    expected = {name for reel in REELS for name in reel.names} | {README}
    expected |= {f"odd/{name}" for name in ODD_NAMES}
    found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    faults += [f"{name}: missing" for name in sorted(expected - found)]
    faults += [f"{name}: not expected" for name in sorted(found - expected)]
    for reel in REELS:
        path = folder / reel.name
        if not path.exists():
            continue
        if path.stat().st_size >= MOST_BYTES:
            faults.append(f"{reel.name}: {path.stat().st_size} bytes")
        with av.open(path) as container:
            seconds = (container.duration or 0) / av.time_base
            keys = sum(packet.is_keyframe for packet in container.demux(video=0) if packet.size)
        if not 6 <= seconds <= 14:
            faults.append(f"{reel.name}: {seconds:.1f} s long")
        if keys < 5:
            faults.append(f"{reel.name}: {keys} key frames")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
