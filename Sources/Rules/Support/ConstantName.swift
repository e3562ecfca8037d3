extension String {
  /// Whether a name is written as Python's constants are: in capitals, `NUM_CLASSES`.
  var isConstantName: Bool {
    count > 2 && contains(where: \.isLetter)
      && allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }
}
