"""Reads a model file (docs/POSE.md, "The model file") and says what a signature is like: the reference for readers."""

import struct

import numpy as np

MAGIC = b"HPLK"
VERSION = 1
HEADER = struct.Struct("<4sHHIHHHHHHHHfffffI")
NONE = 0xFFFF


class Likeness:
    """A model, read from bytes. Raises ValueError if they aren't one."""

    def __init__(self, data):
        if len(data) < HEADER.size:
            raise ValueError("shorter than its header")
        magic, version, columns, length, *counts = HEADER.unpack_from(data)
        rows, questions, classes, knots, exercises, repositories, self.neighbours, _ = counts[:8]
        self.breadth, self.decay, self.raw_limit, self.step, self.limit, text_length = counts[8:]
        if magic != MAGIC or version != VERSION or length != len(data):
            raise ValueError("not a likeness file of version 1")
        self._data, self._at = data, HEADER.size
        self.mean = self._take("<f4", columns)
        self.inverse = self._take("<f4", columns)
        self.weight = self._take("<f4", columns)
        self.mirror = self._take("u1", columns)
        self.signs = self._take("i1", columns)
        spans = self._take("<u2", questions, 2).astype(int)
        facts = self._take(
            [
                ("prior", "<f4"),
                ("scale", "<f4"),
                ("knot", "<u2"),
                ("knots", "<u2"),
                ("flags", "<u2"),
                ("leader", "<u2"),
            ],
            classes,
        )
        self.knots = self._take("<f4", knots, 3)
        self.exemplars = self._take("i1", rows, columns)
        self.coefficients = self._take("<i2", rows, classes)
        self.about = self._take("<u2", rows, 8)
        strings = questions + classes + exercises + repositories
        offsets = self._take("<u4", strings + 1)
        text = bytes(self._take("u1", text_length))
        if self._at != len(data) or offsets[-1] != text_length or (np.diff(offsets.astype(int)) < 0).any():
            raise ValueError("sections don't add up")
        words = [text[start:end].decode() for start, end in zip(offsets, offsets[1:])]
        self.questions = words[:questions]
        self.classes = words[questions : questions + classes]
        self.exercises = words[questions + classes :][:exercises]
        self.repositories = words[questions + classes + exercises :]
        self.leaders = facts["leader"].astype(int)
        if (
            (self.mirror >= columns).any()
            or (spans.sum(1) > classes).any()
            or (facts["knot"].astype(int) + facts["knots"] > knots).any()
            or any((self.leaders[a : a + n] < a).any() or (self.leaders[a : a + n] >= a + n).any() for a, n in spans)
        ):
            raise ValueError("an index is out of range")
        ids, repos = self.about[:, :2], self.about[:, 2]
        if ((ids >= exercises) & (ids != NONE)).any() or (repos >= repositories).any():
            raise ValueError("an index is out of range")
        self.spans = {name: range(first, first + count) for name, (first, count) in zip(self.questions, spans.tolist())}
        self.prior = facts["prior"].astype(float)
        self.scale = facts["scale"].astype(float)
        self.table = [
            self.knots[first : first + count] for first, count in zip(facts["knot"].tolist(), facts["knots"].tolist())
        ]
        self.silent = (facts["flags"] & 1).astype(bool)

    def _take(self, kind, *shape):
        kind = np.dtype(kind)
        size = kind.itemsize * int(np.prod(shape))
        if self._at + size > len(self._data):
            raise ValueError("a section is cut off")
        array = np.frombuffer(self._data, kind, int(np.prod(shape)), self._at).reshape(shape)
        self._at += -(-size // 4) * 4
        return array

    def mirrored(self, signature):
        return np.asarray(signature, float)[self.mirror] * self.signs

    def distances(self, signature):
        """How far the signature, and its mirror image, are from each exemplar."""
        plain = np.asarray(signature, float).clip(-self.raw_limit, self.raw_limit)
        pair = []
        for row in (plain, self.mirrored(plain)):
            row = ((row - self.mean) * self.inverse).clip(-self.limit, self.limit)
            pair.append(np.abs(self.exemplars * float(self.step) - row) @ self.weight.astype(float))
        return pair

    def say(self, signature):
        """Probabilities and the likeliest class per question, with its score and its two confidences."""
        pair = self.distances(signature)
        kernel = np.exp(-self.breadth * pair[0]) + np.exp(-self.breadth * pair[1])
        raw = kernel @ self.coefficients * self.scale + self.prior
        answers = {}
        for question, span in self.spans.items():
            shares = np.maximum(raw[span.start : span.stop], 0)
            shares = shares / shares.sum() if shares.sum() > 0 else np.full(len(span), 1 / len(span))
            together = np.zeros(len(span))
            np.add.at(together, self.leaders[span.start : span.stop] - span.start, shares)
            best = int(together.argmax())
            likely, earned = self.confidence(span[best], together[best])
            answers[question] = {
                "shares": shares,
                "class": self.classes[span[best]],
                "score": float(together[best]),
                "likely": likely,
                "earned": earned,
                "silent": bool(self.silent[span[best]]),
            }
        return answers, np.minimum(*pair)

    def confidence(self, index, score):
        """The last row of the class's table whose score isn't above this one."""
        table = self.table[index]
        row = int(np.searchsorted(table[:, 0], np.float32(score), side="right")) - 1
        return (float(table[row, 1]), float(table[row, 2])) if row >= 0 else (0.0, 0.0)

    def nearest(self, distance, allowed=None):
        """The nearest exemplars that name an exercise, nearest first; of equals the first in the file."""
        order = np.argsort(distance, kind="stable")
        fits = self.about[order, 0] != NONE
        if allowed is not None:
            fits &= allowed[order]
        return order[fits][: self.neighbours]

    def shortlist(self, answers, distance, allowed=None):
        """Exercises with their weights, heaviest first; of equals the one first in the alphabet.

        An exercise weighs its share among the neighbours and, if it is a class, its share of the answer.
        """
        near = {}
        for row in self.nearest(distance, allowed):
            for id in self.about[row, :2]:
                if id != NONE:
                    near[self.exercises[id]] = near.get(self.exercises[id], 0) + float(
                        np.exp(-self.decay * distance[row])
                    )
        whole = sum(near.values())
        weights = {id: weight / whole for id, weight in near.items()}
        for place, share in zip(self.spans["exercise"], answers["exercise"]["shares"]):
            if share > 0:
                weights[self.classes[place]] = weights.get(self.classes[place], 0) + float(share)
        return sorted(weights.items(), key=lambda item: (-item[1], item[0]))
