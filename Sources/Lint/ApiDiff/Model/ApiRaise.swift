/// An error that a function raises itself.
package struct ApiRaise: Sendable, Codable, Equatable {
  package var type: String
  /// The condition that leads to it and the words of its message: by them the same error is known again.
  package var condition: String?
  package var message: String?
  package var line: Int

  package init(type: String, condition: String? = nil, message: String? = nil, line: Int = 0) {
    self.type = type
    self.condition = condition
    self.message = message
    self.line = line
  }
}
