/// Why a check cannot be planned: what is wrong and what to do.
package struct WorkspaceError: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
