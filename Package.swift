// swift-tools-version: 6.2
import PackageDescription

// Swift 6 mode everywhere; a module sees only what it imports itself; a warning in our own targets is an error.
let swift: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]
let strictSwift = swift + [.strictMemorySafety()]
let c: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]

// The rooms of the two large targets, top down: docs/ARCHITECTURE.md, section 2; scripts/rooms checks them.
let catalogRooms = [
  "Text", "Movement", "Forms", "Reel", "Vocabulary", "Tagging", "Tagging/Words", "Tagging/Phrases", "Tagging/Reading",
  "Tagging/Claims", "Query", "Query/Language", "Routine", "Planner", "Playlist", "Playlist/Formats", "Document",
  "Review",
]
let libraryRooms = [
  "System", "Folder", "Workers", "Thumbnails", "Store/Pages", "Store/Database", "Store/Reels", "Store/Query",
  "Store/Sidecars", "Index", "Changes", "Check", "Rebuild", "Site",
]
func readmes(of rooms: [String]) -> [String] { rooms.map { "\($0)/README.md" } }

// docs/ARCHITECTURE.md says what each target is for and what it may import. The compiler checks the arrows:
// scripts build with `--explicit-target-dependency-import-check error`.
let package = Package(
  name: "hipreel",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // For hipreel-gallery alone. Without traits: no configuration files, no tracing.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Inside the worker: FFmpeg's code and what touches it.
    .systemLibrary(name: "CFFmpeg", pkgConfig: "libavformat libavcodec libswscale libavutil"),
    .target(name: "CLinux", cSettings: c),
    .target(name: "MediaFacts", swiftSettings: swift),
    .target(name: "ReelMedia", dependencies: ["CFFmpeg", "MediaFacts"], swiftSettings: strictSwift),
    // LiteRT is no dependency: it is opened while the program runs, where somebody has brought it.
    .target(name: "CLiteRT", cSettings: c),
    .target(name: "PoseTracking", dependencies: ["CLiteRT", "MediaFacts"], swiftSettings: strictSwift),
    // Nor is Tesseract.
    .target(name: "CTesseract", cSettings: c),
    // Its loops over pixels take minutes in the tests unless they are optimised.
    .target(
      name: "TextReading", dependencies: ["CTesseract", "MediaFacts"],
      swiftSettings: strictSwift + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    // The fault hooks let the tests make a worker crash, hang and lie; they are no part of a release.
    .executableTarget(
      name: "hipreel-worker", dependencies: ["ReelMedia", "PoseTracking", "TextReading", "MediaFacts", "CLinux"],
      swiftSettings: strictSwift + [.define("FAULT_HOOKS", .when(configuration: .debug))]),

    // Outside it.
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg"),
    // What SQLite may touch, cost and do.
    .target(name: "CSQLite", cSettings: c, linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "ReelCatalog", dependencies: ["MediaFacts", .product(name: "Yams", package: "Yams")],
      exclude: readmes(of: catalogRooms), swiftSettings: swift),
    // What other programs wrote beside the videos: bytes to values, in memory-safe code.
    .target(name: "ReelSidecars", dependencies: ["ReelCatalog", "MediaFacts"], swiftSettings: swift),
    // The model of likeness, as data.
    .target(name: "CLikeness", cSettings: c),
    // What a body does, from where its joints are: numbers to facts.
    .target(name: "ReelPose", dependencies: ["CLikeness", "ReelCatalog", "MediaFacts"], swiftSettings: swift),
    // A developer's tool: scripts/compile-catalog.
    .executableTarget(name: "compile-vocabulary", dependencies: ["ReelCatalog"], swiftSettings: swift),
    .target(
      name: "ReelLibrary",
      dependencies: [
        "MediaFacts", "ReelCatalog", "ReelPose", "ReelSidecars", "CLinux", "CTurboJPEG", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: readmes(of: libraryRooms), swiftSettings: swift),
    // The pages and their data: values to bytes, for the static site and for a server.
    .target(name: "ReelGallery", dependencies: ["ReelCatalog", "MediaFacts"], swiftSettings: swift),
    .executableTarget(
      name: "hipreel",
      dependencies: [
        "ReelLibrary", "ReelGallery", "ReelPose", "ReelSidecars", "ReelCatalog", "MediaFacts", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    // The gallery's server: a program of its own, because linking an HTTP server costs every command 8 ms.
    .executableTarget(
      name: "hipreel-gallery",
      dependencies: [
        "ReelGallery", "ReelLibrary", "ReelCatalog", "MediaFacts",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: swift),

    // A developer's tool: scripts/bench.
    .executableTarget(
      name: "bench-workers", dependencies: ["ReelLibrary", "ReelCatalog", "MediaFacts"], path: "Benchmarks/workers",
      swiftSettings: swift),

    .executableTarget(
      name: "bench-look", dependencies: ["ReelLibrary", "ReelCatalog", "MediaFacts"], path: "Benchmarks/look",
      swiftSettings: swift),

    .executableTarget(
      name: "bench-words", dependencies: ["ReelMedia", "TextReading", "MediaFacts"], path: "Benchmarks/words",
      swiftSettings: swift),

    .executableTarget(
      name: "bench-alike", dependencies: ["ReelPose", "ReelCatalog"], path: "Benchmarks/alike", swiftSettings: swift),

    .executableTarget(
      name: "bench-tagger", dependencies: ["ReelCatalog"], path: "Benchmarks/tagger", swiftSettings: swift),

    // Tests mirror Sources; HipReelTests runs the built tools. TestMedia makes their videos while they run.
    .target(
      name: "TestSupport", dependencies: ["ReelCatalog", "MediaFacts"], path: "Tests/Support", swiftSettings: swift),
    .target(name: "TestMedia", dependencies: ["CFFmpeg"], path: "Tests/TestMedia", swiftSettings: swift),
    .testTarget(name: "MediaFactsTests", dependencies: ["MediaFacts"], swiftSettings: swift),
    .testTarget(
      name: "ReelMediaTests", dependencies: ["ReelMedia", "MediaFacts", "CFFmpeg", "TestMedia", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "PoseTrackingTests", dependencies: ["PoseTracking", "MediaFacts"], swiftSettings: swift),
    .testTarget(
      name: "TextReadingTests", dependencies: ["TextReading", "MediaFacts"], swiftSettings: swift),
    .testTarget(
      name: "ReelCatalogTests", dependencies: ["ReelCatalog", "MediaFacts", "TestSupport"],
      exclude: [
        "Planner/coach-clips.tsv", "Planner/never-offered.tsv", "Tagging/own-words.tsv",
        "Tagging/own-words-missed.tsv", "Tagging/folder-words.tsv", "Tagging/mode-words.tsv",
        "Tagging/screen-words.tsv",
        "Routine/routine-choices.tsv",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "ReelPoseTests", dependencies: ["ReelPose", "ReelCatalog", "MediaFacts", "TestSupport"],
      exclude: ["drawn-takes.json", "likeness-vectors.json"], swiftSettings: swift),
    .testTarget(
      name: "CompileVocabularyTests", dependencies: ["compile-vocabulary", "ReelCatalog"], swiftSettings: swift),
    .testTarget(
      name: "ReelSidecarsTests", dependencies: ["ReelSidecars", "ReelCatalog", "MediaFacts", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "ReelGalleryTests", dependencies: ["ReelGallery", "ReelCatalog", "MediaFacts", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "ReelLibraryTests",
      dependencies: [
        "ReelLibrary", "ReelPose", "ReelCatalog", "MediaFacts", "CTurboJPEG", "TestMedia", "TestSupport",
        "hipreel-worker",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Store/Fixtures"], swiftSettings: swift),
    .testTarget(
      name: "GalleryServerTests",
      dependencies: [
        "hipreel-gallery", "hipreel", "hipreel-worker", "ReelCatalog", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: swift),
    .testTarget(
      name: "HipReelTests",
      dependencies: [
        "hipreel", "hipreel-worker", "ReelLibrary", "ReelCatalog", "MediaFacts", "TestMedia", "TestSupport",
      ],
      exclude: ["Expected", "Players/xspf-1.rng"],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)
