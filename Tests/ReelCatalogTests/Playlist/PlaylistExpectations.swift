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
          "text": "no reel for flexion in \\"Sit\\": nothing matches",
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

  static let xspf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <playlist version="1" xmlns="http://xspf.org/ns/0/" xmlns:vlc="http://www.videolan.org/vlc/playlist/ns/0/">
      <title>Sample</title>
      <trackList>
        <track>
          <location>a%20%231.mp4</location>
          <title>squat</title>
          <creator>Sit</creator>
          <annotation>then 5 s of rest</annotation>
          <trackNum>1</trackNum>
          <duration>40000</duration>
          <extension application="http://www.videolan.org/vlc/playlist/0">
            <vlc:option>start-time=1.500</vlc:option>
            <vlc:option>stop-time=13.500</vlc:option>
            <vlc:option>input-repeat=2</vlc:option>
          </extension>
        </track>
        <track>
          <location>left.mp4</location>
          <title>couch-stretch (left)</title>
          <creator>Front</creator>
          <trackNum>2</trackNum>
          <duration>30000</duration>
        </track>
        <track>
          <location>right.mp4</location>
          <title>couch-stretch (right, switch sides)</title>
          <creator>Front</creator>
          <annotation>then 5 s of rest</annotation>
          <trackNum>3</trackNum>
          <duration>30000</duration>
        </track>
      </trackList>
    </playlist>

    """

  static let jspf = """
    {
      "playlist": {
        "title": "Sample",
        "track": [
          {
            "location": ["a%20%231.mp4"],
            "title": "squat",
            "creator": "Sit",
            "annotation": "then 5 s of rest",
            "trackNum": 1,
            "duration": 40000,
            "extension": {
              "http://www.videolan.org/vlc/playlist/0": [{"option": ["start-time=1.500", "stop-time=13.500", \
    "input-repeat=2"]}]
            }
          },
          {
            "location": ["left.mp4"],
            "title": "couch-stretch (left)",
            "creator": "Front",
            "trackNum": 2,
            "duration": 30000
          },
          {
            "location": ["right.mp4"],
            "title": "couch-stretch (right, switch sides)",
            "creator": "Front",
            "annotation": "then 5 s of rest",
            "trackNum": 3,
            "duration": 30000
          }
        ]
      }
    }

    """
}
