"""Makes the likeness model: catalog/likeness.bin, and the vectors that test its readers."""

import argparse
import sys
from pathlib import Path

import numpy as np

from . import table as tables
from .datasheet import show_datasheet
from .figures import Measured, show, show_trees
from .fitting import Fitted
from .modelfile import written
from .reader import Likeness
from .vectors import text, vectors

LARGEST = 1_000_000


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="train-pose",
        description=__doc__,
        epilog=tables.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--root", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--signatures", type=Path, required=True, metavar="X.npz", help="the signatures")
    parser.add_argument("--labels", type=Path, required=True, metavar="X.jsonl", help="their labels, row for row")
    parser.add_argument(
        "--assignments",
        type=int,
        default=5,
        metavar="N",
        help="how often repositories are dealt into ten folds (default: 5)",
    )
    parser.add_argument("--before", action="store_true", help="also show what 300 randomised trees say; takes a minute")
    parser.add_argument("--datasheet", action="store_true", help="also show the tables of docs/POSE.md's datasheet")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FOLDER",
        help="write likeness.bin and likeness-vectors.json here, not into the repository",
    )
    options = parser.parse_args(arguments)

    table = tables.Table(
        options.signatures, options.labels, tables.read_catalog(options.root / "catalog/exercises.yaml")
    )
    print(f"{table.count} clips of {len(set(table.repositories))} repositories, {table.people.sum()} of people")
    if options.before:
        print("before, randomised trees:")
        show_trees(table)
    measured = Measured(table, options.assignments)
    show(measured)
    data = written(table, Fitted(table, np.arange(table.count)), measured.knots())
    if len(data) > LARGEST:
        print(f"train-pose: {len(data)} bytes, more than {LARGEST}", file=sys.stderr)
        return 1
    model = Likeness(data)
    if options.datasheet:
        show_datasheet(table, model)
    file = (options.output or options.root / "catalog") / "likeness.bin"
    tests = (options.output or options.root / "Tests/ReelPoseTests") / "likeness-vectors.json"
    tests.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    tests.write_text(text(vectors(table, model)), encoding="utf-8")
    print(f"\n{file}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
