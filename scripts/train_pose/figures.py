"""What the small file says of clips from repositories that its training didn't see; and randomised trees beside it."""

from collections import Counter

import numpy as np

from .calibration import Claims, led, steps
from .fitting import Fitted
from .modelfile import written
from .reader import NONE, Likeness

THRESHOLDS = (0, 0.4, 0.5, 0.6, 0.7)
BAR = 0.95


class Measured:
    """Claims and shortlists of models trained without the repository of the clip, for several assignments of folds."""

    def __init__(self, table, assignments):
        self.table = table
        self.claims = {question: Claims(question, table) for question in table.questions}
        self.shortlists = []
        self.folds = []
        for seed in range(assignments):
            folds = table.folds(seed)
            for test, rows in table.splits(seed):
                model = Likeness(written(table, Fitted(table, rows)))
                for row in test:
                    answers, distance = model.say(table.plain[row])
                    for question, answer in answers.items():
                        self.claims[question].add(row, answer, seed)
                    if table.exercises[row]:
                        named = {id for id_row in model.about[:, :2] for id in id_row if id != NONE}
                        mates = {model.exercises[id] for id in named} & set(table.exercises[row])
                        self.shortlists.append(
                            (row, bool(mates), [id for id, _ in model.shortlist(answers, distance)[:5]])
                        )
                    self.folds.append(folds[row])
        self.folds = np.array(self.folds)
        for claims in self.claims.values():
            claims.close()

    def knots(self):
        """The steps that the file carries: from all claims."""
        made = {}
        for claims in self.claims.values():
            made |= steps(claims, np.ones(len(claims.rows), bool))
        return made

    def earned(self, question):
        """What each claim's confidence would be if its own fold hadn't been there to calibrate with."""
        claims = self.claims[question]
        seeds = claims.assignment
        earned, likely = np.zeros(len(claims.rows)), np.zeros(len(claims.rows))
        for seed in set(claims.assignment):
            folds = self.table.folds(seed)
            for fold in np.unique(folds):
                own = np.flatnonzero((seeds == seed) & (folds[claims.rows] == fold))
                made = steps(claims, folds[claims.rows] != fold)
                for index in own:
                    for score, likely_, earned_ in made.get((question, claims.said[index]), []):
                        if score <= claims.score[index]:
                            likely[index], earned[index] = likely_, earned_
        return likely, earned


def show(measured):
    table = measured.table
    for question, claims in measured.claims.items():
        print(f"\n{question}: right of claims, a clip and assignment of folds each (found, of clips that have one)")
        likely, earned = measured.earned(question)
        for people in (True, False):
            for name, sure in (("score", claims.score), ("likely", likely), ("earned", earned)):
                cells = []
                for bar in THRESHOLDS if name == "score" else (0.8, 0.9, BAR):
                    cells.append(f"{bar}: {cell(claims, claims.people == people, sure >= bar, people)}")
                print(f"  {'people' if people else 'drawn':7}{name:7}" + " | ".join(cells))
        capped(claims, earned)
        if question == "exercise":
            continue
        print(f"  by class, earned >= {BAR}: right of claims; always: whatever the score; clips of people; best earned")
        best = {name: rows[-1][2] for (_, name), rows in steps(claims, np.ones(len(claims.rows), bool)).items()}
        for name in table.questions[question]:
            own = claims.said == name
            has = sum(
                name in led(question, words) and known
                for words, known in zip(claims.table.accepted[question], table.people)
            )
            cells = [
                f"{group}: {cell(claims, own & (claims.people == people), earned >= BAR)}"
                for group, people in (("people", True), ("drawn", False))
            ]
            all_ = cell(claims, own & claims.people, claims.score >= 0)
            print(
                f"    {name:18}" + " | ".join(cells) + f" | always: {all_} | {has} clips, best {best.get(name, 0):.3f}"
            )
    print("\nexercise: top 1, 3, 5")
    for people in (True, False):
        fits = [(row, list_) for row, mate, list_ in measured.shortlists if mate and table.people[row] == people]
        hits = [
            np.mean([bool(set(list_[:top]) & set(table.exercises[row])) for row, list_ in fits]) for top in (1, 3, 5)
        ]
        print(f"  {'people' if people else 'drawn':7}" + " ".join(f"{hit:.3f}" for hit in hits) + f" of {len(fits)}")


def cell(claims, among, sure, people=None):
    said = claims.claim & among & sure
    if not said.any():
        return "none"
    text = f"{claims.right[said].mean():.3f} of {said.sum() / claims.assignments:.1f}"
    if people is not None:
        wanted = claims.wanted & (claims.table.people == people)
        found = (claims.right & said & claims.wanted[claims.rows]).sum() / claims.assignments
        text += f" ({found / wanted.sum():.3f})"
    return text


def capped(claims, earned):
    """The same where a repository counts as at most 20 claims, and the repositories with the most wrong ones."""
    said = claims.claim & claims.people & (earned >= BAR)
    names = claims.table.repositories[claims.rows]
    sizes, wrong = Counter(names[said]), Counter(names[said & ~claims.right])
    weight = np.array([min(1, 20 * claims.assignments / max(1, sizes[name])) for name in names])
    if said.any():
        share = (weight * claims.right)[said].sum() / weight[said].sum()
        print(
            f"  people, earned >= {BAR}, a repository at most 20 clips: {share:.3f}; most wrong: "
            + ", ".join(
                f"{name} {count / claims.assignments:.1f} of {sizes[name] / claims.assignments:.1f}"
                for name, count in wrong.most_common(5)
            )
        )


def show_trees(table):
    """The figures of 300 extremely randomised trees, as they were before there was a file."""
    from sklearn.ensemble import ExtraTreesClassifier

    for question in ("purpose", "position"):
        accepted = table.accepted[question]
        single = np.array([words[0] if len(words) == 1 else "?" for words in accepted])
        claims = Claims(question, table)
        for test, rows in table.splits(0):
            rows = rows[single[rows] != "?"]
            trees = ExtraTreesClassifier(300, min_samples_leaf=2, class_weight="balanced", random_state=0)
            trees.fit(np.r_[table.plain[rows], table.mirrored[rows]], np.r_[single[rows], single[rows]])
            shares = (trees.predict_proba(table.plain[test]) + trees.predict_proba(table.mirrored[test])) / 2
            for row, share in zip(test, shares):
                claims.add(row, {"class": trees.classes_[share.argmax()], "score": share.max()}, 0)
        claims.close()
        for people in (True, False):
            cells = [
                f"{bar}: {cell(claims, claims.people == people, claims.score >= bar, people)}" for bar in THRESHOLDS
            ]
            print(f"  {question:9}{'people' if people else 'drawn':7}" + " | ".join(cells))
