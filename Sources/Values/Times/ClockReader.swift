/// Makes clock fields of what a rule captured.
struct ClockReader {
  let keys: [String]

  private func key(_ capture: Capture?) -> String? {
    guard let capture, capture.key >= 0 else { return nil }
    return keys[Int(capture.key)]
  }

  /// The time of day of a frame; nothing where it has none.
  func clock(_ frame: Frame) -> ClockFields? {
    var fields = ClockFields()
    if frame.has(.present) {
      fields.isPresent = true
      return fields
    }
    applyZone(frame, &fields)
    let part = part(frame)
    if let minutes = frame.integer(.clock) {
      (fields.hour, fields.minute) = (minutes / 60, minutes % 60 == 0 ? nil : minutes % 60)
      return fields
    }
    if let figures = frame.integer(.military), figures % 100 < 60 {
      (fields.hour, fields.minute, fields.isOpen) = (figures / 100, figures % 100, figures < 1300)
      if let meridiem = key(frame.first(.meridiem)) {
        fields.isOpen = false
        fields.settle(meridiem: meridiem, part: nil)
      }
      return fields
    }
    guard var hour = frame.integer(.hour) else {
      guard let part else { return nil }
      fields.part = part
      return fields
    }
    fields.minute = frame.integer(.minute)
    fields.second = frame.integer(.second)
    if let past = frame.integer(.past) { fields.minute = past }
    if let before = frame.integer(.before) {
      hour = (hour + 23) % 24
      fields.minute = 60 - before
    }
    fields.hour = hour
    fields.settle(meridiem: key(frame.first(.meridiem)), part: part)
    return fields
  }

  private func part(_ frame: Frame) -> String? {
    if let part = key(frame.first(.part)) { return part }
    let named: [(Slot, String)] = [(.night, "NI"), (.morning, "MO"), (.evening, "EV")]
    return named.first { frame.has($0.0) }?.1
  }

  private func applyZone(_ frame: Frame, _ fields: inout ClockFields) {
    if let local = frame.first(.local), local.key >= 0 { fields.zone = "local" }
    if let name = key(frame.first(.zone) ?? frame.first(.region)) { fields.zone = name }
    guard let sign = frame.first(.sign), let hours = frame.integer(.offset) else { return }
    let minutes = hours >= 100 ? hours / 100 * 60 + hours % 100 : hours * 60
    fields.offset = (sign.value < 0 ? -1 : 1) * (minutes + (frame.integer(.rest) ?? 0))
    fields.zone = nil
  }
}

extension ClockFields {
  /// Chooses morning or afternoon by what the text says of it.
  mutating func settle(meridiem: String?, part: String?) {
    guard let hour, self.part == nil else { return }
    let isHalfDay = hour <= 12
    switch (meridiem, part) {
    case ("am", _): self.hour = hour == 12 ? 0 : hour
    case ("pm", _): self.hour = hour < 12 ? hour + 12 : hour
    case (_, "MO"): self.hour = hour
    case (_, "AF"), (_, "EV"): self.hour = hour < 12 ? hour + 12 : hour
    case (_, "NI"): self.hour = hour >= 6 && hour < 12 ? hour + 12 : hour == 12 ? 0 : hour
    default: isOpen = isHalfDay && hour > 0
    }
  }
}
