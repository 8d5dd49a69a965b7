/// What a rename leaves of a file's stamp, by which a moved file is known again without being opened.
struct FileIdentity: Hashable {
  let byteCount: Int
  let modified: Int
  let inode: Int
}
