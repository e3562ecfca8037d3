import LintSerialization

/// A change that fixes a finding about a call.
struct PatternFix: Decodable, Sendable {
  /// An argument to add, as it is to be written: `weights_only=True`.
  var add: String?
  /// The argument whose value is replaced, and by what.
  var replace: MarkedMapping<String>?
  /// A new last name of the callee.
  var rename: String?
  /// Whether the program does the same afterwards.
  var safe: Bool?
  /// The version that what is written needs: the fix is not offered to projects that support older ones.
  var needs: Located<String>?
}
