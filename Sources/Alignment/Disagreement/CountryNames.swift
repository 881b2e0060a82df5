import Foundation

/// The names of countries and continents in English and Japanese, by CLDR: a town lies in a country, so that the two are
/// no two places.
enum CountryNames {
  private static let names: Set<String> = {
    let locales = ["en", "ja"].map(Locale.init(identifier:))
    let codes = Locale.Region.isoRegions.map(\.identifier)
    return Set(
      codes.flatMap { code in
        locales.compactMap { $0.localizedString(forRegionCode: code)?.lowercased() }
      })
  }()

  /// Whether two names are of one sort: of two countries, or of two places within some.
  static func areOfOneSort(_ one: String, _ other: String) -> Bool {
    names.contains(one.lowercased()) == names.contains(other.lowercased())
  }
}
