/// Why a state of the repository cannot be read: what is wrong, and what to do.
public struct GitError: Error, Sendable, CustomStringConvertible {
  public var description: String
  init(_ description: String) { self.description = description }
}
