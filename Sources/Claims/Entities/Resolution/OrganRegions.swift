import Source

/// Tells whose a unit of government is where an account names it without its country: "the foreign ministry",
/// 外務省.
struct OrganRegions: Sendable {
  private var regions: [String: Set<String>] = [:]
  private let publishers: [String: PublisherName]
  private let listed: ListedNames

  init(mentions: [Mention], publishers: [PublisherName], listed: ListedNames) {
    self.publishers = Dictionary(publishers.map { ($0.account, $0) }) { one, _ in one }
    self.listed = listed
    let known = mentions.compactMap { mention -> KnownName? in
      if case .known(let name) = mention.name { name } else { nil }
    }
    for case .organ(let key, let region?) in known + publishers.compactMap(\.known) {
      regions[key, default: []].insert(region)
    }
  }

  /// The unit with its country; nothing where the country cannot be told.
  func organ(_ key: String, in account: String) -> KnownName? {
    let bare = KnownName.organ(key, region: nil)
    if listed.known[bare] != nil { return bare }
    let publisher = publishers[account]
    if case .organ(key, let region?) = publisher?.known { return .organ(key, region: region) }
    if publisher?.language == .japanese, publisher?.region == "JP" {
      return .organ(key, region: "JP")
    }
    guard let found = regions[key], found.count == 1, let region = found.first else { return nil }
    return .organ(key, region: region)
  }
}
