import LintModel
import LintProject
import PythonFrontend
import SwiftFrontend

/// The front ends that examples are read with.
let frontends: [any Frontend] = [PythonFrontend(), SwiftFrontend(), TextFrontend()]
