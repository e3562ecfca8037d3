/// The datasets that can be loaded from files.
///
/// URLs and checksums are those of the publishers and torchvision; the checksums of `kmnist` were verified.
enum DatasetEntries {
  static let all = [kmnist, mnist, fashionMNIST, kuzushiji49, kanji49, kanji10]

  private static let kuzushijiLicense = "CC BY-SA 4.0"
  private static let kuzushijiAttribution = """
    "KMNIST Dataset" (created by CODH), adapted from "Kuzushiji Dataset" (created by NIJL and others), \
    doi:10.20676/00000341
    """

  private static let kmnist = DatasetEntry(
    name: "kmnist", title: "Kuzushiji-MNIST", classNames: characters("おきすつなはまやれを"),
    license: kuzushijiLicense, attribution: kuzushijiAttribution,
    files: idx(
      at: "http://codh.rois.ac.jp/kmnist/dataset/kmnist/", alternative: "kmnist",
      published: [
        ("bdb82020997e1d708af4cf47b453dcf7", 18_165_135), ("e144d726b3acfaa3e44228e80efcd344", 29_497),
        ("5c965bf0a639b31b8f53240b1b52f4d7", 3_041_136), ("7320c461ea6c1c855c0b718fb2a4b134", 5120),
      ]))

  private static let mnist = DatasetEntry(
    name: "mnist", title: "MNIST", classNames: characters("0123456789"),
    license: "research use; derived from NIST Special Databases 1 and 3", attribution: nil,
    files: idx(
      at: "https://ossci-datasets.s3.amazonaws.com/mnist/", alternative: "mnist",
      published: [
        ("f68b3c2dcbeaaa9fbdd348bbdeb94873", 9_912_422), ("d53e105ee54ea40749a09fcbcd1e9432", 28_881),
        ("9fb629c4189551a2d022fa330f9573f3", 1_648_877), ("ec29112dd5afa0611ce80d1b7f02629c", 4542),
      ]))

  private static let fashionMNIST = DatasetEntry(
    name: "fashion-mnist", title: "Fashion-MNIST",
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ],
    license: "MIT, Zalando SE", attribution: nil,
    files: idx(
      at: "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", alternative: "fashion-mnist",
      published: [
        ("8d4fb7e6c68d591d4c3dfef9ec88bf0d", 26_421_880), ("25c81989df183df01b3e8a0aad5dffbe", 29_515),
        ("bef4ecab320f06d8554ea6380940ec79", 4_422_102), ("bb300cfdad3c16e7a12a480ee83cd310", 5148),
      ]))

  private static let kuzushiji49 = DatasetEntry(
    name: "k49", title: "Kuzushiji-49",
    classNames: characters("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをんゝ"),
    license: kuzushijiLicense, attribution: kuzushijiAttribution,
    files: [
      (DatasetFile.Part.trainingImages, "train-imgs", "7ac088b20481cf51dcd01ceaab89d821"),
      (.trainingLabels, "train-labels", "44a8e1b893f81e63ff38d73cad420f7a"),
      (.testImages, "test-imgs", "d352e201d846ce6b94f42c990966f374"),
      (.testLabels, "test-labels", "4da6f7a62e67a832d5eb1bd85c5ee448"),
    ].map { part, name, md5 in
      DatasetFile(
        part: part, names: ["k49-\(name).npz", "k49-\(name).npy"],
        url: "http://codh.rois.ac.jp/kmnist/dataset/k49/k49-\(name).npz", md5: md5, byteCount: nil)
    })

  private static let kanji49 = DatasetEntry(
    name: "kkanji49-28", title: "the 49 most frequent classes of Kuzushiji-Kanji at 28×28",
    classNames: (0..<49).map { "class \($0)" }, license: kuzushijiLicense, attribution: kuzushijiAttribution,
    files: idx(prefix: "kkanji49-28-"))

  private static let kanji10 = DatasetEntry(
    name: "kkanji10-64", title: "the 10 most frequent classes of Kuzushiji-Kanji at 64×64",
    classNames: characters("一云事人又入物出見大"), license: kuzushijiLicense, attribution: kuzushijiAttribution,
    files: idx(prefix: "kkanji10-64-"))

  private static func characters(_ text: String) -> [String] { text.map { String($0) } }

  /// Four IDX files with MNIST's file names.
  /// - Parameters:
  ///   - prefix: a prefix of all file names.
  ///   - address: the base URL of the files.
  ///   - alternative: the file name prefix of the same arrays in NPZ format.
  ///   - published: the MD5 checksum and size in bytes of each file, in the order of `DatasetFile.Part`.
  private static func idx(
    prefix: String = "", at address: String? = nil, alternative: String? = nil, published: [(String, Int)] = []
  ) -> [DatasetFile] {
    let stems = ["train-images", "train-labels", "t10k-images", "t10k-labels"]
    let archives = ["train-imgs", "train-labels", "test-imgs", "test-labels"]
    return zip(DatasetFile.Part.allCases, zip(stems, archives)).enumerated().map { number, names in
      let (part, (stem, archive)) = names
      let kind = stem.hasSuffix("images") ? "idx3-ubyte" : "idx1-ubyte"
      let official = "\(prefix)\(stem)-\(kind).gz"
      let known = number < published.count ? published[number] : nil
      return DatasetFile(
        part: part,
        names: [official, "\(prefix)\(stem)-\(kind)", "\(prefix)\(stem).\(kind)"]
          + (alternative.map { ["\($0)-\(archive).npz"] } ?? []),
        url: address.map { $0 + official }, md5: known?.0, byteCount: known?.1)
    }
  }
}
