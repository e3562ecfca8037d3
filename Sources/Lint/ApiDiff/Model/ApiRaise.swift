/// An error that a function raises itself.
package struct ApiRaise: Sendable, Codable, Equatable {
  package var type: String
  /// The guarding condition and the words of the message, which identify the error across states.
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
