"""The table of labelled signatures, and what its labels mean in hipreel's words.

X.npz    X (n, 136): a clip each; mirrored (n, 136): the same of the mirrored body; motion_keys (40): names of the
         last 40 columns.
X.jsonl  one object per row of X: repo (owner/name), group ("real": people, "drawn": drawings, AI and 3-D figures),
         primary, position, exercise: lists of what is acceptable, or null for "not known".
"""

import hashlib
import json
from collections import Counter, defaultdict

import numpy as np
import yaml

PURPOSES = ["extension", "flexion", "abduction", "adduction", "external-rotation", "internal-rotation", "none"]
POSITIONS = [
    "standing",
    "supine",
    "prone",
    "side-lying",
    "side-plank",
    "quadruped",
    "plank",
    "seated-chair",
    "seated-floor",
    "squat",
    "half-kneeling",
    "tall-kneeling",
    "hanging",
]
MODES = ["strength", "stretch", "mobility", "activation", "core", "power", "none"]

# Columns of one posture in frames_feat's order; a mirrored body swaps left and right and tilts the other way.
POSTURE_MIRROR = [0, 1, 2, 7, 8, 9, 10, 3, 4, 5, 6, 13, 14, 11, 12, 15]
SIDEWAYS = 2
COLUMNS = 136
RAW_LIMIT = 9.0  # signatures are cut off here before anything else
NEAR = 0.06  # closer than this, two clips are the same film
NAMED = 2  # exercises of a clip that count, of those that are acceptable
COMMON = 3  # clips, in more than one repository, that an exercise needs to be a class


class Table:
    """Signatures with their labels, row for row."""

    def __init__(self, signatures, labels, catalog):
        with np.load(signatures) as arrays:
            self.plain = arrays["X"].astype(float).clip(-RAW_LIMIT, RAW_LIMIT)
            mirrored = arrays["mirrored"].astype(float).clip(-RAW_LIMIT, RAW_LIMIT)
            keys = [str(key) for key in arrays["motion_keys"]]
        with open(labels, encoding="utf-8") as lines:
            self.labels = [json.loads(line) for line in lines]
        self.count = len(self.labels)
        if self.plain.shape != (self.count, COLUMNS):
            raise SystemExit(f"train-pose: {self.plain.shape} signatures, but {self.count} labels")
        self.mirror, self.signs = mirror_columns(keys)
        if not np.array_equal(mirrored, self.plain[:, self.mirror] * self.signs):
            raise SystemExit("train-pose: the mirrored rows don't follow from the plain ones")
        self.mirrored = mirrored
        self.repositories = np.array([label["repo"] for label in self.labels])
        self.people = np.array([label["group"] == "real" for label in self.labels])
        self.exercises = self._exercises(catalog)
        self.accepted = {
            "purpose": [label["primary"] or [] for label in self.labels],
            "position": [label["position"] or [] for label in self.labels],
            "mode": self._modes(catalog),
        }
        self.accepted["exercise"] = [
            row or (["none"] if label["exercise"] else []) for label, row in zip(self.labels, self.exercises)
        ]
        self.questions = {"purpose": PURPOSES, "position": POSITIONS, "mode": MODES, "exercise": self._common()}
        self.near = self._near()

    def _exercises(self, catalog):
        known = {exercise["id"] for exercise in catalog["exercises"]}
        rows = [[id for id in label["exercise"] or [] if id != "none"] for label in self.labels]
        unknown = sorted({id for row in rows for id in row} - known)
        if unknown:
            raise SystemExit(f"train-pose: catalog/exercises.yaml has no {', '.join(unknown)}")
        return rows

    def _modes(self, catalog):
        """Modes of the exercises that a clip may be; `none` for a clip that is none of them."""
        modes = {row["id"]: [row["mode"], *(row.get("also") or [])] for row in catalog["exercises"]}
        rows = []
        for label, exercises in zip(self.labels, self.exercises):
            row = list(dict.fromkeys(mode for id in exercises for mode in modes[id]))
            rows.append(row or (["none"] if label["exercise"] else []))
        return rows

    def _common(self):
        """Exercises with enough clips to be told by more than their neighbours."""
        clips, repositories = Counter(), defaultdict(set)
        for repository, row in zip(self.repositories, self.exercises):
            clips.update(row[:NAMED])
            for id in row[:NAMED]:
                repositories[id].add(repository)
        return sorted(id for id in clips if clips[id] >= COMMON and len(repositories[id]) > 1)

    def _near(self):
        posture = slice(0, 96)
        rows = []
        for signature in self.plain[:, posture]:
            plain = np.abs(self.plain[:, posture] - signature).mean(1)
            mirrored = np.abs(self.mirrored[:, posture] - signature).mean(1)
            rows.append(np.minimum(plain, mirrored) < NEAR)
        return np.array(rows)

    def targets(self, question):
        """What each row teaches, as shares that add up to 1, or zeros."""
        names = self.questions[question]
        rows = np.zeros((self.count, len(names)))
        for row, accepted in zip(rows, self.accepted[question]):
            words = taught(question, accepted, names)
            for word in words:
                row[names.index(word)] = 1 / len(words)
        return rows

    def folds(self, seed, count=10):
        """A fold per row, by repository: no repository is in two."""
        salt = str(seed) if seed else ""
        return np.array(
            [int(hashlib.md5((salt + name).encode()).hexdigest(), 16) % count for name in self.repositories]
        )

    def splits(self, seed):
        """Pairs of rows to test and rows to learn from: other repositories, and no film that is in the test."""
        folds = self.folds(seed)
        for fold in np.unique(folds):
            test = np.flatnonzero(folds == fold)
            yield test, np.flatnonzero((folds != fold) & ~self.near[test].any(0))


# A side plank is done on the side: the two answer together, under the first one's name.
LEADERS = {("position", "side-plank"): "side-lying"}
SILENT = {"purpose": {"none"}, "position": set(), "mode": {"none"}, "exercise": {"none"}}


def taught(question, accepted, names):
    # Labels accept "standing" wherever a clip squats or lunges on its feet, so that is what such clips teach.
    if question == "position" and "standing" in accepted:
        accepted = [word for word in accepted if word not in ("squat", "lunge")]
    if question == "exercise":
        accepted = accepted[:NAMED]
    return [word for word in accepted if word in names]


def mirror_columns(keys):
    """Where each column of the mirrored signature comes from, and its sign."""
    source, signs = [], np.ones(COLUMNS)
    for block in range(6):
        source += [16 * block + column for column in POSTURE_MIRROR]
    for block in range(5):  # the 10th percentile of -x is minus the 90th of x; the span stays
        source[16 * block + SIDEWAYS] = 16 * (4 - block) + SIDEWAYS
        signs[16 * block + SIDEWAYS] = -1
    for key in keys:
        other = key[:-1] + {"l": "r", "r": "l"}.get(key[-1], key[-1])
        source.append(96 + keys.index(other if other in keys else key))
    return np.array(source), signs


def read_catalog(path):
    with open(path, encoding="utf-8") as text:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
