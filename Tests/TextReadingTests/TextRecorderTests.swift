import MediaFacts
import Testing

@testable import TextReading

/// Lines over the pictures of a film: what is read, how often, and what is believed.
@Suite struct TextRecorderTests {
  private let empty = Canvas().picture

  @Test func `a line that stands still is read once`() throws {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    recorder.take([empty] + [UprightPicture](repeating: Canvas.with("SIDE LUNGES"), count: 10) + [empty])
    #expect(reader.count == 1)
    let text = try #require(recorder.text(isWhole: true))
    #expect(text.isWhole)
    #expect(text.pictureSize == empty.size)
    let line = try #require(text.lines.first)
    #expect(text.lines.count == 1)
    #expect(line.text == "side lunges")
    #expect((line.startMilliseconds, line.endMilliseconds) == (500, 5000))
    #expect((line.score, line.language) == (96, .english))
    #expect(line.box == ScreenBox(left: 93, top: 277, right: 500, bottom: 356))
  }

  @Test func `a line that is not quite sure is read again, and the surest reading kept`() {
    var scores: [Float] = [80, 89, 85, 99]
    let reader = CountingReader { _ in [ReadWord(text: "side lunges", confidence: scores.removeFirst())] }
    var recorder = TextRecorder([reader.reader()])
    recorder.take([UprightPicture](repeating: Canvas.with("SIDE LUNGES"), count: 10))
    #expect(reader.count == 3)
    #expect(recorder.lines.map(\.score) == [89])
  }

