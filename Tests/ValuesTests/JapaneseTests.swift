import Testing

@testable import Values

@Suite("Values in Japanese") struct JapaneseTests {
  @Test(
    "a number is read in digits, characters and both",
    arguments: [
      ("一億二千万", "120000000"), ("5万4千6百", "54600"), ("２，５１３，０００人", "2513000"),
      ("三分の二", "0.666666666666667"),
      ("五と四分の一", "5.25"), ("二〇二一", "2021"), ("一万零二百五十", "10250"), ("マイナス8452", "-8452"),
      ("零点五", "0.5"),
      ("一万五千億", "1500000000000"), ("三ダース", "36"), ("14億1402万1100人", "1414021100"),
      ("1.1の2乗", "1.21"),
    ])
  func number(text: String, value: String) throws {
    let found = try Recognition.value(text, .japanese)
    #expect(found.kind == .number)
    #expect(found.value == value)
  }

  @Test(
    "characters of numbers in other words are no values",
    arguments: [
      "一部で一致した。", "十分な議論を一層進める。", "四国と九州", "千葉県", "G7の会合", "「2+2」の開催", "来日を歓迎", "アイドルの話",
      "会議に参加した。", "数千の声", "ここに、さんかくがある",
    ])
  func lookalikes(text: String) throws {
    #expect(try Recognition.lines(text, .japanese) == [])
  }

  @Test(
    "a quantity has its kind, number and unit",
    arguments: [
      ("一億二千万円", Value.Kind.currency, "120000000", "JPY"), ("2ドル", .currency, "2", "USD"),
      ("深さ10キロ", .dimension, "10", "kilometer"),
      ("34.5平方メートル", .dimension, "34.5", "square-meter"), ("摂氏20度", .temperature, "20", "celsius"),
      ("87歳", .age, "87", "year"),
      ("30％", .percentage, "30", "%"), ("3割", .percentage, "30", "%"),
      ("三割五分", .percentage, "35", "%"), ("8/100", .percentage, "8", "%"),
      ("42パ ーセント", .percentage, "42", "%"), ("氷点下8度", .temperature, "-8", "degree-temperature"),
      ("4歳半", .age, "4.5", "year"), ("人民元六百元", .currency, "600", "CNY"),
      ("6ポンド50ペンス", .currency, "6.5", "GBP"), ("900ポンドの一時金", .currency, "900", "GBP"),
      ("900ポンドの荷物", .dimension, "900", "pound"), ("90平米", .dimension, "90", "square-meter"),
    ])
  func quantity(text: String, kind: Value.Kind, number: String, unit: String) throws {
    let found = try Recognition.value(text, .japanese)
    #expect(found.kind == kind)
    #expect(found.value == number)
    #expect(found.unit == unit)
  }

