"""Writes a catalog of ten thousand reels that never were, for `hipreel import`: names, tags and words as a folder has them,
one of them hostile.

    python3 Tests/Page/many.py FILE
"""

import json
import sys

COUNT = 10_000
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2028"
DRILLS = [  # exercise, primary movement, mode, position
    ("couch-stretch", "extension", "stretch", "half-kneeling"),
    ("clamshell", "external-rotation", "activation", "side-lying"),
    ("standing-hip-abduction", "abduction", "strength", "standing"),
    ("side-lying-hip-adduction", "adduction", "strength", "side-lying"),
    ("ninety-ninety-switch", "internal-rotation", "mobility", "seated-floor"),
    ("leg-swings-front-back", "flexion", "mobility", "standing"),
]


def reel(number):
    exercise, movement, mode, position = DRILLS[number % len(DRILLS)]
    text = f"{exercise.replace('-', ' ')} for stiff hips, take {number}"
    if number == 7000:
        text = f"{exercise.replace('-', ' ')} {HOSTILE}"
    end = len(exercise)
    match = {"evidence": 0, "start": 0, "end": end if number != 7000 else len(text.encode()), "entry": f"exercise:{exercise}", "weight": 900}

    def tag(facet, value, **more):
        return {"facet": facet, "value": value, **more, "confidence": (600 + number % 400) / 1000, "matches": [match]}

    return {
        "id": f"{number:012x}",
        "paths": [{"path": f"{number // 500:02}/IMG_{number:05}.mp4" if number != 7000 else "<img src=x onerror=alert(1)>.mp4"}],
        "status": "ok",
        "byteCount": 1_000_000 + number,
        "video": {
            "container": "mov", "durationMs": 5000 + number * 37 % 90_000, "width": 360, "height": 640, "codedWidth": 360,
            "codedHeight": 640, "rotation": 0, "mirrored": False, "videoCodec": "h264"},
        "evidence": [{"source": "sidecar", "field": "description", "text": text}],
        "tags": [
            tag("exercise", exercise), tag("movement", movement, role="primary"), tag("mode", mode), tag("position", position),
            tag("level", "beginner")],
        "edits": [],
    }


if __name__ == "__main__":
    document = {"schema": "hipreel-catalog/1", "generator": "many.py", "vocabulary": "none", "reels": [reel(n) for n in range(1, COUNT + 1)]}
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(document, file)
