import Foundation
import Testing

/// `mllint reference train` and `evaluate` from end to end.
@Suite(.serialized) struct ReferenceTrainTests {
  @Test func aRunFolderHoldsAllThatWasPromised() throws {
    let command = try Command()
    let done = try command.run(Command.quickTraining + ["--name", "first", "--onnx"])
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains(" 500 images of the training split; best epoch "))
    #expect(done.output.contains(" 1000 images of the test split (drawn by the generator)\n"))
    #expect(done.output.contains(" %  without test-time shifts\nwritten to runs/first; "))
    let lines = done.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("epoch 1/2  training loss "), "\(done.errors)")

    let configuration = try command.object("runs/first/configuration.json")
    #expect(configuration["dataset"] as? String == "brush-strokes")
    #expect(configuration["batch_size"] as? Int == 16)
    #expect(configuration["holdout"] as? Int == 500)
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

    let evaluation = try command.run("reference", "evaluate", "runs/first", "--json")
    #expect((try evaluation.json() as? [String: Any])?["accuracy"] as? Double == result["test_accuracy"] as? Double)
    let plain = try command.run("reference", "evaluate", "runs/first", "--json", "--no-test-time-shifts")
    #expect(
      (try plain.json() as? [String: Any])?["accuracy"] as? Double
        == result["test_accuracy_without_shifts"] as? Double)
    let holdout = try command.run("reference", "evaluate", "runs/first", "--json", "--split", "holdout")
    #expect((try holdout.json() as? [String: Any])?["accuracy"] as? Double == result["holdout_accuracy"] as? Double)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
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

  @Test func aDryRunWritesNothing() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--dry-run", "--epochs", "3")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("\"epochs\" : 3"))
    #expect(done.output.contains("72666 parameters, 7338880 multiply-adds an image\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: command.path).isEmpty)
  }

  @Test func nearestNeighboursAreAModelToo() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--quick-run", "--model", "knn", "--name", "knn")
    #expect(done.code == 0, "\(done.errors)")
    #expect((try command.object("runs/knn/result.json")["test_accuracy"] as? Double ?? 0) > 0.5)
    let evaluation = try command.run("reference", "evaluate", "runs/knn")
    #expect(evaluation.code == 2)
    #expect(evaluation.errors.contains("which has no weights"))
  }

  /// Where real data lies, if it does: the folder of `MLLINT_DATA`, or `shared/data` beside the repository.
  private static let realData: String? = {
    let repository = (0..<3).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
    let beside = repository.deletingLastPathComponent().appending(path: "shared/data").path()
    return [ProcessInfo.processInfo.environment["MLLINT_DATA"], beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: "\($0)/kmnist")
    }
  }()

  @Test(.enabled(if: realData != nil, "real data is absent: point MLLINT_DATA to a folder with kmnist/ in it"))
  func whoMadeTheDataIsNamed() throws {
    let command = try Command()
    let options = ["--dataset", "kmnist", "--quick-run", "--model", "article-cnn", "--epochs", "1", "--name", "run"]
    let environment = ["MLLINT_DATA": try #require(Self.realData)]
    for arguments in [["train"] + options, ["train", "--dry-run"] + options, ["evaluate", "runs/run"]] {
      let done = try command.run(["reference"] + arguments, environment: environment)
      #expect(done.code == 0, "\(done.errors)")
      #expect(done.output.contains("\"KMNIST Dataset\" (created by CODH), adapted from"))
    }
  }

  @Test(.enabled(if: realData != nil, "real data is absent: point MLLINT_DATA to a folder with kmnist/ in it"))
  func nearestNeighboursReachThePublishedFigure() throws {
    let command = try Command()
    let data = try #require(Self.realData)
    let done = try command.run(
      "reference", "train", "--dataset", "kmnist", "--data", data, "--model", "knn", "--name", "knn")
    #expect(done.code == 0, "\(done.errors)")
    #expect(try command.object("runs/knn/result.json")["test_accuracy"] as? Double == 0.921)
  }

  @Test func wrongValuesAreNamedAtOnce() throws {
    let command = try Command()
    let done = try command.run("reference", "train", "--epochs", "0", "--momentum", "2", "--recipe", "bset")
    #expect(done.code == 2)
    #expect(
      done.errors == """
        mllint: error: --recipe takes one of default, best, long, article; found 'bset'
          --epochs takes 1 to 100000; found 0
          --momentum takes 0 or more and less than 1; found 2.0

        """)
    #expect(!command.exists("runs"))
  }

  @Test func dataThatCannotBeFetchedIsNamed() throws {
    let command = try Command()
    let unknown = try command.run("reference", "download", "kmnits")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("kmnits: there is no data set of this name"))
    #expect(unknown.errors.contains("did you mean 'kmnist'?"))
    let missing = try command.run(
      "reference", "train", "--dataset", "kmnist", "--data", "nowhere", "--name", "run")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("name the folder that holds the files with --data DIR"))
    #expect(!command.exists("runs"))
  }

  @Test func aNameIsTakenOnce() throws {
    let command = try Command(["runs/mine/notes.txt": "keep me"])
    let done = try command.run("reference", "train", "--quick-run", "--name", "mine")
    #expect(done.code == 2)
    #expect(done.errors.hasPrefix("mllint: error: there is a run in 'runs/mine' already; choose another --name"))
  }
}
