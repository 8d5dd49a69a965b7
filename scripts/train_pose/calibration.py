"""How sure a score is: measured on clips of people in repositories that training didn't see.

Every class has a table of steps: score, likely, earned.
likely  how often a claim of the question with about this score is right (isotonic regression over all its classes)
earned  how often claims of the question with at least this score are right; but no more than its class has shown:
        after fewer than 50 claims the share of them that was right, one more wrong one supposed, so that 18 right ones
        can't earn 0.95 (a drawing counts half); after more the upper end of its Wilson interval of one deviation, so
        that a poor class doesn't ride on good ones
"""

import numpy as np

from .table import LEADERS, SILENT

MANY = 50


class Claims:
    """What models said of clips they hadn't seen: one row per clip and assignment of folds."""

    def __init__(self, question, table):
        self.question, self.table = question, table
        self.rows, self.said, self.score, self.assignment = [], [], [], []

    def add(self, row, answer, assignment):
        self.rows.append(row)
        self.said.append(answer["class"])
        self.score.append(np.float32(answer["score"]))
        self.assignment.append(assignment)

    def close(self):
        accepted = self.table.accepted[self.question]
        self.rows, self.said, self.score, self.assignment = map(
            np.array, (self.rows, self.said, self.score, self.assignment)
        )
        self.right = np.array([word in led(self.question, accepted[row]) for word, row in zip(self.said, self.rows)])
        known = np.array([bool(accepted[row]) for row in self.rows])
        self.claim = known & ~np.isin(self.said, list(SILENT[self.question]))
        self.wanted = np.array([bool(words) and not SILENT[self.question] & set(words) for words in accepted])
        self.people = self.table.people[self.rows]
        self.assignments = len(set(self.assignment))
        return self


def led(question, words):
    """Words with those of the classes that answer for them."""
    return [*words, *(LEADERS[question, word] for word in words if (question, word) in LEADERS)]


def steps(claims, which):
    """The steps of every class, from the claims that `which` marks."""
    claimed = which & claims.claim
    people = claimed & claims.people
    likely = isotonic(claims.score[people], claims.right[people])
    overall = tail(claims, people)
    made = {}
    for name in claims.table.questions[claims.question]:
        own = claimed & (claims.said == name)
        if name in SILENT[claims.question] or not own.any():
            continue
        earned = rising([(score, min(share, shown(claims, own, score))) for score, share in overall])
        if claims.question == "exercise":  # too few clips each: no exercise is ever a tag
            earned = []
        scores = sorted({score for score, _ in likely} | {score for score, _ in earned})
        made[claims.question, name] = merged(scores, likely, earned)
    return made


def tail(claims, which):
    """The share right of all claims from each score on."""
    order = np.argsort(-claims.score[which], kind="stable")
    score, right = claims.score[which][order], np.cumsum(claims.right[which][order])
    share = right / np.arange(1, len(order) + 1)
    last = np.flatnonzero(np.r_[np.diff(score) != 0, True])  # equal scores count together
    table = rising([(float(score[place]), float(share[place])) for place in last[::-1]])
    return thinned([(score, rounded(share)) for score, share in table])


def shown(claims, own, score):
    """What a class's own claims from a score on allow."""
    own = own & (claims.score >= score)
    people, drawn = ((own & (claims.people == group)).sum() / claims.assignments for group in (True, False))
    count = people + drawn / 2
    right, right_drawn = (
        claims.right[own & (claims.people == group)].sum() / claims.assignments for group in (True, False)
    )
    if count < MANY:
        return rounded((right + right_drawn / 2) / (count + 1))
    return rounded(upper(right, people))


def upper(right, count):
    """The upper end of the Wilson interval of one standard deviation."""
    if count == 0:
        return 1.0
    share = right / count
    return (share + 0.5 / count + np.sqrt(share * (1 - share) / count + 0.25 / count**2)) / (1 + 1 / count)


def isotonic(score, right):
    """Pool adjacent violators."""
    order = np.argsort(score, kind="stable")
    blocks = []  # score, right, count
    for one, good in zip(score[order], right[order]):
        blocks.append([float(one), float(good), 1])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            _, good_, count = blocks.pop()
            blocks[-1][1] += good_
            blocks[-1][2] += count
    return thinned(rising([(score_, rounded(good_ / (count + 1))) for score_, good_, count in blocks]))


def merged(scores, likely, earned):
    rows = []
    for score in scores:
        row = (score, at(likely, score), at(earned, score))
        if not rows or row[1:] != rows[-1][1:]:
            rows.append(row)
    return rows


def at(table, score):
    return max((value for start, value in table if start <= score), default=0.0)


def rising(table):
    """Only the rows that are higher than all before: a higher score is never less sure."""
    kept, best = [], 0.0
    for score, value in table:
        if value > best:
            kept.append((score, value))
            best = value
    return kept


def thinned(table):
    """One row, the first, per half a hundredth."""
    kept = []
    for row in table:
        if not kept or int(row[1] * 200) > int(kept[-1][1] * 200):
            kept.append(row)
    return kept


def rounded(share):
    return int(share * 1000) / 1000  # down
