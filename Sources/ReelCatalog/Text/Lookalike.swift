/// Characters that stand for ASCII punctuation which a file system, or the program that wrote the name, does not take.
///
/// yt-dlp writes `⧸` and `⧹` for slashes and the full-width form of the other seven that Windows refuses
/// (`sanitize_filename` in https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/utils/_utils.py); rclone writes
/// full-width forms for all of them (https://pkg.go.dev/github.com/rclone/rclone/lib/encoder). The rest are what
/// people and smaller programs choose because they look alike.
enum Lookalike {
  /// The ASCII character that is meant, or nil for a character that stands for itself.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    // ⧸ ∕ ⁄ ╱
    case 0x29F8, 0x2215, 0x2044, 0x2571: "/"
    // ⧹ ∖ ⧵ ╲ ﹨
    case 0x29F9, 0x2216, 0x29F5, 0x2572, 0xFE68: "\\"
    // ∶ ꞉ ﹕ ː ˸ ։ ꓽ ︓
    case 0x2236, 0xA789, 0xFE55, 0x02D0, 0x02F8, 0x0589, 0xA4FD, 0xFE13: ":"
    case 0xFE56: "?"
    case 0xFE57, 0x01C3: "!"
    // ∗ ⁎ ﹡ ꘎
    case 0x2217, 0x204E, 0xFE61, 0xA60E: "*"
    // ″ ʺ
    case 0x2033, 0x02BA: "\""
    // ∣ ǀ ❘ │ ￨
    case 0x2223, 0x01C0, 0x2758, 0x2502, 0xFFE8: "|"
    // ≺ ﹤ ˂ ᐸ
    case 0x227A, 0xFE64, 0x02C2, 0x1438: "<"
    // ≻ ﹥ ˃ ᐳ
    case 0x227B, 0xFE65, 0x02C3, 0x1433: ">"
    // ‐ ‑ ‒ − ﹣
    case 0x2010...0x2012, 0x2212, 0xFE63: "-"
    // ʼ ′ ‛ ʹ
    case 0x02BC, 0x2032, 0x201B, 0x02B9: "'"
    // ․ ﹒
    case 0x2024, 0xFE52: "."
    case 0xFE50: ","
    case 0xFE54: ";"
    default: nil
    }
  }
}
