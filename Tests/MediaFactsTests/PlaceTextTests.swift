import MediaFacts
import Testing

@Suite struct PlaceTextTests {
  @Test(arguments: [
    ("Shot at 47.376888, 8.541694 in the morning", "Shot at … in the morning"),
    ("47.376888 8.541694", ""), ("(47.376888,8.541694)", ""), ("47.376888;8.541694 gym", "… gym"),
    ("47.377, 8.542 our gym", "… our gym"), ("-33.8568, 151.2153: bridge", "…: bridge"),
    ("bridge at 47.3769° N, 8.5417° E", "bridge at …"), ("bridge N47.3769 E8.5417", "bridge …"),
    ("bridge 47.37 N / 8.54 E", "bridge …"), ("bridge 47,376888 8,541694", "bridge …"),
    ("bridge 47,376888; 8,541694", "bridge …"), ("Brücke 47,3769° Nord, 8,5417° Ost", "Brücke …"),
    ("Zürich lat 47.3769 lon 8.5417, bridge", "Zürich …, bridge"),
    ("lat: 47.3769\nlng: 8.5417\nbridge", "…\nbridge"),
    ("\"latitude\": 47.37, \"longitude\": 8.54 bridge", "\"… bridge"),
    ("Breite 47.37 Länge 8.54 Brücke", "… Brücke"), ("latitude=47.3769 bridge", "… bridge"),
    ("bridge 47°22'36.8\"N 8°32'30.1\"E", "bridge …"), ("bridge 47°22′36.8″N 8°32′30.1″E", "bridge …"),
    ("bridge 47º 22' 36.8\" N, 8º 32' 30.1\" O", "bridge …"), ("pont 47°22’36,8”N 8°32’30,1”O", "pont …"),
    ("bridge N 47° 22.613' E 008° 32.502'", "bridge …"), ("bridge N 47° 22.613 E 008° 32.502", "bridge …"),
    ("bridge 47 22 36.8 N 8 32 30.1 E", "bridge …"), ("bridge 47:22:36N 8:32:30E", "bridge …"),
    ("bridge 47 deg 22' 36.80\" N, 8 deg 32' 30.10\" E", "bridge …"), ("bridge 47,22.6133N 8,32.5017E", "bridge …"),
    ("bridge 47°22'36.8\"N", "bridge …"), ("bridge 48.3°N 11.6°E", "bridge …"),
    ("bridge +47.3769+008.5417/", "bridge …"), ("bridge +47.3769+008.5417+408.000/", "bridge …+408.000/"),
    ("bridge +4722.613+00832.502/", "bridge …"), ("bridge +47+008/", "bridge …"),
    ("bridge https://www.google.com/maps/@47.3768,8.5416,17z here", "bridge … here"),
    ("bridge https://www.google.de/maps/place/Gym+am+See/", "bridge …"),
    ("bridge https://maps.app.goo.gl/AbC12", "bridge …"),
    ("bridge (https://goo.gl/maps/AbC12)", "bridge (…)"), ("bridge maps.google.com/?q=gym", "bridge …"),
    ("bridge geo:47.37,8.54?z=12", "bridge …"), ("bridge https://maps.apple.com/?ll=47.37,8.54", "bridge …"),
    ("bridge https://www.openstreetmap.org/#map=17/47.37/8.54", "bridge …"),
    ("bridge https://osm.org/go/0CUI", "bridge …"),
    ("bridge https://waze.com/ul?ll=47.37,8.54", "bridge …"),
    ("bridge https://www.bing.com/maps?cp=47.37~8.54", "bridge …"),
    ("bridge https://w3w.co/filled.count.soap", "bridge …"),
    ("bridge https://maps.google.com/?ll=47.37, 8.54 there", "bridge … there"),
    ("bridge what3words: filled.count.soap", "bridge …"), ("bridge 8fvc9g8f+6x", "bridge …"),
    ("bridge 47.37688800000000000000000000, 8.541694", "bridge …"), ("lat47.3769lon8.5417 bridge", "… bridge"),
    ("bridge POINT(8.541694 47.376888)", "bridge POINT(…)"), ("bridge ///filled.count.soap", "bridge …"),
    ("bridge 8FVC9G8F+6X", "bridge …"), ("bridge 9G8F+6X Zürich", "bridge … Zürich"), ("bridge 8FVC0000+", "bridge …"),
    ("bridge 32T 465012 5247210", "bridge …"), ("bridge 32T MT 65012 47210", "bridge …"),
    ("bridge 32TMT6501247210", "bridge …"),
    ("bridge $GPRMC,123519,A,4722.613,N,00832.502,E,022.4,084.4,230394,003.1,W*6A", "bridge …"),
    ("bridge GPS (8.54, 47.37, 15)", "bridge GPS (…, 15)"), ("🧘 47.376888, 8.541694 🧘", ""),
    ("clip_47.3769_8.5417.mp4", "clip_….mp4"), ("bridge ４７.３７６９, ８.５４１７", "bridge …"),
    ("here: 47.376888, 8.541694; and 46.947975, 7.447447 there", "here: …; and … there"),
  ])
  func `a place is blanked, the rest of the text stays`(text: String, blanked: String) {
    #expect(PlaceText.blanked(text) == blanked)
    #expect(PlaceText.occurs(in: text))
  }

