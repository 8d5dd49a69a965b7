import ReelCatalog

/// A name of something in a folder that is no reel: a recycle bin, a file that is still being downloaded, an editor's
/// backup. The one table of them, with where each comes from; `hipreel help folders` shows it.
public struct LitterName: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case recycleBin = "recycle-bin"
    case snapshot
    case system
    case preview
    case unfinished
    case syncing
    case backup
  }

  public let kind: Kind
  /// As in `NamePattern`, case ignored; a folder's ends with a slash.
  public let pattern: String
  /// The programs and systems that make such names.
  public let program: String
  /// Where that can be read; nil for what is known from such folders alone.
  public let source: String?

  private init(_ kind: Kind, _ patterns: String, _ program: String, _ source: String?) {
    self.init(kind: kind, pattern: patterns, program: program, source: source)
  }

  private init(kind: Kind, pattern: String, program: String, source: String?) {
    self.kind = kind
    self.pattern = pattern
    self.program = program
    self.source = source
  }

  /// Every name, in the order of `Kind`.
  public static let all: [LitterName] = rows.flatMap { row in
    row.pattern.split(separator: " | ").map {
      LitterName(kind: row.kind, pattern: String($0), program: row.program, source: row.source)
    }
  }

  /// As a person reads it, after a path.
  public var meaning: String { "\(kind.meaning) (\(program))" }

  static func named(_ name: PathBytes, isFolder: Bool) -> LitterName? {
    table.value(of: name.bytes[...], isFolder: isFolder)
  }

  /// Whether a name that starts with a dot may be in the table: others are left out without a word.
  static func canBeHidden(_ name: PathBytes) -> Bool {
    hiddenTable.value(of: name.bytes[...], isFolder: true) != nil
      || hiddenTable.value(of: name.bytes[...], isFolder: false) != nil
  }

  /// Whether a file of this ending means that the file of the same name without it is not whole.
  static func isControl(_ ending: String) -> Bool { ending == "aria2" }

  /// What a file beside a control file is.
  static let controlled = LitterName(
    .unfinished, "NAME beside NAME.aria2", "aria2", "https://aria2.github.io/manual/en/html/aria2c.html#control-file")

  /// What the whole video is beside the one that was cut from it.
  static let replaced = LitterName(
    .backup, "NAME.uncut.mp4 beside NAME.mp4", "yt-dlp",
    "https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/postprocessor/modify_chapters.py")

  /// What Photos derives from the pictures and films of its library; those themselves are in `originals`.
  static let derived = LitterName(
    .preview, "*.photoslibrary/resources/", "Apple Photos",
    "https://appinitio.medium.com/hey-mac-user-where-are-your-photos-d9056ee4963e")

  /// `EXT` in a pattern stands for the ending of a film or of sound.
  private static let endings = [
    "mp4", "mov", "m4v", "mkv", "webm", "avi", "mts", "m2ts", "ts", "3gp", "flv", "m4a", "mp3", "aac", "opus", "ogg",
    "wav",
  ]

  private static let table = NameTable(
    all.flatMap { name in
      name.pattern.contains("EXT")
        ? endings.map { (name.pattern.replacing("EXT", with: $0), name) } : [(name.pattern, name)]
    })
  private static let hiddenTable = NameTable(all.filter { $0.pattern.hasPrefix(".") }.map { ($0.pattern, true) })
}

extension LitterName.Kind {
  /// In words, as in "…: a recycle bin".
  public var meaning: String {
    switch self {
    case .recycleBin: "a recycle bin"
    case .snapshot: "snapshots of the folder"
    case .system: "a system's own folder"
    case .preview: "a preview or a render"
    case .unfinished: "not finished yet"
    case .syncing: "being copied or synchronised"
    case .backup: "an old version"
    }
  }
}

// MARK: - The table

