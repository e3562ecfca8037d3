/// Why a state of the repository cannot be read: what is wrong, and what to do.
package struct GitError: Error, Sendable, CustomStringConvertible {
  package var description: String
  init(_ description: String) { self.description = description }
}
