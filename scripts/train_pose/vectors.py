"""Signatures that belong to nobody, and what the reader says of them: the Swift port is tested with these."""

import json

import numpy as np

from .table import COLUMNS

COUNT = 40
LEAST = 0.1


def vectors(table, model):
    random = np.random.default_rng(20)
    rows = [mixed(index, table, random) for index in range(COUNT)]
    rows[0][83] = 40.0  # beyond what is kept
    return [said(row, model) for row in rows]


def mixed(index, table, random):
    """A blend of clips alike, of any clips, or nothing like a body; none is near to a clip of the table."""
    deviation = table.plain.std(0)
    while True:
        if index % 8 == 7:
            signature = random.normal(0, 2, COLUMNS)
        else:
            chosen = random.choice(alike(random.integers(table.count), table) if index % 4 else table.count, 3)
            signature = (
                random.dirichlet(np.full(3, 3.0)) @ table.plain[chosen] + random.normal(0, 0.2, COLUMNS) * deviation
            )
        if np.abs(table.plain - signature).mean(1).min() > LEAST:
            return np.round(signature, 4) + 0.0


def alike(row, table):
    labels = list(zip(table.accepted["purpose"], table.accepted["position"]))
    return [other for other, label in enumerate(labels) if label == labels[row]]


def said(signature, model):
    answers, distance = model.say(signature)
    nearest = np.argsort(distance, kind="stable")[:3]
    return {
        "signature": signature.tolist(),
        "mirrored": (np.round(model.mirrored(signature), 4) + 0.0).tolist(),
        "questions": {
            question: {
                "shares": {
                    model.classes[place]: round(float(share), 6)
                    for place, share in zip(model.spans[question], answer["shares"])
                    if share > 0
                },
                "class": answer["class"],
                "score": round(answer["score"], 6),
                "likely": round(answer["likely"], 4),
                "earned": round(answer["earned"], 4),
            }
            for question, answer in answers.items()
        },
        "exercises": [{"id": id, "weight": round(weight, 6)} for id, weight in model.shortlist(answers, distance)[:5]],
        "nearest": [{"exemplar": int(row), "distance": round(float(distance[row]), 6)} for row in nearest],
    }


def text(rows):
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"
