import Glibc
import MediaFacts
import ReelMedia
import TextReading

/// The measuring itself, outside the main actor.
enum WordsBench {
  private static let data = "/usr/share/tesseract-ocr/5/tessdata"

  static func run(_ files: [String]) -> Int32 {
    MediaLibraries.prepare()
    do {
      let readers = try Tesseract.load(folder: data, languages: TextLanguage.allCases)
      for file in files {
        let descriptor = open(file, O_RDONLY)
        guard descriptor >= 0 else { return 1 }
        defer { close(descriptor) }
        var recorder = TextRecorder(readers)
        var last = 0
        let decoding = spent(
          on: descriptor,
          wants: { time in
            last = time
            return false
          })
        let pictures = spent(on: descriptor, wants: { $0 % (1000 / ScreenText.picturesPerSecond) == 0 })
        let reading = spent(
          on: descriptor, wants: { recorder.wants($0) },
          take: { picture, time in
            recorder.take(picture, at: time)
            return !recorder.hasEnough
          })
        print(decoding, pictures, reading, last + 1000 / ScreenText.momentsPerSecond)
      }
      return 0
    } catch {
      print("bench-words: \(error)")
      return 1
    }
  }

  /// The processor time of reading a film's pictures, in milliseconds.
  private static func spent(
    on descriptor: Int32, wants: @escaping (Int) -> Bool,
    take: @escaping (UprightPicture, Int) -> Bool = { _, _ in true }
  ) -> Int {
    let viewer = FilmViewer(
      picturesPerSecond: ScreenText.momentsPerSecond, longestSide: ScreenText.longestSide, wants: wants,
      take: { picture, time, _ in take(picture, time) })
    let limits = WorkLimits(deadlineMilliseconds: 600_000, readBudgetByteCount: 1 << 40)
    let start = clock()
    let byteCount = Int(lseek(descriptor, 0, SEEK_END))
    _ = FilmPictures.read(descriptor: descriptor, byteCount: byteCount, limits, for: [viewer])
    return Int(clock() - start) / (Int(CLOCKS_PER_SEC) / 1000)
  }
}
