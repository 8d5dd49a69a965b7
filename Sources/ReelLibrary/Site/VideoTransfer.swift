import MediaFacts
import ReelCatalog

/// How a video gets into a folder that is given away.
public enum VideoTransfer: Sendable {
  /// As a copy of its pictures, its sound and its title.
  case cleanCopy
  /// As a second name of the same file: takes no space, and both must be on one disk.
  case link
  /// Byte by byte.
  case copy
  /// As a second name if the file system can, else byte by byte.
  case linkOrCopy
}

/// A clean copy that was put into a folder.
public struct AddedCopy: Sendable {
  /// Relative to the folder.
  public let name: String
  /// Further tracks of sound that it does not have: no container takes all, or FFmpeg does not know their codec.
  public let droppedSoundCount: Int
}

extension Folder {
  /// Puts a video into the folder as it is, with all that the file tells.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read or linked, `.cannotWrite` when the disk is full.
  func put(_ video: borrowing MediaFile, as name: PathBytes, by way: VideoTransfer) throws(LibraryError) {
    precondition(way != .cleanCopy, "a clean copy is a VideoCopier's to make")
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
  /// Puts a video into the folder as it is: as a second name of the same file if the file system can, else as a copy.
  public func add(_ video: borrowing MediaFile, as name: String) throws(LibraryError) {
    try folder.put(video, as: PathBytes(name), by: .linkOrCopy)
  }

  /// Puts a clean copy of a video into the folder.
  ///
  /// - Parameter stem: Its name without the ending, which follows from what it becomes.
  /// - Returns: Its name, and what it lacks.
  /// - Throws: `LibraryError.system` when no clean copy can be made, `.cannotWrite` when the disk is full.
  public func addCopy(
    of video: borrowing MediaFile, as stem: String, by copier: VideoCopier
  ) throws(LibraryError) -> AddedCopy {
    var name = stem
    let droppedSoundCount: Int
    droppedSoundCount = try copier.copy(video) { container throws(LibraryError) in
      name = "\(stem).\(container.ending)"
      return try NewFile(PathBytes(name), in: folder)
    }
    return AddedCopy(name: name, droppedSoundCount: droppedSoundCount)
  }
}
