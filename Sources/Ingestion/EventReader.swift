import Source

/// Reads a folder as one event.
///
///     let event = try await EventReader().event(at: "fixtures/liverpool-2021")
///     for problem in event.problems { print(problem) }
///
/// Every file in the folder and in the folders in it is an account, or several, but for hidden files,
/// `event.yaml`, reports, reviews and read-me files. Nothing is written.
public struct EventReader: Sendable {
  /// How files are read.
  public var options: ReadingOptions

  /// Makes a reader.
  public init(options: ReadingOptions = .init()) {
    self.options = options
  }

  /// Reads the event in a folder, its files side by side on all cores.
  ///
  /// A file that cannot be read is left out and told of in the event's `problems`; the result
  /// depends on the files alone, not on the order in which they were read.
  ///
  /// - Parameters:
  ///   - folder: the path of the folder.
  ///   - minimumAccounts: how many accounts there must be: a comparison needs two.
  /// - Throws: an `IngestionError` where the folder or its `event.yaml` cannot be read, where two
  ///   accounts have the same id, and where there are too few accounts.
  /// - Complexity: linear in the size of the files.
  public func event(at folder: String, minimumAccounts: Int = 2) async throws(IngestionError)
    -> Event
  {
    let contents = try FolderContents(of: folder, options: options)
    let loading = FileLoading(options: options)
    var description = EventFile()
    if contents.hasEventFile {
      let name = FolderContents.path(folder, EventFile.name)
      let file = try loading.load(name, name: name, within: folder)
      let decoding = TextDecoding(
        rules: try ReadingRules.shared(),
        deadline: Deadline(file: name, limit: options.maximumTime))
      description = try EventFile(decoding.decode(file).string, file: name)
    }
    try checkFiles(of: description, in: contents, folder: folder)
    var (accounts, problems) = await readings(contents, folder: folder, description: description)
    problems += contents.problems
    try giveIdentifiers(&accounts, description: description, folder: folder)
    guard accounts.count >= minimumAccounts else {
      throw IngestionError(
        file: folder,
        .nothingToCompare(
          accounts: accounts.count, because: problems.first { !$0.isNote }?.description))
    }
    return Event(
      name: contents.name, title: description.title ?? contents.name, place: description.place,
      timeZone: description.timeZone, names: description.names, topics: description.topics,
      accounts: accounts.sorted { $0.id < $1.id },
      problems: problems.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) })
  }

  private func readings(
    _ contents: FolderContents, folder: String, description: EventFile
  ) async -> (accounts: [Account], problems: [IngestionError]) {
    let results = await withTaskGroup(
      of: (Int, Result<AccountReader.Reading, IngestionError>).self
    ) { group in
      for (index, name) in contents.files.enumerated() {
        let settings = description.accounts[name] ?? AccountSettings()
        group.addTask { (index, reading(of: name, in: folder, settings: settings)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var accounts: [Account] = []
    var problems: [IngestionError] = []
    for (_, result) in results.sorted(by: { $0.0 < $1.0 }) {
      switch result {
      case .success(let reading):
        accounts += reading.accounts
        problems += reading.notes
      case .failure(let problem): problems.append(problem)
      }
    }
    return (accounts, problems)
  }

  private func reading(of name: String, in folder: String, settings: AccountSettings)
    -> Result<AccountReader.Reading, IngestionError>
  {
    do throws(IngestionError) {
      let path = FolderContents.path(folder, name)
      let file = try FileLoading(options: options).load(path, name: name, within: folder)
      var reader = AccountReader(options: options)
      reader.options.chosenAccount = settings.entry
      return .success(try reader.read(file, settings: settings))
    } catch {
      return .failure(error)
    }
  }

  private func checkFiles(of description: EventFile, in contents: FolderContents, folder: String)
    throws(IngestionError)
  {
    let files = Set(contents.files)
    let unknown = description.accounts.filter { !files.contains($0.key) }
      .sorted { ($0.value.line ?? 0, $0.key) < ($1.value.line ?? 0, $1.key) }
    try EventFile.refuse(
      unknown.map { name, settings in
        IngestionError(
          file: FolderContents.path(folder, EventFile.name), line: settings.line,
          .unknownFile(
            name: name, suggestion: NearestName.suggestion(for: name, among: contents.files)))
      })
  }

  /// Tells files of the same stem apart by their whole names, and refuses ids that are given twice.
  private func giveIdentifiers(
    _ accounts: inout [Account], description: EventFile, folder: String
  ) throws(IngestionError) {
    let counts = accounts.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    for index in accounts.indices {
      let account = accounts[index]
      guard counts[account.id, default: 0] > 1, account.metadataOrigins["id"] == "file name" else {
        continue
      }
      // What stands behind the stem tells the accounts of one file apart.
      let stem = SourceFile(name: account.file, bytes: []).stem
      accounts[index].id = account.file + account.id.dropFirst(stem.count)
    }
    var owners: [String: String] = [:]
    for account in accounts {
      if let other = owners[account.id] {
        let isGiven = account.metadataOrigins["id"] == EventFile.name
        throw IngestionError(
          file: isGiven ? FolderContents.path(folder, EventFile.name) : account.file,
          line: isGiven ? description.accounts[account.file]?.line : nil,
          .duplicateIdentifier(id: account.id, other: other))
      }
      owners[account.id] = account.file
    }
  }
}
