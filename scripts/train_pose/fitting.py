"""Learns a model from rows of the table: kernel ridge regression over exemplars, all questions at once.

k(a, b) = exp(-G d(a, b)) + exp(-G d(a, mirrored b)), d = a weighted mean of |a - b| in standard deviations. The
coefficients solve (K + R / w) C = Y - prior, where Y are shares of classes and w weighs rows: rare classes more, rows
of a large repository less. The model and its mirror image say the same.
"""

from collections import Counter

import numpy as np

from .table import COLUMNS

BREADTH = 2.0  # G
RIDGE = 0.1  # R
BALANCE = 0.5  # a row of a class with n rows weighs n ** -BALANCE
REPOSITORY_ROWS = 40  # a larger repository weighs as much as one of this size
MOTION_WEIGHT = 2.0  # a motion column against a posture column
LIMIT = 4.0  # standard deviations
STEP = LIMIT / 127
DECAY = 10.0  # a neighbour at distance d weighs exp(-DECAY d)
NEIGHBOURS = 25
GRID = 4096  # means and deviations are multiples of 1 / GRID, so that no machine's last bit shows


class Fitted:
    """What training found, as it is written: quantised."""

    def __init__(self, table, rows):
        self.rows = rows
        both = np.r_[table.plain[rows], table.mirrored[rows]]
        self.mean = (np.round(both.mean(0) * GRID) / GRID).astype("<f4")
        deviation = np.maximum(np.round(both.std(0) * GRID) / GRID, 1 / GRID)
        self.inverse = (1 / deviation).astype("<f4")
        weight = np.r_[np.ones(96), np.full(COLUMNS - 96, MOTION_WEIGHT)]
        self.weight = (weight / weight.sum()).astype("<f4")
        self.mirror, self.signs = table.mirror.astype("u1"), table.signs.astype("i1")
        self.exemplars = self._quantised(table.plain[rows])
        mirrored = self._quantised(table.mirrored[rows])
        kernel = self._kernel(self.exemplars, self.exemplars) + self._kernel(self.exemplars, mirrored)
        self.prior, self.scale, columns = [], [], []
        for question in table.questions:
            prior, solved = self._solved(kernel, table.targets(question)[rows], table.repositories[rows])
            for name in range(len(prior)):
                # A power of two, so that the file doesn't depend on the last bit of a maximum.
                largest = np.abs(solved[:, name]).max()
                scale = 2.0 ** np.ceil(np.log2(largest / 32767)) if largest > 0 else 1.0
                columns.append(np.round(solved[:, name] / scale))
                self.scale.append(scale)
            self.prior += list(np.round(prior * GRID) / GRID)
        self.coefficients = np.array(columns).T.astype("<i2")

    def _quantised(self, rows):
        scaled = ((rows - self.mean) * self.inverse).clip(-LIMIT, LIMIT)
        return np.round(scaled / STEP).astype("i1")

    def _kernel(self, these, those):
        those = those.astype(np.float32) * np.float32(STEP)
        distances = [np.abs(those - row) @ self.weight for row in these.astype(np.float32) * np.float32(STEP)]
        return np.exp(-BREADTH * np.array(distances, float))

    @staticmethod
    def _solved(kernel, targets, repositories):
        sizes = Counter(repositories)
        known = np.flatnonzero(targets.sum(1) > 0)
        targets = targets[known]
        weights = targets @ np.maximum(targets.sum(0), 1e-9) ** -BALANCE
        weights *= [min(1, REPOSITORY_ROWS / sizes[name]) for name in repositories[known]]
        weights /= weights.mean()
        prior = weights @ targets / weights.sum()
        solved = np.zeros((len(kernel), targets.shape[1]))
        solved[known] = np.linalg.solve(kernel[np.ix_(known, known)] + np.diag(RIDGE / weights), targets - prior)
        return prior, solved