  @Test(arguments: [
    "90/90 switch", "3.5, 2.0 kg", "tempo 3-1-3", "12.5 x 4", "1.5, 2.5, 5 kg plates", "1:30, 2:45", "v1.2.3, 2.0.1",
    "at 10:15:30 and 11:20:45", "2024-06-11 10:10:10", "3 x 12, rest 60 s", "90° hip flexion, 45° abduction",
    "45°/90°", "from 45.5° to 90.5°", "hold 45° for 30''", "45° 30 s", "12.500, 15.750 Schritte", "1,250, 2,500 steps",
    "0.125, 0.375 in", "0.500, 0.750", "2.375, 4.125 kg", "0.321, 0.654, 0.987", "lat pulldown 45.5, long lever 12.5",
    "lat 3 x 12, long 20 s", "N = 12, E = 5", "3 N, 5 E", "12.5 W, 30.5 S", "10 E 20 W 30", "+20 reps, -10 kg",
    "+10+100 kg", "-20 % off, +30 reps", "week 1+2", "L4-L5, S1", "2+2", "20X+20X", "1111+22", "and/or // no",
    "https://example.org/google.com/map", "https://www.google.com/search?q=hip", "geo: none", "maps: none",
    "read www.instagram.com/reel/AbC12", "file:///a.b.c", "$GPX,1", "10K 12M 5 RM", "page 33 of 50", "5x5 @ 80.25 kg",
    "hip.flexor.march", "ratio 1.618, pi 3.142 twice", "Übung 1.1 und 1.2", "R 12.5 L 13.5", "", "…", "12.5 e 13.5",
    "S1 E2", "6 am - 9 pm", "GPS off", "70.3 Ironman, 42.195 km", "21.097, 42.195 km",
  ])
  func `other numbers stay`(text: String) {
    #expect(PlaceText.blanked(text) == text)
    #expect(!PlaceText.occurs(in: text))
  }

  @Test(arguments: ["1", "1.", "N", "lat ", "47.3769,", "http://", "a.", "///", "$G", "8F", "°", "4°5'", "+47.1", "🧘1"])
  func `a long text takes time in proportion`(piece: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let clock = ContinuousClock()
    // A rule that looks back or ahead without a bound would take hours.
    #expect(clock.measure { _ = PlaceText.blanked(text) } < .seconds(20))
  }
}

@Suite struct CameraTelemetryTests {
  @Test(arguments: [
    ["F/2.8, SS 312.50, ISO 200, EV 0, GPS (8.5416, 47.3768, 20), D 12.40m, H 5.10m, H.S 0.00m/s, V.S 0.00m/s "],
    [
      "HOME(8.5416,47.3768) 2019.05.11 09:20:31\nGPS(8.5417,47.3769,16) BAROMETER:3.4\nISO:100 Shutter:120 EV: Fnum:F2.8"
    ],
    [
      "<font size=\"36\">FrameCnt : 1, DiffTime : 33ms\n2021-07-02 18:12:09,512,331\n[iso : 110] [shutter : 1/240.0] "
        + "[fnum : 280] [ev : 0] [ct : 5310] [color_md : default] [focal_len : 240] [latitude: 47.376888] "
        + "[longtitude: 8.541694] [altitude: 512.300000] </font>"
    ],
    [
      "<font size=\"28\">SrtCnt : 2, DiffTime : 16ms\n2023-02-18 11:05:44.101\n[iso: 100] [shutter: 1/1600.0] [fnum: 1.7] "
        + "[ev: 0] [color_md: default] [focal_len: 24.00] [dzoom_ratio: 1.00], [latitude: 47.376888] "
        + "[longitude: 8.541694] [rel_alt: 1.300 abs_alt: 488.012] [ct: 5493] </font>"
    ],
    [
      "HOME(E: 8.541600, N: 47.376800) 2020-08-01 10:11:12\nGPS(E: 8.541694, N: 47.376888, 17.20m)\nISO:100 SHUTTER:60 EV:0.0"
    ],
    ["$GPRMC,101112.000,A,4722.613,N,00832.502,E,0.02,31.66,280511,,,A*43"],
    ["2022-04-30 07:45:10 N:47.3768 E:8.5416 35 km/h"],
    ["2022-04-30 07:45:10"], ["30.04.2022 07:45:10\n1/100 F2.4"],
    ["Lat: 47.376888 Lon: 8.541694 Alt: 408 m Speed: 3.2 m/s"],
    ["47.376888, 8.541694"], ["ISO 100 1/120 F2.8 EV 0.0", "ISO 100 1/120 F2.8 EV 0.0", "take off"],
  ])
  func `what a camera writes about itself is its own`(cues: [String]) {
    #expect(CameraTelemetry.fills(cues))
  }

  @Test(arguments: [
    ["today we do ten clamshells"], ["10", "9", "8", "and rest"], ["3 sets of 12", "then 30 seconds on each side"],
    ["ISO hold for 30 seconds"], ["bring it home, 5 more"], ["speed 5, incline 10", "keep going"], [],
    ["we are at 47.376888, 8.541694 at the lake today", "couch stretch on the left side"],
    ["roll to the left 10 times", "pitch your pelvis", "drive home"], ["EV", "GPS"],
    ["take a photo with ISO 100 and F/2.8 if you like", "now the bridge", "and again"],
  ])
  func `what somebody says is not`(cues: [String]) {
    #expect(!CameraTelemetry.fills(cues))
  }
}
