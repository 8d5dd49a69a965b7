/// The sections of a model file, checked as they are read (docs/POSE.md, "The model file").
struct LikenessFile {
  let columnCount: Int
  let neighbourCount: Int
  let breadth: Float
  let decay: Float
  let rawLimit: Float
  let limit: Float
  let mean: [Float]
  let inverse: [Float]
  let weight: [Float]
  let questions: [Question]
  let knots: [Knot]
  /// Row by row, `columnCount` steps each, as the standardised values that they stand for.
  let exemplars: [Float]
  let classCount: Int
  /// Row by row, `classCount` numbers each.
  let coefficients: [Float]
  let abouts: [About]
  let exercises: [String]
  let repositories: [String]

  /// One thing that the model is asked.
  struct Question {
    let name: String
    let classes: [AnswerClass]
  }

  /// One answer to a question.
  struct AnswerClass {
    let name: String
    let prior: Float
    let scale: Float
    let knots: Range<Int>
    /// Whether it only keeps the model from saying another one.
    let isSilent: Bool
    /// The class of the question that it counts for.
    let leader: Int
  }

  /// From a score on, how likely an answer is right, and how likely it is at least.
  struct Knot {
    let score: Float
    let likely: Float
    let earned: Float
  }

  /// What is known of an exemplar.
  struct About {
    let exercises: [Int]
    let repository: Int
    let isDrawn: Bool
  }

  static let magic: [UInt8] = Array("HPLK".utf8)
  static let version = 1
  private static let none = 0xFFFF

  /// Nil for bytes that are no such file.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = SectionReader(bytes)
    guard let magic = reader.bytes(4), magic == Self.magic, reader.half() == Self.version,
      let columns = reader.half(), columns == Signature.count, reader.word() == bytes.count,
      let rows = reader.half(), let questionCount = reader.half(), let classes = reader.half(),
      let knotCount = reader.half(), let exerciseCount = reader.half(), let repositoryCount = reader.half(),
      let neighbours = reader.half(), reader.half() != nil, let scales = reader.floats(5), let textCount = reader.word()
    else { return nil }
    (columnCount, neighbourCount, classCount) = (columns, neighbours, classes)
    (breadth, decay, rawLimit, limit) = (scales[0], scales[1], scales[2], scales[4])
    let step = scales[3]
    guard let mean = reader.floats(columns), let inverse = reader.floats(columns), let weight = reader.floats(columns),
      // How columns answer to those of the mirror image; a signature brings its own.
      reader.bytes(columns) != nil, reader.bytes(columns) != nil, let spans = reader.halves(2 * questionCount)
    else { return nil }
    (self.mean, self.inverse, self.weight) = (mean, inverse, weight)
    var parts: [(prior: Float, scale: Float, numbers: [Int])] = []
    for _ in 0..<classes {
      guard let floats = reader.floats(2), let numbers = reader.halves(4, aligned: false) else { return nil }
      parts.append((floats[0], floats[1], numbers))
    }
    guard let table = reader.floats(3 * knotCount), let steps = reader.bytes(rows * columns),
      let coefficients = reader.signedHalves(rows * classes), let about = reader.halves(rows * 8)
    else { return nil }
    knots = (0..<knotCount).map {
      Knot(score: table[3 * $0], likely: table[3 * $0 + 1], earned: table[3 * $0 + 2])
    }
    exemplars = steps.map { Float(Int8(bitPattern: $0)) * step }
    self.coefficients = coefficients.map(Float.init)
    let stringCount = questionCount + classes + exerciseCount + repositoryCount
    guard let ends = reader.words(stringCount + 1), let text = reader.bytes(textCount), reader.isAtEnd else {
      return nil
    }
    var strings: [String] = []
    for (start, end) in zip(ends, ends.dropFirst()) {
      guard start <= end, end <= text.count, let string = String(validating: text[start..<end], as: UTF8.self) else {
        return nil
      }
      strings.append(string)
    }
    let names = strings[questionCount..<questionCount + classes].map(\.self)
    exercises = Array(strings[(questionCount + classes)...].prefix(exerciseCount))
    repositories = Array(strings.suffix(repositoryCount))
    var questions: [Question] = []
    for place in 0..<questionCount {
      let (first, count) = (spans[2 * place], spans[2 * place + 1])
      guard first + count <= classes else { return nil }
      var answers: [AnswerClass] = []
      for index in first..<first + count {
        let numbers = parts[index].numbers
        let own = numbers[0]..<numbers[0] + numbers[1]
        let leader = numbers[3] - first
        guard own.upperBound <= knotCount, (0..<count).contains(leader) else { return nil }
        answers.append(
          AnswerClass(
            name: names[index], prior: parts[index].prior, scale: parts[index].scale, knots: own,
            isSilent: numbers[2] & 1 == 1, leader: leader))
      }
      questions.append(Question(name: strings[place], classes: answers))
    }
    guard questions.reduce(0, { $0 + $1.classes.count }) == classes else { return nil }
    self.questions = questions
    var abouts: [About] = []
    for row in 0..<rows {
      let facts = about[row * 8..<row * 8 + 8].map(\.self)
      let exercises = facts[..<2].filter { $0 != Self.none }
      guard exercises.allSatisfy({ $0 < exerciseCount }), facts[2] < repositoryCount else { return nil }
      abouts.append(About(exercises: exercises, repository: facts[2], isDrawn: facts[3] & 1 == 1))
    }
    self.abouts = abouts
  }
}

/// Little-endian numbers, one section after the other; a section begins at a multiple of four bytes.
private struct SectionReader {
  private let source: UnsafeRawBufferPointer
  private var place = 0

  init(_ source: UnsafeRawBufferPointer) { self.source = source }

  var isAtEnd: Bool { place == source.count }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= source.count - place else { return nil }
    defer { place = min(source.count, (place + count + 3) / 4 * 4) }
    return Array(source[place..<place + count])
  }

  /// A number of the header, where nothing is between numbers.
  mutating func half() -> Int? {
    guard 2 <= source.count - place else { return nil }
    defer { place += 2 }
    return Int(UInt16(littleEndian: source.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
  }

  mutating func word() -> Int? {
    guard 4 <= source.count - place else { return nil }
    defer { place += 4 }
    return Int(UInt32(littleEndian: source.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  mutating func halves(_ count: Int, aligned: Bool = true) -> [Int]? {
    numbers(count, as: UInt16.self, aligned: aligned)?.map { Int(UInt16(littleEndian: $0)) }
  }

  mutating func signedHalves(_ count: Int) -> [Int16]? {
    numbers(count, as: Int16.self)?.map { Int16(littleEndian: $0) }
  }

  mutating func words(_ count: Int) -> [Int]? {
    numbers(count, as: UInt32.self)?.map { Int(UInt32(littleEndian: $0)) }
  }

  /// Nil also where one is no number.
  mutating func floats(_ count: Int) -> [Float]? {
    guard let floats = numbers(count, as: UInt32.self)?.map({ Float(bitPattern: UInt32(littleEndian: $0)) }) else {
      return nil
    }
    return floats.allSatisfy(\.isFinite) ? floats : nil
  }

  private mutating func numbers<Number: BitwiseCopyable>(
    _ count: Int, as type: Number.Type, aligned: Bool = true
  ) -> [Number]? {
    let size = MemoryLayout<Number>.size
    guard count >= 0, count <= (source.count - place) / size else { return nil }
    let start = place
    place = start + count * size
    if aligned { place = min(source.count, (place + 3) / 4 * 4) }
    return (0..<count).map { source.loadUnaligned(fromByteOffset: start + $0 * size, as: type) }
  }
}
