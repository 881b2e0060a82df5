import Source

/// Reads one file into accounts.
///
///     let reading = try AccountReader().read("liverpool/mofa.html")
///     print(reading.accounts[0].text.string)
///
/// Most files are one account. A feed, an archive of the web and an answer with several posts are
/// several.
public struct AccountReader: Sendable {
  /// How files are read.
  public var options: ReadingOptions

  /// Makes a reader.
  public init(options: ReadingOptions = .init()) {
    self.options = options
  }

  /// What reading a file gives.
  public struct Reading: Sendable {
    /// The accounts in it, at least one.
    public var accounts: [Account]
    /// What is worth knowing: a charset that is not known, bytes that mean nothing.
    public var notes: [IngestionError]
  }

  /// Reads a file by its path; `-` is standard input.
  ///
  /// - Throws: an `IngestionError` that names the file, the place and what to do.
  /// - Complexity: linear in the size of the file.
  public func read(_ path: String) throws(IngestionError) -> Reading {
    let loading = FileLoading(options: options)
    let file =
      path == "-"
      ? try loading.loadStandardInput(name: "standard input")
      : try loading.load(path, name: path)
    return try read(file, settings: AccountSettings())
  }

  /// Reads bytes as if they were the content of a file of this name.
  ///
  /// - Throws: an `IngestionError` that names the file, the place and what to do.
  /// - Complexity: linear in the number of bytes.
  public func read(_ bytes: [UInt8], named name: String) throws(IngestionError) -> Reading {
    guard bytes.count <= options.maximumFileSize else {
      throw IngestionError(
        file: name, .tooLarge(size: bytes.count, limit: options.maximumFileSize))
    }
    return try read(SourceFile(name: name, bytes: bytes), settings: AccountSettings())
  }

  /// Reads a file of which `event.yaml` may say something.
  func read(_ file: SourceFile, settings: AccountSettings) throws(IngestionError) -> Reading {
    let limits = ReadingLimits(options, file: file.name)
    let spaces: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
    guard file.bytes.contains(where: { !spaces.contains($0) }) else {
      throw IngestionError(file: file.name, .empty)
    }
    let reading = try FormatReader(limits: limits).read(file, charset: settings.charset)
    // What follows needs several times the text.
    guard reading.manuscripts.reduce(0, { $0 + $1.manuscript.size }) <= limits.maximumFileSize
    else { throw IngestionError(file: file.name, .tooMuchText(limit: limits.maximumFileSize)) }
    let sha256 = ContentIdentifier.sha256(file.bytes)
    let count = reading.manuscripts.count
    var accounts: [Account] = []
    for index in try chosen(of: count, file: file) {
      try limits.deadline.check()
      let number = count > 1 ? index + 1 : nil
      accounts.append(
        try account(
          reading.manuscripts[index], of: file, number: number, settings: settings, sha256: sha256))
    }
    var notes = reading.notes
    if file.isChanged {
      notes.append(IngestionError(file: file.name, isNote: true, .changedWhileRead))
    }
    return Reading(accounts: accounts, notes: notes)
  }

  /// The places of the accounts that are taken of a file.
  private func chosen(of count: Int, file: SourceFile) throws(IngestionError) -> Range<Int> {
    guard let chosen = options.chosenAccount, count > 1 else { return 0..<count }
    guard (1...count).contains(chosen) else {
      throw IngestionError(file: file.name, .noSuchAccount(number: chosen, count: count))
    }
    return chosen - 1..<chosen
  }

  private func account(
    _ reading: ManuscriptWithMetadata, of file: SourceFile, number: Int?,
    settings: AccountSettings, sha256: String
  ) throws(IngestionError) -> Account {
    let (text, paragraphs, quotes) = reading.manuscript.laidOut()
    guard !paragraphs.isEmpty else { throw IngestionError(file: file.name, .noMainText) }
    var settings = settings
    if let number, let id = settings.id, settings.entry == nil { settings.id = "\(id)-\(number)" }
    var metadata = settings.metadata(from: EventFile.name)
    metadata.fill(from: reading.metadata)
    metadata.offer(.publisher, metadata.url.flatMap(PageMetadata.host), from: "url")
    let name = file.name == "standard input" ? "input" : file.stem
    metadata.offer(.publisher, name, from: "file name")
    metadata.offer(.id, number.map { "\(name)-\($0)" } ?? name, from: "file name")
    metadata.offer(kind: .document, from: "default")
    let language = try LanguageDetection().language(of: text, declared: metadata.language)
    var origins = metadata.origins
    if language != metadata.language { origins["language"] = "text" }
    return Account(
      id: metadata.id ?? name, file: file.name, publisher: metadata.publisher ?? name,
      kind: metadata.kind ?? .document, language: language, published: metadata.published,
      modified: metadata.modified,
      url: metadata.url, title: metadata.title, author: metadata.author, text: text,
      headline: reading.manuscript.hasHeadline ? paragraphs[0].range : nil, paragraphs: paragraphs,
      embeddedQuotes: quotes, sha256: sha256, metadataOrigins: origins)
  }
}
