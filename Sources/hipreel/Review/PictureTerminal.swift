import Glibc
import MediaFacts

/// A terminal that said it shows pictures, and how.
struct PictureTerminal: Equatable {
  enum Way: Equatable {
    case kitty
    case sixel(colourCount: Int)
  }

  let way: Way
  /// The size of a character in pixels, as the terminal said; nil when it did not.
  let cell: PixelSize?

  /// How long a terminal may take to answer; one that says nothing is asked nothing more.
  private static let patience = Duration.milliseconds(200)

  /// Asks the terminal that delivers the keys, where messages go to the same one.
  ///
  /// First what every terminal answers and none shows. Only to those of the VT220's class and later, which swallow what
  /// they do not know, goes kitty's own question (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
  ///
  /// - Returns: Nil for one that shows no pictures, or does not answer.
  static func find(_ keys: inout TerminalKeys) -> PictureTerminal? {
    guard let name = getenv("TERM").map({ String(cString: $0) }), !["", "dumb"].contains(name), isOne() else {
      return nil
    }
    guard let attributes = keys.answers(to: "\u{1B}[c", within: patience).attributes, let level = attributes.first
    else { return nil }
    let hasSixel = attributes.dropFirst().contains(4)
    guard hasSixel || level >= 62 else { return nil }
    let question =
      (level >= 62 ? "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" : "")
      + (hasSixel ? "\u{1B}[?1;1;0S" : "") + "\u{1B}[16t\u{1B}[c"
    return PictureTerminal(keys.answers(to: question, within: patience), hasSixel: hasSixel)
  }

  /// - Parameter answers: To the second question.
  init?(_ answers: TerminalAnswers, hasSixel: Bool) {
    guard answers.takesKittyGraphics || hasSixel else { return nil }
    way = answers.takesKittyGraphics ? .kitty : .sixel(colourCount: min(max(answers.colourCount ?? 256, 2), 256))
    cell = answers.cell.flatMap { Self.plausible(width: $0.width, height: $0.height) }
  }

  /// Whether keys come from the terminal that messages go to.
  private static func isOne() -> Bool {
    var input = stat()
    var output = stat()
    return fstat(STDIN_FILENO, &input) == 0 && fstat(STDERR_FILENO, &output) == 0 && input.st_rdev == output.st_rdev
      && Messages.isTerminal
  }

  /// The room that the terminal has now.
  ///
  /// - Returns: Nil when a picture would have the wrong size: sixel's are drawn pixel by pixel, so a character's must be
  ///   known to leave room for it.
  func area() -> PictureArea? {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    let (rows, columns) = (Int(size.ws_row), Int(size.ws_col))
    let known = Self.plausible(width: Int(size.ws_xpixel) / columns, height: Int(size.ws_ypixel) / rows) ?? cell
    // kitty's pictures are given in characters; only their shape hangs on this.
    guard let cell = known ?? (way == .kitty ? PixelSize(width: 10, height: 20) : nil) else { return nil }
    return PictureArea(rows: rows, columns: columns, cell: cell)
  }

  private static func plausible(width: Int, height: Int) -> PixelSize? {
    guard (4...100).contains(width), (6...200).contains(height) else { return nil }
    return PixelSize(width: width, height: height)
  }
}
