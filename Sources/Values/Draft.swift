/// What an evaluation makes of a match, before it becomes a value of the text.
struct Draft {
  var kind: Value.Kind
  var hedge: Hedge = .exact
  var quantity: Value.Quantity?
  var unit: String?
  var value: String?
  var timex: String?
  var start: Point?
  var end: Point?
  var dimension: String?
}
