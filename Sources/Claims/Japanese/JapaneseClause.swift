/// A clause of a Japanese sentence: one predicate with what belongs to it, by indices of words.
struct JapaneseClause: Hashable {
  /// The word that heads the clause.
  let predicate: Int
  /// Its own words, in order, without the clauses inside of it.
  var words: [Int]
  /// The words of its topic or subject: its own, or that of the clause that it shares one with.
  var subject: [Int]
  /// The head of that phrase.
  var subjectHead: Int?
  /// What tells, in the same sentence, who says this clause, the outermost first: 「...と述べたと発表した」.
  var reports: [JapaneseReport] = []
  /// Whether it stands in what nobody is named to have said: 〜という.
  var isHearsay = false
  /// The modality that what stands around it gives it.
  var modality: Claim.Modality?
  /// Words that it shares with another clause and that do not stand in it: the topic before, the ending behind.
  var shared: [Int] = []

  /// All words that carry the claim, in order, each once.
  var allWords: [Int] { shared.isEmpty ? words : Set(words + shared).sorted() }
}

/// What tells who says a clause.
struct JapaneseReport: Hashable {
  /// The predicate that reports it: 述べた.
  let predicate: Int
  /// Who speaks, by the head of the phrase that names them; nothing where the account takes them as known.
  let speaker: Int?
}
