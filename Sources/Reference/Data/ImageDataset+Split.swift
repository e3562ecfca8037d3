extension ImageDataset {
  /// Splits off a hold-out in which every class has the same share as in the whole.
  ///
  /// What rounding leaves over goes to the classes with the largest remainders, so that the hold-out has exactly the size
  /// asked for. Both parts keep the order of the whole.
  /// - Parameters:
  ///   - holdout: how many images to hold out, at most all.
  ///   - seed: which ones; the same seed gives the same split.
  public func split(holdout: Int, seed: UInt64) -> (training: ImageDataset, holdout: ImageDataset) {
    let size = min(max(0, holdout), count)
    var members = [[Int]](repeating: [], count: classNames.count)
    for (index, label) in labels.enumerated() { members[Int(label)].append(index) }

    var shares = members.map { $0.count * size / max(1, count) }
    let byRemainder = members.indices.sorted { first, second in
      let remainders = (members[first].count * size % max(1, count), members[second].count * size % max(1, count))
      return remainders.0 == remainders.1 ? first < second : remainders.0 > remainders.1
    }
    for label in byRemainder.prefix(size - shares.reduce(0, +)) { shares[label] += 1 }

    var isHeldOut = [Bool](repeating: false, count: count)
    for (label, indices) in members.enumerated() {
      var random = RandomGenerator(seed: seed).stream(label)
      for place in random.permutation(of: indices.count).prefix(shares[label]) { isHeldOut[indices[place]] = true }
    }
    return (subset(labels.indices.filter { !isHeldOut[$0] }), subset(labels.indices.filter { isHeldOut[$0] }))
  }
}
