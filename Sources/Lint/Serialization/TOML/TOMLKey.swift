/// A part of a dotted key.
struct TOMLKey {
  var text: String
  var mark: Mark
}
