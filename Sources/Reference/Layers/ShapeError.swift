/// An input shape that a layer does not accept, or a model that cannot be built.
public struct ShapeError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
