import MediaFacts
import ReelCatalog

/// A folder's `reels.csv`: a table whose rows name files from its own folder.
extension EditTable {
  /// - Parameter folder: The table's, from the folder of reels.
  /// - Throws: `SidecarError` when the table has no column of files.
  func records(folder: PathBytes) throws(SidecarError) -> [SidecarRecord] {
    guard namesFiles else {
      throw SidecarError(
        "has no column named file", advice: "its first line should be like: file,exercise,movement,side,note")
    }
    return rows.compactMap { row in
      let name = row.path.map { PlainText.cleaned($0, byteLimit: SidecarText.longestByteCount).trimmingWhitespace() }
      guard let name, !name.isEmpty, !name.split(separator: "/").contains("..") else { return nil }
      return SidecarRecord(keys: [.path(folder.appending(name))], ownWords: row.withoutPlaces)
    }
  }
}
