/// A place that supports a finding.
package struct Evidence: Sendable {
  package var location: Location
  package var message: String

  package init(_ message: String, at location: Location) {
    self.location = location
    self.message = message
  }
}
