extension String {
  /// The text with a capital letter where its first is a small one.
  public var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
