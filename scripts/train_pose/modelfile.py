"""Writes a model file: docs/POSE.md, "The model file"."""

import numpy as np

from .fitting import BREADTH, DECAY, LIMIT, NEIGHBOURS, STEP
from .reader import HEADER, MAGIC, NONE, VERSION
from .table import LEADERS, NAMED, RAW_LIMIT, SILENT


def written(table, fitted, knots=None):
    """The bytes of a model; `knots` maps (question, class) to rows of score, likely, earned."""
    knots = knots or {}
    rows = fitted.rows
    exercises = sorted({id for row in rows for id in table.exercises[row][:NAMED]})
    repositories = sorted(set(table.repositories[rows]))
    names = [name for classes in table.questions.values() for name in classes]
    spans, facts, tables, starts = [], [], [], {}
    for question, classes in table.questions.items():
        spans.append((len(facts), len(classes)))
        for name in classes:
            index, own = len(facts), tuple(knots.get((question, name), ()))
            if own not in starts:  # classes with the same steps share them
                starts[own] = len(tables)
                tables += own
            leader = spans[-1][0] + classes.index(LEADERS.get((question, name), name))
            facts.append(
                (fitted.prior[index], fitted.scale[index], starts[own], len(own), name in SILENT[question], leader)
            )
    about = np.full((len(rows), 8), NONE)
    for fact, row in zip(about, rows):
        for place, id in enumerate(table.exercises[row][:NAMED]):
            fact[place] = exercises.index(id)
        fact[2] = repositories.index(table.repositories[row])
        fact[3] = 0 if table.people[row] else 1
        for place, (question, classes) in enumerate(list(table.questions.items())[:3], 4):
            fact[place] = sum(1 << classes.index(word) for word in table.accepted[question][row] if word in classes)
        fact[7] = 0
    strings = [text.encode() for text in [*table.questions, *names, *exercises, *repositories]]
    text = b"".join(strings)
    sections = [
        fitted.mean,
        fitted.inverse,
        fitted.weight,
        fitted.mirror,
        fitted.signs,
        np.array(spans, "<u2"),
        np.array(facts, np.dtype("<f4,<f4,<u2,<u2,<u2,<u2")),
        np.array(tables, "<f4"),
        fitted.exemplars,
        fitted.coefficients,
        about.astype("<u2"),
        np.cumsum([0, *map(len, strings)]).astype("<u4"),
    ]
    body = b"".join(padded(section.tobytes()) for section in sections) + padded(text)
    counts = (
        len(rows),
        len(table.questions),
        len(names),
        len(tables),
        len(exercises),
        len(repositories),
        NEIGHBOURS,
        0,
    )
    scales = (BREADTH, DECAY, RAW_LIMIT, STEP, LIMIT, len(text))
    return HEADER.pack(MAGIC, VERSION, len(fitted.mean), HEADER.size + len(body), *counts, *scales) + body


def padded(data):
    return data + bytes(-len(data) % 4)
