import ArgumentParser
import Reference

/// Converts the errors of the reference to failures of the command line.
enum ReferenceFailure {
  static func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ConfigurationError {
      throw Failure("\(error)")
    } catch let error as TrainingError where error.isInterruption {
      Output.complain("\(error)")
      // The exit code that shells use for Ctrl-C.
      throw ExitCode(130)
    } catch let error as TrainingError {
      throw Failure("\(error)")
    } catch let error as DataError {
      throw Failure("\(error)")
    } catch let error as FileError {
      throw Failure("\(error)")
    } catch let error as FormatError {
      throw Failure("\(error)")
    } catch let error as DownloadError {
      throw Failure("\(error)")
    } catch let error as ONNXError {
      throw Failure("\(error)")
    } catch let error as ShapeError {
      throw Failure("\(error)")
    }
  }
}
