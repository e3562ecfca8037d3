/// Why a workspace cannot be planned: what is wrong and what to do, for the person who runs mllint.
package struct WorkspaceError: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
