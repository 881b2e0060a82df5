/// Makes numbers, money, ages, dimensions and temperatures of what a rule captured.
struct QuantityReader {
  let keys: [String]
  let units: UnitTable

  private func key(_ capture: Capture?) -> String? {
    guard let capture, capture.key >= 0 else { return nil }
    return keys[Int(capture.key)]
  }

  /// The draft of a match; nothing where the rule captured no number.
  func draft(_ family: Family, _ frame: Frame, precision: Double) -> Draft? {
    let slot: Slot = family == .age ? .count : .number
    guard let number = frame.first(slot)?.value else { return nil }
    switch family {
    case .ordinal: return plain(.ordinal, number, precision)
    case .number: return plain(.number, number, precision)
    case .percentage: return percentage(number, precision, frame)
    case .currency: return money(number, precision, frame)
    case .age: return age(number, precision, frame)
    case .dimension: return dimension(number, precision, frame)
    case .temperature: return temperature(number, precision, frame)
    case .temporal, .passage: return nil
    }
  }

  private func plain(
    _ kind: Value.Kind, _ number: Double, _ precision: Double, unit: String? = nil
  ) -> Draft {
    Draft(
      kind: kind, quantity: .init(value: number, precision: precision), unit: unit,
      value: decimalText(number))
  }

  private func percentage(_ number: Double, _ precision: Double, _ frame: Frame) -> Draft {
    let discount = frame.first(.discount)
    let scale = (discount ?? frame.first(.percent))?.value ?? 1
    let half = frame.first(.bare)?.value ?? 0
    // 三割五分二厘: tenths, hundredths, thousandths.
    let finer = (frame.first(.minor)?.value ?? 0) + (frame.first(.rest)?.value ?? 0) / 10
    let value = (((number + half) * scale + finer) * 1e9).rounded() / 1e9
    var draft = plain(.percentage, value, precision * scale, unit: "%")
    if discount != nil {
      // 三割引: 70 % are left to pay, which is how the machine format gives a price cut by tenths.
      draft.unit = "% off"
      draft.value = decimalText(((100 - value) * 1e9).rounded() / 1e9)
    }
    return draft
  }

  private func money(_ number: Double, _ precision: Double, _ frame: Frame) -> Draft? {
    if let hundredth = key(frame.first(.unit)) {
      var draft = plain(.currency, number, precision, unit: hundredth + " 0.01")
      draft.quantity = .init(value: number / 100, precision: precision / 100)
      return draft
    }
    // Pounds of money are told from pounds of weight by their number.
    let large = number >= 100_000 ? frame.first(.large) : nil
    let million = frame.first(.million)
    guard let code = key(frame.first(.currency) ?? million ?? large) else { return nil }
    let scale = frame.first(.count)?.value ?? (million == nil ? 1 : 1_000_000)
    let minor = frame.first(.minor)?.value ?? 0
    let amount = number * scale + minor / 100
    let exact = frame.has(.minor) ? 0.01 : precision * scale
    return plain(.currency, amount, exact, unit: code)
  }

  private func age(_ number: Double, _ precision: Double, _ frame: Frame) -> Draft {
    let unit = key(frame.first(.span)).flatMap(SpanUnit.init) ?? .year
    let number = number + (frame.first(.bare)?.value ?? 0)
    var draft = plain(.age, number, precision, unit: unit.rawValue)
    draft.quantity = .init(value: number * unit.seconds, precision: precision * unit.seconds)
    return draft
  }

  private func dimension(_ number: Double, _ precision: Double, _ frame: Frame) -> Draft? {
    if let inches = frame.first(.inch)?.value, let foot = units["foot"] {
      var draft = plain(.dimension, number + inches / 12, 1.0 / 12, unit: "foot")
      draft.dimension = foot.measures
      draft.quantity = .init(
        value: (number + inches / 12) * foot.factor, precision: foot.factor / 12)
      return draft
    }
    let name = key(frame.first(.unit)) ?? (frame.has(.bare) ? "degree" : nil)
    guard let name, let definition = units[name] else { return nil }
    var draft = plain(.dimension, number, precision, unit: name)
    let per = key(frame.first(.per)).flatMap(SpanUnit.init)
    let factor = definition.factor / (per?.seconds ?? 1)
    draft.dimension = definition.measures
    if let per {
      draft.unit = "\(name)-per-\(per.rawValue)"
      draft.dimension =
        definition.measures == "length" ? "speed" : definition.measures + " per time"
    }
    draft.quantity = .init(value: number * factor, precision: precision * factor)
    return draft
  }

  private func temperature(_ number: Double, _ precision: Double, _ frame: Frame) -> Draft? {
    let name = key(frame.first(.temperature)) ?? "degree-temperature"
    guard let definition = units[name] else { return nil }
    var draft = plain(.temperature, number, precision, unit: name)
    draft.quantity = .init(
      value: number * definition.factor + definition.offset,
      precision: precision * definition.factor)
    return draft
  }
}
