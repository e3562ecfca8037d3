extension ImageDataset {
  /// Splits off a stratified validation set.
  ///
  /// Every class has the same fraction as in the whole; the remainder goes to the classes with the largest fractional
  /// parts, so the validation set has exactly the requested size. Both parts keep the original order.
  /// - Parameters:
  ///   - validationSize: the number of validation images, at most all.
  ///   - seed: selects the images; the same seed gives the same split.
  public func split(validationSize: Int, seed: UInt64) -> (training: ImageDataset, validation: ImageDataset) {
    let size = min(max(0, validationSize), count)
    var members = [[Int]](repeating: [], count: classNames.count)
    for (index, label) in labels.enumerated() { members[Int(label)].append(index) }

    var quotas = members.map { $0.count * size / max(1, count) }
    let byRemainder = members.indices.sorted { first, second in
      let remainders = (members[first].count * size % max(1, count), members[second].count * size % max(1, count))
      return remainders.0 == remainders.1 ? first < second : remainders.0 > remainders.1
    }
    for label in byRemainder.prefix(size - quotas.reduce(0, +)) { quotas[label] += 1 }

    var isValidation = [Bool](repeating: false, count: count)
    for (label, indices) in members.enumerated() {
      var random = RandomGenerator(seed: seed).stream(label)
      for position in random.permutation(of: indices.count).prefix(quotas[label]) {
        isValidation[indices[position]] = true
      }
    }
    return (subset(labels.indices.filter { !isValidation[$0] }), subset(labels.indices.filter { isValidation[$0] }))
  }
}
