"""The tables of docs/POSE.md's datasheet."""

from collections import Counter


def show_datasheet(table, model):
    repositories = sorted(set(table.repositories), key=lambda name: (-sum(table.repositories == name), name.lower()))
    print("\n| repository | people | drawn |\n| --- | ---: | ---: |")
    for name in repositories:
        own = table.repositories == name
        print(f"| {name} | {(own & table.people).sum() or ''} | {(own & ~table.people).sum() or ''} |")
    for question, classes in table.questions.items():
        print(f"\n| {question} | people | drawn | repositories |\n| --- | ---: | ---: | ---: |")
        for name in classes:
            rows = [row for row, words in enumerate(table.accepted[question]) if name in words]
            counts = Counter(bool(table.people[row]) for row in rows)
            print(f"| {name} | {counts[True]} | {counts[False]} | {len({table.repositories[row] for row in rows})} |")
