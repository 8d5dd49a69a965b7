import ReelCatalog

/// How a video gets into a folder that is given away.
public enum VideoTransfer: Sendable {
  /// As a second name of the same file: takes no space, and both must be on one disk.
  case link
  case copy
  /// As a second name if the file system can, else as a copy.
  case linkOrCopy
}

extension Folder {
  /// Puts a video into the folder.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read or linked, `.cannotWrite` when the disk is full.
  func put(_ video: borrowing MediaFile, as name: PathBytes, by way: VideoTransfer) throws(LibraryError) {
    if way != .copy {
      do throws(SystemError) {
        try link(video.descriptor, called: video.path, in: video.folder, as: name)
        return
      } catch {
        guard way == .linkOrCopy else {
          throw LibraryError(
            .system, path: video.path, "cannot be linked: \(error.words)", advice: "use --copy to copy it")
        }
      }
    }
    let copy = try NewFile(name, in: self)
    try copy.append(contentsOf: video.descriptor, at: video.path)
    try copy.commit(durably: false)
  }
}

extension NewFolder {
  /// Puts a video into the folder: as a second name of the same file if the file system can, else as a copy.
  public func add(_ video: borrowing MediaFile, as name: String) throws(LibraryError) {
    try folder.put(video, as: PathBytes(name), by: .linkOrCopy)
  }
}
