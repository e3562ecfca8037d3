extension String {
  /// Whether a name is spelled like a constant in Python: in capitals, such as `NUM_CLASSES`.
  var isConstantName: Bool {
    count > 2 && contains(where: \.isLetter)
      && allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }
}
