/// Whole outputs that tests compare with.
enum PlaylistExpectations {
  static let json = """
    {
      "schema": "hipreel-playlist/1",
      "routine": {
        "id": "sample",
        "title": "Sample",
        "intent": "restore",
        "fill": "loop",
        "seconds": 110,
        "toleranceSeconds": 0
      },
      "seconds": 65,
      "complete": false,
      "entries": [
        {
          "reel": "000000000001",
          "path": "couch.mp4",
          "exercise": "couch-stretch",
          "title": "couch-stretch",
          "block": "Front",
          "slot": 0,
          "side": "left",
          "sets": 1,
          "seconds": 30,
          "startMs": 0,
          "endMs": 30000,
          "plays": 1,
          "transitionSeconds": 0
        },
        {
          "reel": "000000000001",
          "path": "couch.mp4",
          "exercise": "couch-stretch",
          "title": "couch-stretch",
          "block": "Front",
          "slot": 0,
          "side": "right",
          "sets": 1,
          "seconds": 30,
          "startMs": 0,
          "endMs": 30000,
          "plays": 1,
          "transitionSeconds": 5,
          "cue": "switch sides"
        }
      ],
      "gaps": [
        {
          "block": "sit",
          "label": "Sit",
          "slots": 1,
          "emptySlots": 1,
          "asked": "flexion",
          "text": "No reel for flexion (sit). None exists.",
          "funnel": {"kind": 0, "place": 0, "level": 0, "equipment": 0, "exposures": 0, "avoided": 0, "held": 0, \
    "playable": 0, "sides": 0, "unused": 0}
        }
      ],
      "coverage": {
        "movements": {"covered": [], "uncovered": []},
        "planes": {"covered": [], "uncovered": []},
        "core": {"covered": [], "uncovered": []}
      },
      "score": {"emptySlots": 1, "uncovered": 0, "secondsOutside": 45, "imbalanceSeconds": 0, "warnings": 0, \
    "points": 40, "staleness": 0, "secondsOff": 45}
    }

    """
}
