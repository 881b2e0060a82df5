import Source

@testable import Ingestion

/// `event.yaml`, read and written.
extension FuzzTarget {
  static let eventFile = FuzzTarget(
    name: "event-file", seeds: { try $0.fixtures(ending: "event.yaml") },
    read: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try EventFile(text, file: EventFile.name)
    })

  /// What `init` writes of an event, whose titles, names and addresses are lines of the input, reads as the same.
  static let eventFileText = FuzzTarget(
    name: "event-file-text", maximumLength: 512,
    seeds: { _ in
      [
        Array("Ministers meet\nLeeds\nministry.html\nMinistry: of \"Trade\"\nrelease\nM\nen".utf8),
        Array("true\n#x\n- a\n'\n\\\n&\n*".utf8),
      ]
    },
    read: { bytes in
      let decoded = TextCleaning.clean(TextCleaning.replacingIllFormed(bytes).utf8)
      let lines = String(decoding: decoded, as: UTF8.self).split(separator: "\n")
        .map { String($0).collapsingSpaces }.filter { !$0.isEmpty }
      guard lines.count >= 6 else { return }
      let account = Account(
        id: lines[5], file: lines[2], publisher: lines[3], kind: AccountKind(rawValue: lines[4]),
        language: .english, title: lines[0], text: SourceText("x"), paragraphs: [], sha256: "",
        metadataOrigins: ["id": "event.yaml"])
      let event = Event(name: "x", title: lines[0], place: lines[1], accounts: [account])
      let written = EventFileText(of: event).text
      let read: EventFile
      do {
        read = try EventFile(written, file: EventFile.name)
      } catch {
        return expect(false, "it is read again: \(error)\n\(written)")
      }
      expect(read.title == event.title, "the title stays \(event.title)")
      expect(read.place == event.place, "the place stays \(String(describing: event.place))")
      let settings = read.accounts[account.file]
      expect(settings != nil, "the file's name stays \(account.file)")
      expect(settings?.id == account.id, "the id stays \(account.id)")
      expect(settings?.publisher == account.publisher, "the publisher stays \(account.publisher)")
      expect(settings?.kind == account.kind.rawValue, "the kind stays \(account.kind.rawValue)")
    })
}
