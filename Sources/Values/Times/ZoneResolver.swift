import Foundation
import Source

/// Gives a time the offset from UTC that its zone has on its day.
struct ZoneResolver {
  let reference: Timestamp?
  /// The IANA name of the zone that "local time" means.
  let local: String?

  /// Sets the offset of a value and of the clocks in it, where the text names a zone.
  func resolve(_ value: inout Value) {
    resolve(&value.start)
    resolve(&value.end)
    value.offset = value.start?.clock?.offset ?? value.end?.clock?.offset
  }

  private func resolve(_ point: inout Point?) {
    guard let clock = point?.clock, clock.offset == nil, let zone = clock.zone,
      let name = zone == "local" ? local : zone
    else { return }
    point?.clock?.zone = name
    guard let day = day(of: point) else {
      // Without a date only a zone that keeps one offset all year has a known one.
      point?.clock?.offset = fixedOffset(of: name)
      return
    }
    point?.clock?.offset = offset(of: name, on: day, seconds: clock.seconds ?? 0)
  }

  private func day(of point: Point?) -> CivilDay? {
    if let day = point?.date.civilDay { return day }
    return reference.map { CivilDay($0.year, $0.month, $0.day) }
  }

  private func offset(of name: String, on day: CivilDay, seconds: Int) -> Int? {
    guard let zone = TimeZone(identifier: name) else { return nil }
    let wall = Double(day.number * 86_400 + seconds)
    // The first guess is right but for the hours around a change of the clocks.
    let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: wall))
    let instant = Date(timeIntervalSince1970: wall - Double(guess))
    return zone.secondsFromGMT(for: instant) / 60
  }

  private func fixedOffset(of name: String) -> Int? {
    let winter = offset(of: name, on: CivilDay(2021, 1, 1), seconds: 43_200)
    let summer = offset(of: name, on: CivilDay(2021, 7, 1), seconds: 43_200)
    return winter == summer ? winter : nil
  }
}

extension Value {
  /// The value with its times read by the clock of a zone, where the text names none.
  ///
  /// - Parameters:
  ///   - zone: the IANA name of the zone.
  ///   - reference: the date of the text, for the days that it leaves open.
  public func read(inZone zone: String, reference: Timestamp?) -> Value {
    var value = self
    for part in [\Value.start, \Value.end] {
      guard value[keyPath: part]?.clock?.offset == nil, value[keyPath: part]?.clock?.zone == nil
      else { continue }
      value[keyPath: part]?.clock?.zone = zone
    }
    ZoneResolver(reference: reference, local: zone).resolve(&value)
    return value
  }
}
