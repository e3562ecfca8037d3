/// The hierarchy of Python's built-in exceptions.
enum StandardError {
  static func parents(of type: String) -> [String] {
    switch type {
    case "FileNotFoundError", "FileExistsError", "NotADirectoryError", "IsADirectoryError", "PermissionError",
      "TimeoutError", "ConnectionError", "OSError", "IOError", "EnvironmentError":
      ["OSError", "IOError", "EnvironmentError"]
    case "KeyError", "IndexError": ["LookupError"]
    case "ModuleNotFoundError": ["ImportError"]
    case "NotImplementedError", "RecursionError": ["RuntimeError"]
    case "UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError": ["ValueError", "UnicodeError"]
    case "ZeroDivisionError", "OverflowError", "FloatingPointError": ["ArithmeticError"]
    default: []
    }
  }
}
