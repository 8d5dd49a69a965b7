import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// What the reels of a question look like, on a terminal that shows pictures.
struct ReviewPictures {
  private let stills: LibraryStills
  /// Nil until the terminal was asked, which happens before the first picture.
  private var terminal: PictureTerminal??
  /// The pictures that were read, in this box: the same question is shown again when a reel was taken out.
  private var read: (box: PixelSize, pictures: [ReelID: RGBPicture?])?

  init(_ stills: LibraryStills) { self.stills = stills }

  /// Shows the first reels side by side, below what is on the screen.
  mutating func show(_ reels: [Reel], _ keys: inout TerminalKeys) {
    let asked = terminal ?? PictureTerminal.find(&keys)
    terminal = .some(asked)
    guard let asked, let area = asked.area(), !reels.isEmpty else { return }
    let shown = Array(reels.prefix(PictureStrip.mostCount))
    guard let fit = asked.fit(of: shown.count, in: area) else { return }
    do throws(LibraryError) {
      let pictures = try pictures(of: shown, fit.box)
      guard pictures.contains(where: { $0 != nil }),
        let strip = PictureStrip.composed(pictures, isLettered: reels.count > 1)
      else { return }
      write(asked.encoded(strip, fit, in: area))
    } catch {
      // No worker starts; the next question would have none either.
      terminal = .some(nil)
      Messages.say("no pictures: \(error.message)")
    }
  }

  private mutating func pictures(of reels: [Reel], _ box: PixelSize) throws(LibraryError) -> [RGBPicture?] {
    var known = read?.box == box ? read?.pictures ?? [:] : [:]
    let missing = reels.filter { known[$0.id] == nil }
    // Of this question alone: a review can be long.
    known = known.filter { id, _ in reels.contains { $0.id == id } }
    for (reel, picture) in zip(missing, try stills.pictures(of: missing, box: box)) {
      known.updateValue(picture, forKey: reel.id)
    }
    read = (box, known)
    return reels.map { known[$0.id] ?? nil }
  }

  /// Writes a picture whole: a terminal that gets half of one would take what follows for the rest.
  private func write(_ bytes: [UInt8]) {
    var ends = sigset_t()
    var before = sigset_t()
    sigemptyset(&ends)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { sigaddset(&ends, signal) }
    pthread_sigmask(SIG_BLOCK, &ends, &before)
    Messages.write(bytes)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

extension PictureTerminal {
  /// How pictures fit the terminal; kitty enlarges them, so that small ones will do.
  func fit(of count: Int, in area: PictureArea) -> PictureArea.Fit? {
    area.fit(count: count, mostHeight: way == .kitty ? 168 : 320, isScaled: way == .kitty)
  }

  /// What draws a strip and leaves the cursor at the start of the line below it.
  func encoded(_ strip: RGBPicture, _ fit: PictureArea.Fit, in area: PictureArea) -> [UInt8] {
    let covered = area.covered(by: strip.size, fit)
    let picture =
      switch way {
      case .kitty: KittyPicture.encoded(strip, columns: covered.columns, rows: covered.rows)
      case .sixel(let colourCount): SixelPicture.encoded(strip, colourCount: colourCount)
      }
    // Terminals disagree on where a picture leaves the cursor, so it is saved where there is room below it: DECSC, DECRC.
    let room = String(repeating: "\n", count: covered.rows + 1)
    return Array("\(room)\u{1B}[\(covered.rows)A\u{1B}7".utf8) + picture
      + Array("\u{1B}8\u{1B}[\(covered.rows)B".utf8)
  }
}