  @Test func `a line of one picture is neither read nor believed`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    recorder.take([empty, Canvas.with("SIDE LUNGES"), empty, empty])
    #expect(reader.count == 0)
    #expect(recorder.lines.isEmpty)
    #expect(recorder.text(isWhole: false)?.isWhole == false)
  }

  @Test func `nothing is said before the first picture`() {
    #expect(TextRecorder([]).text(isWhole: true) == nil)
    var recorder = TextRecorder([])
    recorder.take([Canvas.with("SIDE LUNGES"), Canvas.with("SIDE LUNGES")])
    #expect(recorder.lines.isEmpty)
  }

  @Test func `what an encoder changes is the same line`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    for index in 0..<8 {
      var canvas = Canvas()
      canvas.write("SIDE LUNGES", 60, 100)
      // A point at the edge of some strokes.
      for y in stride(from: 100, to: 128, by: 7) { canvas.set(59 + index % 2, y, Canvas.white) }
      recorder.take(canvas.picture, at: 500 * index)
    }
    #expect(reader.count == 1)
    #expect(recorder.lines.map(\.text) == ["side lunges"])
  }

  @Test func `a line that slides in is read where it stops`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    recorder.take([400, 280, 160, 60, 60, 60].map { Canvas.with("SIDE LUNGES", $0) })
    #expect(recorder.lines.map(\.text) == ["side lunges"])
    #expect(reader.count <= 3)
  }

  @Test func `a line that drifts over the picture is one line`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    recorder.take((0..<8).map { Canvas.with("SIDE LUNGES", 60 + 9 * $0, 100 + 3 * $0) })
    #expect(recorder.lines.map(\.text) == ["side lunges"])
    #expect(recorder.lines.map(\.endMilliseconds) == [3500])
    #expect(reader.count == 1)
  }

  @Test func `one letter makes another line`() {
    var count = 0
    let reader = CountingReader { _ in
      count += 1
      return [ReadWord(text: "side", confidence: 96), ReadWord(text: ["lunge", "plank"][count % 2], confidence: 96)]
    }
    var recorder = TextRecorder([reader.reader()])
    recorder.take([
      Canvas.with("SIDE BEND A"), Canvas.with("SIDE BEND A"), Canvas.with("SIDE BEND D"), Canvas.with("SIDE BEND D"),
    ])
    #expect(reader.count == 2)
    #expect(recorder.lines.count == 2)
  }

  @Test func `what reaches beyond a line is not read with it`() throws {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    // White letters in a black box on a white ground.
    var canvas = Canvas(ground: Canvas.white)
    canvas.fill(52, 92, 280, 44, Canvas.black)
    canvas.write("SIDE LUNGES", 60, 100)
    recorder.take([canvas.picture, canvas.picture])
    let crop = try #require(reader.crops.first)
    let (upper, lower) = (13 * crop.width, (crop.height - 14) * crop.width)
    for column in 0..<crop.width {
      #expect(crop.bytes[upper + column] > 200)
      #expect(crop.bytes[lower + column] > 200)
    }
  }

  @Test func `a line that fades in is read`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    recorder.take([70, 110, 160, 210, 250, 250].map { Canvas.with("SIDE LUNGES", 60, 100, ($0, $0, $0)) })
    #expect(recorder.lines.map(\.text) == ["side lunges"])
    #expect(reader.count <= 3)
  }

  @Test func `words that come one after the other are a line each time they stay`() {
    let reader = CountingReader.ofWidths()
    var recorder = TextRecorder([reader.reader()])
    let steps = ["SIDE", "SIDE", "SIDE LEG", "SIDE LEG", "SIDE LEG RAISE", "SIDE LEG RAISE"]
    recorder.take(steps.map { Canvas.with($0) })
    #expect(recorder.lines.count == 3)
    #expect(reader.count == 3)
  }

  @Test func `words that are lit one after the other are one line`() {
    let reader = CountingReader("side leg raise")
    var recorder = TextRecorder([reader.reader()])
    for index in 0..<9 {
      var canvas = Canvas()
      canvas.write("SIDE", 60, 100, index % 3 == 0 ? Canvas.yellow : Canvas.white)
      canvas.write("LEG", 180, 100, index % 3 == 1 ? Canvas.yellow : Canvas.white)
      canvas.write("RAISE", 276, 100, index % 3 == 2 ? Canvas.yellow : Canvas.white)
      recorder.take(canvas.picture, at: 333 * index)
    }
    #expect(recorder.lines.map(\.text) == ["side leg raise"])
  }

  @Test func `one second of film is enough`() {
    var recorder = TextRecorder([CountingReader("side lunges").reader()])
    let moments = (0..<6).map { $0 * 1000 / 6 }.filter { moment in
      guard recorder.wants(moment) else { return false }
      recorder.take(Canvas.with("SIDE LUNGES"), at: moment)
      return true
    }
    #expect(moments.count >= 2)
    #expect(recorder.lines.map(\.text) == ["side lunges"])
  }

  @Test func `two pictures a second are wanted, and three while words change`() {
    var recorder = TextRecorder([CountingReader("side lunges").reader()])
    func taken(_ seconds: Range<Int>, _ picture: UprightPicture) -> Int {
      (seconds.lowerBound * 6..<seconds.upperBound * 6).count { index in
        let moment = index * 1000 / 6
        guard recorder.wants(moment) else { return false }
        recorder.take(picture, at: moment)
        return true
      }
    }
    #expect(taken(0..<4, empty) == 8)
    #expect((6...9).contains(taken(4..<7, Canvas.with("SIDE LUNGES"))))
    #expect(taken(7..<9, Canvas.with("SIDE LUNGES")) >= 4)
    #expect(taken(9..<13, Canvas.with("SIDE LUNGES")) == 8)
  }

  @Test func `no more pictures are looked at than were ordered, and none of another size`() {
    var recorder = TextRecorder([CountingReader("side lunges").reader()], atMost: 3)
    recorder.take([UprightPicture](repeating: Canvas.with("SIDE LUNGES"), count: 5))
    #expect(recorder.hasEnough)
    #expect(!recorder.wants(9_000))
    #expect(recorder.lines.map(\.endMilliseconds) == [1000])
    var changed = TextRecorder([CountingReader("side lunges").reader()])
    changed.take([empty, Canvas(320, 240).picture])
    #expect(changed.hasEnough)
    #expect(changed.text(isWhole: true)?.isWhole == false)
  }

  @Test func `a line over a ground that moves is read until two readings agree`() {
    let reader = CountingReader("side lunges")
    var recorder = TextRecorder([reader.reader()])
    for index in 0..<12 {
      var canvas = Canvas()
      canvas.write("SIDE LUNGES", 60, 100)
      // Something white passes behind some of the letters.
      canvas.fill(70 + 20 * index, 104, 9, 9, Canvas.white)
      recorder.take(canvas.picture, at: 500 * index)
    }
    #expect(recorder.lines.map(\.text).contains("side lunges"))
    #expect(reader.count <= 6)
  }

  // MARK: Hostile pictures

  /// Numbers that look like chance and are always the same.
  private struct Chance {
    var state: UInt64 = 7
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test func `a page of ever new words costs a bounded number of readings`() {
    let reader = CountingReader("house mouse")
    var recorder = TextRecorder([reader.reader()])
    var chance = Chance()
    let letters = Array("ABDEGHILNOPRSTU")
    for page in 0..<10 {
      var canvas = Canvas(1280, 720)
      for row in 0..<30 {
        canvas.write(String((0..<40).map { _ in letters[chance.next(15)] }), 20, 10 + 23 * row, square: 2)
      }
      let picture = canvas.picture
      recorder.take(picture, at: 1000 * page)
      recorder.take(picture, at: 1000 * page + 500)
    }
    let points = reader.crops.reduce(0) { $0 + $1.width }
    #expect(reader.count > 20)
    #expect(points <= ReadingAllowance.largest + 10 * ReadingAllowance.perSecond + 2 * CropRenderer.largestWidth)
    #expect(recorder.lines.count <= ScreenText.largestLineCount)
  }

  @Test func `noise and specks cost hardly any readings`() {
    let reader = CountingReader("", 0)
    var recorder = TextRecorder([reader.reader()])
    var chance = Chance()
    for index in 0..<4 {
      var noise = Canvas(240, 160)
      for y in 0..<160 {
        for x in 0..<240 {
          noise.set(x, y, (UInt8(chance.next(256)), UInt8(chance.next(256)), UInt8(chance.next(256))))
        }
      }
      recorder.take(noise.picture, at: 500 * index)
    }
    #expect(reader.count <= 10)
    var specks = TextRecorder([reader.reader()])
    for index in 0..<4 {
      var canvas = Canvas()
      for _ in 0..<10_000 { canvas.fill(chance.next(640), chance.next(360), 2, 5, Canvas.white) }
      specks.take(canvas.picture, at: 500 * index)
    }
    #expect(reader.count <= 40)
    #expect(specks.lines.isEmpty)
  }

  @Test func `lines that are no words stop being read`() {
    let reader = CountingReader("", 0)
    var recorder = TextRecorder([reader.reader()])
    var chance = Chance()
    let letters = Array("ABDEGHILNOPRSTU")
    for index in 0..<20 {
      var canvas = Canvas()
      for row in 0..<8 {
        canvas.write(String((0..<12).map { _ in letters[chance.next(15)] }), 20, 10 + 42 * row)
      }
      recorder.take([canvas.picture, canvas.picture], from: 1000 * index)
    }
    #expect(reader.count <= 5 * 8 + 40 * 2)
  }
}