  @Test(
    "an expression has its kind and its TIMEX3 value",
    arguments: [
      ("令和3年12月11日", "date", "2021-12-11"), ("本11日", "date", "2021-12-11"),
      ("12月11日（土）", "date", "XXXX-12-11"),
      ("昨日", "date", "2021-12-11"), ("来週の月曜日", "date", "2021-12-13"), ("2日前", "date", "2021-12-10"),
      ("18日", "date", "XXXX-XX-18"),
      ("2021年", "daterange", "2021"), ("平成13年", "daterange", "2001"),
      ("今週", "daterange", "2021-W49"), ("昨年", "daterange", "2020"),
      ("来年の第1四半期", "daterange", "(2022-01-01,2022-04-01,P3M)"), ("2018年以降", "daterange", "2018"),
      ("12月11日から13日まで", "daterange", "(XXXX-12-11,XXXX-12-13,P2D)"), ("午後9時20分", "time", "T21:20"),
      ("朝の7時半", "time", "T07:30"),
      ("正午", "time", "T12"), ("午後5時から6時まで", "timerange", "(T17,T18,PT1H)"),
      ("本11日午後9時20分", "datetime", "2021-12-11T21:20"),
      ("昨夜", "datetimerange", "2021-12-11TNI"), ("約25分間", "duration", "PT25M"),
      ("2年間で増えた", "duration", "P2Y"), ("2週間で着く", "date", "2021-12-26"),
      ("R3.12.11", "date", "2021-12-11"), ("再来週の月曜日", "date", "2021-12-20"),
      ("先々月", "daterange", "2021-10"), ("おととし", "daterange", "2019"),
      ("5月の最後の金曜日", "date", "XXXX-05-WXX-5-#-1"), ("来月の第二火曜日", "date", "XXXX-01-WXX-2-#2"),
      ("年の後半", "daterange", "(2021-07-01,2022-01-01,P6M)"),
      ("3月の前半", "daterange", "(2021-03-01,2021-03-16,P15D)"), ("年末", "daterange", "2021"),
      ("遅くとも来年2月", "daterange", "2022-02"), ("勤労感謝の日", "date", "XXXX-11-23"),
      ("2021年の春分の日", "date", "2021-03-20"), ("今週の残り", "daterange", "(2021-12-12,2021-12-12,P0D)"),
      ("1年2か月10日", "duration", "P1Y2M10D"), ("1時間半", "duration", "PT1.5H"),
      ("1時間30分", "duration", "PT1H30M"), ("数日間", "duration", "P3D"), ("半年", "duration", "P0.5Y"),
    ])
  func expression(text: String, kind: String, timex: String) throws {
    let found = try Recognition.value(text, .japanese)
    #expect(found.kind.rawValue == kind)
    #expect(found.timex == timex)
  }

  @Test("a time in two zones is two times, each with its offset")
  func twoZones() throws {
    let found = try Recognition.values("現地時間12時20分（日本時間21時20分）から約25分間", .japanese)
    #expect(found.map(\.text) == ["12時20分", "21時20分", "25分間"])
    #expect(found.map(\.offset) == [0, 540, nil])
    #expect(found.map(\.hedge) == [.exact, .exact, .approximately])
  }

  @Test("同日 is the day that was named last")
  func sameDay() throws {
    let found = try Recognition.values("11月3日に会談し、同日、署名した。", .japanese)
    #expect(found.map(\.timex) == ["XXXX-11-03", "XXXX-11-03"])
  }

  @Test(
    "words before and after a number say how exact it is",
    arguments: [
      ("約30人", Hedge.approximately), ("少なくとも30人", .atLeast), ("30人以上", .atLeast),
      ("30%未満", .lessThan), ("3割超", .moreThan),
    ])
  func hedges(text: String, hedge: Hedge) throws {
    #expect(try Recognition.value(text, .japanese).hedge == hedge)
  }

  @Test(
    "a value in Japanese compares with one in English",
    arguments: [
      ("約25分間", "25 minutes", "compatible"), ("25分間", "25 minutes", "equal"),
      ("30分間", "25 minutes", "different"),
      ("令和3年12月11日", "11 December 2021", "equal"), ("日本時間21時20分", "at 12:20 local time", "equal"),
      ("250万人", "2.5 million people", "equal"), ("深さ10キロ", "10 km", "equal"),
      ("100ドル", "$100", "equal"),
    ])
  func across(japanese: String, english: String, relation: String) throws {
    let comparison = try Recognition.value(japanese, .japanese).compared(
      with: Recognition.value(english))
    #expect(comparison.relation.rawValue == relation, "\(comparison.reason)")
  }

  @Test("a price cut by tenths says what is left to pay, and compares as the cut")
  func discount() throws {
    let found = try Recognition.value("四割引", .japanese)
    #expect(found.value == "60")
    #expect(found.normalizedDescription == "40% off")
    #expect(try found.compared(with: Recognition.value("40 percent")).relation == .equal)
  }

  @Test("syllables that may be numbers are none in a sentence")
  func syllables() throws {
    #expect(try Recognition.lines("さんまをくれた", .japanese) == [])
    #expect(try Recognition.values("いち、さん、はち。", .japanese).map(\.value) == ["1", "3", "8"])
  }

  @Test("the head of a longer katakana word is no unit")
  func katakana() throws {
    #expect(try Recognition.lines("2トンネル", .japanese) == ["2 | number | 2"])
    #expect(try Recognition.value("4トントラック", .japanese).unit == "ton")
  }
}
