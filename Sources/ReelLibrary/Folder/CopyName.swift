import ReelCatalog

/// Names of copies: of backups, of conflict copies that synchronisers make, and of what "Make a copy" makes. They are reels
/// like any other; only a reel with several paths is shown at another one.
enum CopyName {
  /// Whether a path is in a folder of copies, or is a copy by its name.
  static func isCopy(_ path: PathBytes) -> Bool {
    let names = path.components
    guard let name = names.last else { return false }
    return names.dropLast().contains { isCopy($0) } || isCopy(PathBytes(name).stem.bytes[...]) || isCopy(name)
  }

  private static func isCopy(_ name: ArraySlice<UInt8>) -> Bool { table.value(of: name, isFolder: false) != nil }

  private static let table = NameTable((conflicts + copies + backups).map { ($0, true) })

  /// With the program that makes them. `c*pia` is "cópia" in both forms of Unicode.
  private static let conflicts = [
    // Syncthing: https://github.com/syncthing/syncthing/blob/main/lib/model/folder_sendrecv.go
    "*.sync-conflict-[0-9]*",
    // Dropbox and Nextcloud: https://help.dropbox.com/syncing-uploads/conflicted-copy,
    // https://github.com/nextcloud/desktop/blob/master/src/common/utility.cpp
    "*(*conflicted copy*)", "*(*in konflikt stehende kopie*)", "*(*copie en conflit*)", "*(*copia en conflicto*)",
    "*(*copia conflictiva*)", "*(*c*pia em conflito*)", "*(*copia in conflitto*)", "*(case conflict*)",
    "*(selective sync conflict*)", "*_conflict-[0-9]*",
    // Resilio: https://help.resilio.com/hc/en-us/articles/204753629-Conflict-files-in-Sync
    "*.conflict", "*.conflict[0-9]*",
    // pCloud: https://github.com/pcloudcom/pclsync/blob/master/plibs.c
    "* (conflicted)", "* (conflicted [0-9]*)",
    // Seafile: https://help.seafile.com/syncing_client/file_conflicts/
    "* (sfconflict *)",
    // Synology Drive: https://kb.synology.com/en-eu/DSM/tutorial/Synology_Drive_file_conflict_resolution
    "*_[a-z][a-z][a-z]-[0-9][0-9]-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]_*conflict*",
    // OneDrive, by the usual names of Windows computers: https://github.com/abraunegg/onedrive/issues/207
    "*-desktop-[0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z]*",
    "*-laptop-[0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z][0-9a-z]*", "*-safebackup-[0-9]*",
    // Cozy Drive, GoodSync.
    "*-conflict-20[0-9][0-9]-*", "* (conflicte*)*",
  ]

  private static let copies = [
    // Windows Explorer, and the Finder without the hyphen.
    "* copy", "* copy [0-9]*", "* copy ([0-9]*)", "* kopie", "* kopie [0-9]*", "* kopie ([0-9]*)", "* copie",
    "* copie [0-9]*", "* copie ([0-9]*)", "* copia", "* copia [0-9]*", "* copia ([0-9]*)", "* c\u{f3}pia",
    "* co\u{301}pia",
    // GNOME Files, https://gitlab.gnome.org/GNOME/nautilus: in Spanish "(Copiar)" now.
    "* (copy*)", "* (kopie*)", "* (copie*)", "* (copia*)", "* (c*pia)", "* (another copy)", "* (*th copy)",
    "* (*rd copy)",
    // Windows XP, Google Drive, Samba.
    "copy of *", "copy #[0-9]* of *", "kopie von *", "copie de *", "copia de *", "c*pia de *",
  ]

  private static let backups = [
    "backup", "backups", "backup [0-9]*", "backup[-_]*", "backup of *", "*[ _-]backup", "* backup [0-9]*", "*.bak",
    "sicherung", "sicherungen", "sicherungskopie*", "sicherung [0-9]*", "datensicherung*", "copias de seguridad*",
    "respaldo", "respaldos", "respaldo [0-9]*", "sauvegarde", "sauvegardes", "sauvegarde [0-9]*",
    "c*pias de seguran*a*",
    // Windows: https://cemle.com/post/which-files-are-backed-up-with-file-history
    "filehistory", "windows.old",
    "* ([0-9][0-9][0-9][0-9]_[0-9][0-9]_[0-9][0-9] [0-9][0-9]_[0-9][0-9]_[0-9][0-9] utc)",
  ]
}
