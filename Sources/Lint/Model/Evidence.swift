/// A place that supports a finding.
public struct Evidence: Sendable {
  public var location: Location
  public var message: String

  public init(_ message: String, at location: Location) {
    self.location = location
    self.message = message
  }
}
