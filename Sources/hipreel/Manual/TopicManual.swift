/// A help topic as a manual page, such as `hipreel-query.7`.
enum TopicManual {
  static func text(of topic: HelpTopic) -> String {
    var page = ManualText()
    ManualPage.begin("hipreel-\(topic.name)", section: 7, summary: topic.summary, of: &page)
    page.section("Description")
    for section in topic.sections {
      page.macro("Ss \(ManualText.escaped(section.title))")
      for part in section.parts {
        switch part {
        case .text(let text): page.paragraph(text)
        case .examples(let examples): page.list(examples.map { ($0.command, $0.meaning) })
        case .table(let rows): page.list(rows)
        case .lines(let lines): page.display(lines)
        }
      }
    }
    ManualPage.end("hipreel-\(topic.name)", of: &page)
    return page.text
  }
}
