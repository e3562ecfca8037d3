import Foundation
import Testing

/// End-to-end tests of `mllint reference train` and `evaluate`.
@Suite(.serialized) struct ReferenceTrainTests {
  @Test func runDirectoryContainsAllArtifacts() throws {
    let command = try Command()
    let done = try command.run(Command.quickTraining + ["--name", "first", "--onnx"])
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("(500 held-out training images, best epoch "))
    #expect(done.output.contains("(1000 images, generated test split)\n"))
    #expect(done.output.contains(" %  without test-time augmentation\nsaved to runs/first; "))
    let lines = done.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("epoch 1/2  training loss "), "\(done.errors)")

    let configuration = try command.object("runs/first/configuration.json")
    #expect(configuration["dataset"] as? String == "brush-strokes")
    #expect(configuration["batch_size"] as? Int == 16)
    #expect(configuration["validation_size"] as? Int == 500)
    let result = try command.object("runs/first/result.json")
    #expect(result["parameters"] as? Int == 13_602)
    #expect(result["multiply_adds"] as? Int == 62_192)
    #expect((result["test_accuracy"] as? Double ?? 0) > 0.6)
    let confusion = result["confusion"] as? [[Int]] ?? []
    #expect(confusion.joined().reduce(0, +) == 1000)
    #expect(try command.metrics("runs/first").filter { $0["kind"] as? String == "epoch" }.count == 2)
    let mistakes = try JSONSerialization.jsonObject(with: command.read("runs/first/mistakes.json")) as? [[String: Any]]
    #expect(mistakes?.count == 48)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(command.path)/runs/first").sorted()
    #expect(files.contains { $0.hasPrefix("events.out.tfevents.") })
    #expect(files.contains("model.onnx") && files.contains("wandb"))
    for name in ["current", "previous", "best"] {
      #expect(command.exists("runs/first/checkpoints/\(name).safetensors"))
    }

    let evaluation = try command.run("reference", "evaluate", "runs/first", "--output-format", "json")
    #expect((try evaluation.json() as? [String: Any])?["accuracy"] as? Double == result["test_accuracy"] as? Double)
    let plain = try command.run(
      "reference", "evaluate", "runs/first", "--output-format", "json", "--no-test-time-augmentation")
    #expect(
      (try plain.json() as? [String: Any])?["accuracy"] as? Double
        == result["test_accuracy_without_augmentation"] as? Double)
    let validation = try command.run(
      "reference", "evaluate", "runs/first", "--output-format", "json", "--split", "validation")
    #expect(
      (try validation.json() as? [String: Any])?["accuracy"] as? Double == result["validation_accuracy"] as? Double)
  }

  @Test func resultsAreIndependentOfThreadCount() throws {
    let command = try Command()
    let options = ["reference", "train", "--quick-run", "--epochs", "1", "--model", "conv-5x5", "--quiet"]
    for threads in ["1", "2", "3"] {
      let done = try command.run(options + ["--name", threads, "--threads", threads])
      #expect(done.code == 0, "\(done.errors)")
      #expect(done.errors == "")
    }
    let first = try command.read("runs/1/checkpoints/best.safetensors")
    for threads in ["2", "3"] { #expect(try command.read("runs/\(threads)/checkpoints/best.safetensors") == first) }
    #expect(try command.metrics("runs/1") == command.metrics("runs/2"))
  }

  @Test func dryRunWritesNothing() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--dry-run", "--epochs", "3")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("\"epochs\" : 3"))
    #expect(done.output.contains("72,666 parameters, 7,338,880 multiply-adds per image\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: command.path).isEmpty)
  }

  @Test func nearestNeighborsCanBeEvaluatedButNotReloaded() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--quick-run", "--model", "knn", "--name", "knn")
    #expect(done.code == 0, "\(done.errors)")
    #expect((try command.object("runs/knn/result.json")["test_accuracy"] as? Double ?? 0) > 0.5)
    let evaluation = try command.run("reference", "evaluate", "runs/knn")
    #expect(evaluation.code == 2)
    #expect(evaluation.errors.contains("which has no weights"))
  }

  /// Real datasets: the directory of `MLLINT_DATA`, or `shared/data` next to the repository.
  private static let realData: String? = {
    let repository = (0..<3).reduce(URL(filePath: #filePath)) { directory, _ in directory.deletingLastPathComponent() }
    let beside = repository.deletingLastPathComponent().appending(path: "shared/data").path()
    return [ProcessInfo.processInfo.environment["MLLINT_DATA"], beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: "\($0)/kmnist")
    }
  }()

  @Test(.enabled(if: realData != nil, "no real data: set MLLINT_DATA to a directory that contains kmnist/"))
  func attributionIsPrinted() throws {
    let command = try Command()
    let options = ["--dataset", "kmnist", "--quick-run", "--model", "article-cnn", "--epochs", "1", "--name", "run"]
    let environment = ["MLLINT_DATA": try #require(Self.realData)]
    for arguments in [["train"] + options, ["train", "--dry-run"] + options, ["evaluate", "runs/run"]] {
      let done = try command.run(["reference"] + arguments, environment: environment)
      #expect(done.code == 0, "\(done.errors)")
      #expect(done.output.contains("\"KMNIST Dataset\" (created by CODH), adapted from"))
    }
  }

  @Test(.enabled(if: realData != nil, "no real data: set MLLINT_DATA to a directory that contains kmnist/"))
  func nearestNeighborsReachPublishedAccuracy() throws {
    let command = try Command()
    let data = try #require(Self.realData)
    let done = try command.run(
      "reference", "train", "--dataset", "kmnist", "--data", data, "--model", "knn", "--name", "knn")
    #expect(done.code == 0, "\(done.errors)")
    #expect(try command.object("runs/knn/result.json")["test_accuracy"] as? Double == 0.921)
  }

  @Test func invalidOptionsAreReportedTogether() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--epochs", "0", "--momentum", "2", "--recipe", "bset")
    #expect(done.code == 2)
    #expect(
      done.errors == """
        mllint: error: --recipe must be one of default, best, long, article; found 'bset'
          --epochs must be between 1 and 100000, found 0
          --momentum must be in [0, 1), found 2.0

        """)
    #expect(!command.exists("runs"))
  }

  @Test func missingDataIsReported() throws {
    let command = try Command()
    let unknown = try command.run("reference", "download", "kmnits")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("kmnits: unknown dataset"))
    #expect(unknown.errors.contains("did you mean 'kmnist'?"))
    let missing = try command.run(
      "reference", "train", "--dataset", "kmnist", "--data", "nowhere", "--name", "run")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("give the directory of the data files with --data DIR"))
    #expect(!command.exists("runs"))
  }

  @Test func runNamesAreUnique() throws {
    let command = try Command(["runs/mine/notes.txt": "keep me"])
    let done = try command.run("reference", "train", "--quick-run", "--name", "mine")
    #expect(done.code == 2)
    #expect(done.errors.hasPrefix("mllint: error: run 'runs/mine' already exists; choose another --name"))
  }
}
