// Accepting and expecting tokens.

extension Parser {
  @inline(__always)
  mutating func accept(_ wanted: Token) -> Bool {
    guard token == wanted else { return false }
    advance()
    return true
  }

  @inline(__always)
  mutating func expect(_ wanted: Token, _ description: StaticString) {
    if token == wanted { advance() } else { failExpecting(description) }
  }

  /// Emits the current name as an `identifier`, or fails.
  @inline(__always)
  mutating func takeIdentifier(_ description: StaticString) {
    if token == .name {
      takeLeaf(.identifier)
    } else {
      failExpecting(description)
      emit(.identifier, previousEnd, previousEnd, nodeCount)
    }
  }
}
