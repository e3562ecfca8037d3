import LintSourceText

/// Which files that no front end reads are kept in mind, by name: a repository may hold a million images.
enum NotableFile {
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder, relative to the root.
  static func isNotable(_ name: String, in folder: String) -> Bool {
    // What lies at the top or in a hidden folder there says how the project works.
    if folder.isEmpty || folder.utf8.first == UInt8(ascii: ".") { return true }
    let fileExtension = Paths.fileExtension(of: name)
    return fileExtension.isEmpty || fileExtensions.contains(fileExtension) || name.hasPrefix("Dockerfile")
  }

  private static let fileExtensions: Set<String> = [
    "lock", "cfg", "ini", "mk", "bat", "ps1", "dockerfile", "adoc",
    // Trained weights.
    "pt", "pth", "ckpt", "safetensors", "h5", "hdf5", "keras", "onnx", "mlmodel", "mlpackage", "tflite", "gguf", "pb",
  ]
}
