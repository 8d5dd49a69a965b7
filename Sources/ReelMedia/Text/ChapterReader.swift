import CFFmpeg
import MediaFacts

extension Demuxer {
  /// The container's chapters, within the bounds of `WireLimits`; those without a believable start are left out.
  var chapters: [Chapter] {
    var chapters: [Chapter] = []
    var byteCount = 0
    for index in 0..<min(unsafe Int(context.pointee.nb_chapters), WireLimits.chapterCount) {
      guard let chapter = unsafe context.pointee.chapters[index] else { continue }
      let timeBase = unsafe chapter.pointee.time_base
      guard let start = unsafe MediaTime.milliseconds(chapter.pointee.start, in: timeBase) else { continue }
      let end = unsafe MediaTime.milliseconds(chapter.pointee.end, in: timeBase)
      let entry = unsafe av_dict_get(chapter.pointee.metadata, "title", nil, AV_DICT_IGNORE_SUFFIX)
      let title = unsafe entry.map {
        unsafe MetadataReader.bare($0.pointee.value, byteCount: WireLimits.chapterTitleByteCount)
      }
      byteCount += title?.utf8.count ?? 0
      let isKept = title.map { !$0.isEmpty } ?? false && byteCount <= WireLimits.chaptersByteCount
      chapters.append(
        Chapter(
          startMilliseconds: start, endMilliseconds: end.flatMap { $0 > start ? $0 : nil }, title: isKept ? title : nil)
      )
    }
    return chapters
  }
}
