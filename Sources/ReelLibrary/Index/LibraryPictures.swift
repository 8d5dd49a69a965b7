public import ReelCatalog
public import ReelPose

/// What a catalog keeps of the pictures of its reels.
public struct LibraryPictures {
  private let store: ReelStore

  public init(_ folder: LibraryFolder) throws(LibraryError) {
    store = try ReelStore(folder, for: .read)
  }

  /// What the landmarks that were kept say; nil where nobody looked.
  public func reading(of id: ReelID) throws(LibraryError) -> PoseReading? {
    try store.landmarkTrack(of: id).map { PoseReading($0) }
  }
}
