import Foundation
import Source

/// The names that Crossread knows without any account: countries by CLDR's names and what is said besides,
/// international organisations, units of government, cities whose names differ (`Resources/names`).
struct NameTable: Sendable {
  /// All names but those of `event.yaml`.
  let patterns: NamePatterns
  /// The countries that one kanji stands for: 米, 韓.
  let kanji: [Character: String]
  /// Compounds of such kanji that are words of their own as well.
  let ambiguousCompounds: Set<String>
  /// Nouns before which one kanji stands for a country.
  let diplomaticNouns: Set<String>
  private let names: [KnownName: [LanguageTag: String]]
  private let domains: [String: String]
  private let organs: [String: OrganisationTable.Organ]

  /// Reads the tables.
  ///
  /// - Throws: `ResourceError` when one cannot be read.
  init() throws {
    let regions = try ResourceTable.decode(
      RegionTable.self, from: "names/regions.yaml", in: .module)
    let organisations = try ResourceTable.decode(
      OrganisationTable.self, from: "names/organisations.yaml", in: .module)
    let cities = try ResourceTable.decode([Names].self, from: "names/cities.yaml", in: .module)
    var collector = Collector()
    organisations.add(to: &collector)
    for city in cities {
      collector.add(en: city.en, ja: city.ja, as: .place(city.en.first ?? ""))
    }
    regions.add(to: &collector)
    collector.patterns.sort()
    patterns = collector.patterns
    names = collector.names
    kanji = regions.kanji
    ambiguousCompounds = regions.ambiguousCompounds
    diplomaticNouns = regions.diplomaticNouns
    domains = organisations.domains
    organs = organisations.organs
  }

  /// The name under which reports show something, in a language.
  func shownName(of name: KnownName, in language: LanguageTag) -> String? {
    guard case .organ(let key, let region?) = name, organs[key]?.of == nil else {
      if case .organ(let key, _) = name { return names[.organ(key, region: nil)]?[language] }
      return names[name]?[language]
    }
    guard let organ = names[.organ(key, region: nil)]?[language],
      let country = names[.region(region)]?[language]
    else { return nil }
    return language == .japanese ? country + organ : "\(organ) of \(country)"
  }

  /// The country that alone has a unit of government of this sort.
  func soleRegion(ofOrgan key: String) -> String? { organs[key]?.of }

  /// The country whose government publishes under a web address.
  func region(ofAddress address: String?) -> String? {
    guard let host = address.flatMap({ URLComponents(string: $0)?.host })?.lowercased() else {
      return nil
    }
    return domains.filter { host == $0.key || host.hasSuffix("." + $0.key) }
      .max { $0.key.count < $1.key.count }?.value
  }

  struct Names: Decodable {
    let en: [String]
    let ja: [String]
  }

  /// Names as they are read from the tables.
  struct Collector {
    var patterns = NamePatterns()
    var names: [KnownName: [LanguageTag: String]] = [:]

    mutating func add(en: [String], ja: [String], as name: KnownName) {
      for text in en + ja { patterns.add(text, as: name) }
      if let first = en.first, names[name]?[.english] == nil {
        names[name, default: [:]][.english] = first
      }
      if let first = ja.first, names[name]?[.japanese] == nil {
        names[name, default: [:]][.japanese] = first
      }
    }
  }
}

/// `Resources/names/regions.yaml`, which goes before CLDR's names.
private struct RegionTable: Decodable {
  let regions: [String: Region]
  let ambiguous: Set<String>
  let ambiguousCompounds: Set<String>
  let diplomaticNouns: Set<String>

  struct Region: Decodable {
    let en: [String]?
    let adjectives: [String]?
    let ja: [String]?
    let kanji: [String]?
  }

  var kanji: [Character: String] {
    regions.reduce(into: [:]) { kanji, entry in
      for letter in (entry.value.kanji ?? []).joined() { kanji[letter] = entry.key }
    }
  }

  func add(to collector: inout NameTable.Collector) {
    let english = Locale(identifier: "en")
    let japanese = Locale(identifier: "ja")
    let codes = Set(Locale.Region.isoRegions.map(\.identifier)).union(regions.keys)
    for code in codes.sorted() where code.count == 2 && !ambiguous.contains(code) {
      let region = regions[code]
      let en = region?.en ?? Self.spellings(of: english.localizedString(forRegionCode: code))
      let ja = region?.ja ?? Self.spellings(of: japanese.localizedString(forRegionCode: code))
      collector.add(en: en, ja: ja, as: .region(code))
      collector.add(en: region?.adjectives ?? [], ja: [], as: .region(code))
    }
  }

  /// CLDR's name as running text has it: "and" for the ampersand, no explanation in brackets.
  private static func spellings(of name: String?) -> [String] {
    guard let name else { return [] }
    let plain = name.prefix { !"(（".contains($0) }.trimmingCharacters(in: .whitespaces)
    let written = plain.replacing("St. ", with: "Saint ").replacing("&", with: "and")
    return written == plain ? [plain] : [written, plain]
  }
}

/// `Resources/names/organisations.yaml`.
private struct OrganisationTable: Decodable {
  let organisations: [String: Organisation]
  let organs: [String: Organ]
  let domains: [String: String]

  struct Organisation: Decodable {
    let en: [String]
    let ja: [String]
    let aliasOf: String?
  }

  struct Organ: Decodable {
    let of: String?
    let en: [String]
    let ja: [String]
  }

  func add(to collector: inout NameTable.Collector) {
    for (key, entry) in organisations.sorted(by: {
      ($0.value.aliasOf ?? "", $0.key) < ($1.value.aliasOf ?? "", $1.key)
    }) {
      collector.add(en: entry.en, ja: entry.ja, as: .organisation(entry.aliasOf ?? key))
    }
    for (key, organ) in organs.sorted(by: { $0.key < $1.key }) {
      collector.add(en: organ.en, ja: organ.ja, as: .organ(key, region: nil))
    }
  }
}
