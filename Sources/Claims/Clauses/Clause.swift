/// A clause of a sentence: one predicate with what belongs to it, by indices of words.
struct Clause: Hashable {
  /// The word that the clause is built on.
  let predicate: Int
  /// Its own words, in order, without the clauses inside of it.
  var words: [Int]
  /// The words of its subject: its own, or that of the clause that it shares one with.
  var subject: [Int]
  /// The clause, of the same sentence, that tells who says this one: "the ministry said".
  var reporter: Int?
  /// Words that it shares with the clause before it and that do not stand in it: the subject of "met and
  /// agreed", the verb of a list of topics.
  var shared: [Int] = []

  /// All words that carry the claim, in order, each once.
  var allWords: [Int] { Set(words + shared).sorted() }
}