extension LitterName {
  /// Names that start with a dot are left out anyway; those in the table are counted and listed as well.
  private static let rows: [LitterName] = [
    LitterName(
      .recycleBin, "#recycle/", "Synology, TerraMaster",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/IgnorePatterns.cs"),
    LitterName(
      .recycleBin, "@recycle/ | @recycle_bin/", "QNAP",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/IgnorePatterns.cs"),
    LitterName(
      .recycleBin, "$recycle.bin/ | recycler/ | recycled/", "Windows",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/IgnorePatterns.cs"),
    LitterName(
      .recycleBin, ".trash/ | .trashes/ | .trash-[0-9]*/", "macOS, Linux",
      "https://specifications.freedesktop.org/trash-spec/latest/"),
    LitterName(
      .recycleBin, "network trash folder/", "macOS shares",
      "https://github.com/github/gitignore/blob/main/Global/macOS.gitignore"),
    LitterName(
      .recycleBin, ".recycle/ | .recycle.bin/", "Samba, Unraid",
      "https://github.com/samba-team/samba/blob/master/docs-xml/manpages/vfs_recycle.8.xml"),
    LitterName(
      .recycleBin, ".trashed-[0-9]*", "Android",
      "https://developer.android.com/reference/android/provider/MediaStore#createTrashRequest"),
    LitterName(
      .recycleBin, "files_trashbin/ | *.d[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]", "Nextcloud, ownCloud",
      "https://github.com/nextcloud/server/pull/38573"),
    LitterName(
      .recycleBin, "seafile-recycle-bin/", "Seafile",
      "https://github.com/haiwen/seafile/blob/master/daemon/seafile-error.c"),
    LitterName(.recycleBin, "trashbox/", "Buffalo", nil),
    LitterName(
      .snapshot, "#snapshot/ | @sharesnap/", "Synology",
      "https://synology.com/en-uk/knowledgebase/DSM/help/SnapshotReplication/snapshots"),
    LitterName(.snapshot, "@recently-snapshot/ | .@recently-snapshot/", "QNAP", nil),
    LitterName(
      .snapshot, "~snapshot/ | .snapshot/ | .snapshots/ | .zfs/", "NetApp, snapper, ZFS",
      "https://github.com/openSUSE/snapper"),
    LitterName(.snapshot, "backups.backupdb/", "Time Machine", nil),
    LitterName(
      .system, "system volume information/ | found.[0-9][0-9][0-9]/ | $windows.~bt/ | $windows.~ws/ | config.msi/",
      "Windows",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/IgnorePatterns.cs"),
    LitterName(.system, "lost+found/", "Linux", "https://man7.org/linux/man-pages/man8/mklost+found.8.html"),
    LitterName(.system, "lost.dir/", "Android", "https://github.com/fxstein/GoProX/issues/57"),
    LitterName(
      .system, "__macosx/ | temporary items/", "macOS",
      "https://github.com/github/gitignore/blob/main/Global/macOS.gitignore"),
    LitterName(.system, "@tmp/ | @synoresource/ | *@synoresource | *@synoeastream", "Synology", nil),
    LitterName(.system, "seafile-data/", "Seafile", nil),
    LitterName(
      .preview, "@eadir/ | eadir/ | synophoto_film*", "Synology", "https://github.com/immich-app/immich/issues/17790"),
    LitterName(
      .preview, ".@__thumb/ | @__thumb/ | @transcode/ | .@upload_cache/", "QNAP",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/IgnorePatterns.cs"),
    LitterName(.preview, "plex versions/", "Plex", "https://github.com/Sonarr/Sonarr/issues/1610"),
    LitterName(
      .preview, "*.trickplay/", "Jellyfin",
      "https://github.com/jellyfin/jellyfin/blob/master/Emby.Server.Implementations/Library/PathManager.cs"),
    LitterName(
      .preview,
      "adobe premiere pro video previews/ | adobe premiere pro audio previews/ | "
        + "adobe premiere pro preview files/ | *.prv/ | media cache files/",
      "Adobe Premiere", "http://help.adobe.com/en_US/PremierePro/4.0/WS1c9bc5c2e465a58a91cf0b1038518aef7-7cd0a.html"),
    LitterName(.preview, "cacheclip/ | optimizedmedia/ | proxymedia/", "DaVinci Resolve", nil),
    LitterName(
      .preview, "encoded-video/ | encoded-videos/", "Immich",
      "https://github.com/immich-app/immich/releases/tag/v1.52.0"),
    LitterName(.preview, "transcoded media/", "Final Cut Pro", nil),
    LitterName(.preview, "*previews.lrdata/", "Lightroom", nil),
    LitterName(
      .preview, "*-html5ified-*.*", "LosslessCut",
      "https://github.com/mifi/lossless-cut/blob/master/src/renderer/src/util.ts"),
    LitterName(
      .unfinished,
      "*.part | *.ytdl | *.part-frag[0-9]* | *.temp.EXT | "
        + "*.f[0-9][0-9][0-9].EXT | "
        + "*.f[0-9][0-9][0-9][0-9].EXT | *.f[0-9][0-9][0-9][0-9][0-9].EXT | "
        + "*.f[0-9][0-9][0-9][0-9][0-9][0-9].EXT | *.f[0-9][0-9][0-9][0-9][0-9][0-9][0-9]*[0-9][va].EXT | "
        + "*.f[0-9][0-9][0-9]-[0-9].EXT | *.f[0-9][0-9][0-9]-drc.EXT | *.fhls[-_]*.EXT | "
        + "*.fdash[-_]*.EXT | *.fhttp[-_]*.EXT | *.fbytevc1_*.EXT | *.fh264_*.EXT",
      "yt-dlp", "https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/YoutubeDL.py"),
    LitterName(
      .unfinished, "*.crdownload | *.crswap | unconfirmed [0-9]*.crdownload", "Chrome, Edge, Brave",
      "https://opendownloadfile.com/crdownload.html"),
    LitterName(.unfinished, "*.opdownload", "Opera", "https://file-extensions.com/docs/opdownload"),
    LitterName(.unfinished, "*.download | *.download/", "Safari", "http://www.fileinfo.com/print.php?download"),
    LitterName(.unfinished, "*.partial | *.partial~", "Edge, rclone", "https://rclone.org/docs/#partial-suffix"),
    LitterName(
      .unfinished, "*.filepart", "WinSCP", "https://github.com/winscp/winscp/blob/master/source/core/RemoteFiles.cpp"),
    LitterName(
      .unfinished, "*.aria2 | *.aria2__temp", "aria2", "https://aria2.github.io/manual/en/html/aria2c.html#control-file"
    ),
    LitterName(
      .unfinished, "*.!qb | *.parts", "qBittorrent",
      "https://github.com/qbittorrent/qBittorrent/blob/master/src/base/bittorrent/common.h"),
    LitterName(
      .unfinished, "*.!ut | *.!bt | *.bt! | *.bc! | *.az! | *.jc! | *.ob! | *.!tc",
      "other torrent and download programs", "https://www.filenameextension.net/extension/BC!/"),
    LitterName(.unfinished, "*.td | *.td.cfg | *.xltd | *.xltd.cfg", "Xunlei", "https://fileinfo.com/extension/td"),
    LitterName(
      .unfinished, "*.fdmdownload | *.idm | *.dmf | *.dctmp | *.part.met | *.downloading", "download managers",
      "https://www.fileextensionai.com/de/extension/internet-download-manager-download-file"),
    LitterName(
      .unfinished, ".pending-[0-9]*", "Android",
      "https://developer.android.com/reference/android/provider/MediaStore.MediaColumns#IS_PENDING"),
    LitterName(.unfinished, "*_exiftool_tmp", "exiftool", "https://exiftool.org/exiftool_pod.html"),
    LitterName(
      .unfinished, "*.pending.mp4", "Shotcut",
      "https://github.com/mltframework/shotcut/blob/master/src/proxymanager.cpp"),
    LitterName(
      .syncing, ".syncthing.*.tmp | ~syncthing~*.tmp", "Syncthing",
      "https://github.com/syncthing/syncthing/blob/main/lib/fs/tempname.go"),
    LitterName(
      .syncing, ".*.~[0-9a-f]* | *.~[0-9a-f]* | *.octransferid*.part", "Nextcloud, ownCloud",
      "https://github.com/owncloud/client/blob/master/src/libsync/propagatedownload.cpp"),
    LitterName(
      .syncing, "*.!sync | *.bts | *.syncpart | *.synctemp | *.syncold | *.rsls* | .sync/", "Resilio",
      "https://grimore.org/_export/xhtml/fuss/bittorrent_sync"),
    LitterName(
      .syncing, "*.ffs_tmp | *.ffs_lock | *.ffs_db", "FreeFileSync",
      "https://freefilesync.org/manual.php?topic=exclude-files"),
    LitterName(.syncing, ".*.icloud", "iCloud Drive", nil),
    LitterName(
      .syncing,
      ".dropbox.cache/ | .tmp.drivedownload/ | .tmp.driveupload/ | .synologyworkingdirectory/ | .debris/ | "
        + "_gsdata_/",
      "Dropbox, Google Drive, Synology Drive, MEGA, GoodSync",
      "https://help.goodsync.com/hc/en-us/articles/44434603540237-What-is-the-gsdata-Folder"),
    LitterName(
      .syncing, "*.unison | *.unison.* | ~tmp~/ | .~tmp~/", "Unison, rsync",
      "https://github.com/nextcloud/desktop/blob/master/sync-exclude.lst"),
    LitterName(.backup, "*_original", "exiftool", "https://exiftool.org/exiftool_pod.html"),
    LitterName(
      .backup, "?*~ | *.~[0-9]*~ | #*#", "Emacs, gedit, Kate, cp",
      "https://www.gnu.org/software/emacs/manual/html_node/emacs/Backup-Names.html"),
    LitterName(
      .backup, "*.bak | *.bak[0-9] | *.bak.EXT | *.old | *.orig", "editors and tools",
      "https://rclone.org/docs/#suffix-string"),
    LitterName(.backup, "*.backup", "Shotcut and other programs", nil),
    LitterName(
      .backup, ".stversions/ | *~[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9].*",
      "Syncthing", "https://github.com/syncthing/syncthing/blob/main/lib/versioner/util.go"),
    LitterName(
      .backup, "files_versions/ | *.v[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]", "Nextcloud, ownCloud",
      "https://docs.nextcloud.com/server/latest/user_manual/en/files/version_control.html"),
    LitterName(
      .backup, "*.EXT [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9][0-9][0-9].EXT",
      "FreeFileSync", "https://freefilesync.org/manual.php?topic=versioning"),
    LitterName(
      .unfinished, "*.tmp | *.temp", "many programs",
      "https://github.com/syncthing/syncthing/blob/main/lib/fs/tempname.go"),
  ]
}
