"""What sets of clips for tests have in common: names as by a phone, many processes, a table."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

FIRST_NUMBER = 5001
_MINUTES_BETWEEN = 97


class Named(Protocol):
    """A clip that has a file's name."""

    @property
    def name(self) -> str: ...


_Clip = TypeVar("_Clip", bound=Named)
_Result = TypeVar("_Result")


def phone_name(number: int) -> str:
    """What a phone calls the film of a number."""
    return f"IMG_{number}.MP4"


def filmed(name: str, first: datetime) -> dict[str, str]:
    """The metadata of a clip of that name; `first` is when the one with the first number began."""
    number = int(name[4:8]) - FIRST_NUMBER
    at = first + timedelta(minutes=_MINUTES_BETWEEN * number)
    return {"creation_time": at.strftime("%Y-%m-%dT%H:%M:%S.000000Z")}


def drawn(
    folder: Path, clips: Sequence[_Clip], write: Callable[[Path, _Clip], _Result]
) -> Iterator[tuple[_Clip, _Result]]:
    """Writes the clips into a folder, as many at once as there are processors, and yields each."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        jobs = [processes.submit(write, folder, clip) for clip in clips]
        for clip, job in zip(clips, jobs, strict=True):
            yield clip, job.result()


def write_table(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Writes rows with a tab between their cells; the first has the columns' names."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
