extension QueryField {
  /// What the field is, in one sentence without a full stop.
  public var help: String { manual.help }

  /// Terms that show how to write it; each one is a query.
  public var examples: [String] { manual.examples }

  private var manual: (help: String, examples: [String]) {
    switch self {
    case .id: ("the reel's id in the catalog, or the start of it", ["id:0123456789ab", "id:0123"])
    case .path: ("a path inside the catalog's folder, or part of it", ["path:clients/anna", "path:~*.mov"])
    case .folder: ("the folder of such a path, or part of its name", ["folder:warm-ups", "folder:=clients/anna"])
    case .name: ("the file name, or part of it", ["name:hip", "name:~IMG_40??.MOV", "name:=clamshell.mp4"])
    case .status: ("whether the file could be read, or why not", ["status:ok", "status:damaged,timeout"])
    case .companion:
      (
        "a reel, or a file beside one that plans leave out: the moving half of a photo, a camera's small proxy",
        ["kind:reel", "kind:live-photo,proxy"]
      )
    case .text:
      (
        "a word in names, captions, notes, speech or on the picture; the same as without a field",
        ["text:clamshell", "text:clam*"]
      )
    case .onScreen: ("the words on its picture, or part of them", ["onscreen:stretch", "onscreen:none"])
    case .note: ("your note, or part of it", ["note:knee", "note:any"])
    case .rating: ("your rating, from 1 to 5 stars", ["rating:4..", "rating:>=4", "rating:none"])
    case .favourite: ("whether it is a favourite; favorite: works too", ["favourite:yes"])
    case .duration:
      ("the playing time: seconds, or ms, s, m, h, m:ss", ["duration:10s..1m", "duration:..60", "duration:1:30.."])
    case .width: ("the width as shown, in pixels", ["width:1080", "width:720.."])
    case .height: ("the height as shown, in pixels", ["height:>=1080", "height:ge:1080"])
    case .size: ("the file's size: bytes, or kB, MB, GB, KiB, MiB, GiB", ["size:10MB..", "size:..500kB"])
    case .orientation: ("the orientation of the picture as shown", ["orientation:portrait"])
    case .rotation: ("how far the picture is turned clockwise for display, in degrees", ["rotation:90"])
    case .fps: ("frames per second", ["fps:30", "fps:50..", "fps:29.97"])
    case .codec: ("the video codec, as FFmpeg names it", ["codec:h264", "codec:hevc,av1"])
    case .audio: ("the audio codec, as FFmpeg names it", ["audio:aac", "audio:none"])
    case .container: ("the container, as FFmpeg names it", ["container:mov", "container:matroska"])
    case .oshash: ("Stash's hash of the file, 16 hex digits", ["oshash:8e245d9679d31e12", "oshash:none"])
    case .recorded:
      (
        "when it was recorded, on the clock there",
        ["recorded:2024-05", "recorded:2024-05-01..2024-06", "recorded:none"]
      )
    case .added: ("when the catalog first saw it", ["added:-2w..", "added:today"])
    case .exercise:
      ("the exercise, by its id in the vocabulary", ["exercise:clamshell", "exercise:~*bridge*", "exercise:none"])
    case .movement:
      (
        "the hip movement it is for; any=, secondary= and control= choose by role",
        ["movement:extension", "movement:any=flexion,extension", "movement:control=abduction@0.8"]
      )
    case .mode: ("how it works on the body", ["mode:stretch", "mode:mobility,cars"])
    case .core: ("what the trunk does or resists", ["core:anti-rotation"])
    case .position: ("the posture it is done in", ["position:half-kneeling", "position:supine,prone"])
    case .equipment: ("what it is done with", ["equipment:loop-band", "-equipment:loop-band", "equipment:none"])
    case .side: ("the side it shows", ["side:left", "side:none"])
    case .level: ("how hard it is", ["level:beginner", "level:beginner,intermediate"])
    case .region: ("the part of the body it is mainly about", ["region:hip"])
    case .dose: ("the sets, repetitions or hold that its texts ask for", ["dose:10-reps", "dose:hold-30-s"])
    case .exposure: ("a position or load that it involves", ["-exposure:deep-hip-flexion"])
    case .reps: ("how often the movement comes and goes, as seen in the picture", ["reps:8..", "reps:none"])
    case .alike:
      ("the name of the reels that it moves like, as suggested", ["alike:clamshell", "alike:any exercise:none"])
    case .conflict: ("what its words contradict: the movement that was seen", ["conflict:seen"])
    case .confidence: ("how sure its surest tag is, from 0 to 1", ["confidence:>=0.8", "confidence:..0.5"])
    case .tagged: ("whether it has any tags", ["tagged:no"])
    case .gone: ("whether its files are missing; hidden unless you ask", ["gone:yes", "gone:any"])
    }
  }
}
