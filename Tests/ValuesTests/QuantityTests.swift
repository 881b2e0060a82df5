import Testing

@testable import Values

@Suite("Quantities in English") struct QuantityTests {
  @Test(
    "money has its amount and the code of its currency",
    arguments: [
      ("$2.5 million", "2500000", "USD"), ("US$ 40", "40", "USD"), ("C$100", "100", "CAD"),
      ("450,000 yen", "450000", "JPY"), ("323 million euros", "323000000", "EUR"),
      ("£5m", "5000000", "GBP"),
      ("GBP 350", "350", "GBP"), ("3 dollars 50 cents", "3.5", "USD"),
      ("30 MUSD", "30000000", "USD"),
      ("361 million pounds", "361000000", "GBP"), ("50 €", "50", "EUR"),
      ("12 Norwegian kroner", "12", "NOK"), ("Rs. 800", "800", "INR"), ("90 BHD", "90", "BHD"),
      ("4 pounds 20 pence", "4.2", "GBP"), ("half a million rupees", "500000", "INR"),
      ("$3 bn", "3000000000", "USD"), ("9,000 pesos", "9000", "XXX"),
    ])
  func money(text: String, amount: String, code: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .currency)
    #expect(found.text == text)
    #expect(found.value == amount)
    #expect(found.unit == code)
  }

  @Test(
    "a dimension has its number and unit",
    arguments: [
      ("ten miles", "10", "mile"), ("a 3-inch gap", "3", "inch"),
      ("190 km2", "190", "square-kilometer"),
      ("10 kilometers per hour", "10", "kilometer-per-hour"),
      ("16,000 metric tons", "16000", "metric-ton"),
      ("5 feet 2 inches", "5.16666666666667", "foot"), ("750ml", "750", "milliliter"),
      ("400 sq ft", "400", "square-foot"), ("35mm", "35", "millimeter"),
      ("half a mile", "0.5", "mile"), ("8 miles an hour", "8", "mile-per-hour"),
      ("two pounds", "2", "pound"),
      ("100 MB", "100", "megabyte"),
    ])
  func dimension(text: String, number: String, unit: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .dimension)
    #expect(found.value == number)
    #expect(found.unit == unit)
  }

  @Test("the sign of a unit counts as it is spelled")
  func spelling() throws {
    #expect(try Recognition.lines("5 Hz").map { $0.contains("dimension") } == [true])
    #expect(try Recognition.lines("5 mG").allSatisfy { !$0.contains("dimension") })
  }

  @Test(
    "temperatures and ages have their scales and units",
    arguments: [
      ("-5 degrees Fahrenheit", Value.Kind.temperature, "-5", "fahrenheit"),
      ("20 °C", .temperature, "20", "celsius"), ("29 years old", .age, "29", "year"),
      ("a 90 day old bill", .age, "90", "day"),
    ])
  func temperatureAndAge(text: String, kind: Value.Kind, number: String, unit: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == kind)
    #expect(found.value == number)
    #expect(found.unit == unit)
  }

  @Test(
    "the words around a number say how exact it is",
    arguments: [
      ("about 25 people", Hedge.approximately), ("more than 30 people", .moreThan),
      ("at least 2.5 million", .atLeast),
      ("up to 40 people", .atMost), ("fewer than 40 people", .lessThan), ("25 people", .exact),
      ("30 or more people", .atLeast), ("an estimated 30 people", .approximately),
      ("a rise over two years", .exact), ("for over two years", .moreThan),
      ("it lasted over two hours", .moreThan), ("over 40 people", .moreThan),
    ])
  func hedges(text: String, hedge: Hedge) throws {
    #expect(try Recognition.value(text).hedge == hedge)
  }

  @Test("the sign of an inch needs something that measures behind it")
  func inchSign() throws {
    #expect(try Recognition.value("a shelf 14\" deep").unit == "inch")
    #expect(try Recognition.lines("he said \"we need 14\" twice") == ["14 | number | 14"])
  }

  @Test("barrels a day are barrels")
  func barrels() throws {
    let found = try Recognition.value("They pump 90,000 barrels a day.")
    #expect(found.text == "90,000 barrels")
    #expect(found.unit == "barrel")
  }

  @Test("pounds are money where they are paid, and weight elsewhere")
  func pounds() throws {
    #expect(try Recognition.value("the ticket cost 50 pounds").kind == .currency)
    #expect(try Recognition.value("the parcel weighed 50 pounds").kind == .dimension)
  }

  @Test("\"over\" is no hedge where it belongs to the verb")
  func particle() throws {
    #expect(try Recognition.value("They handed over 198 prisoners.").hedge == .exact)
    #expect(try Recognition.value("The police turned over 12 files.").hedge == .exact)
    #expect(try Recognition.value("They held over 198 prisoners.").hedge == .moreThan)
  }
}
