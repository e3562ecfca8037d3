import Reference

extension Oracle {
  /// Max pooling with non-overlapping windows.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - size: the height and width of a window, in pixels.
  static func maxPool(_ input: Tensor, size: Int) -> Tensor {
    let x = Grid(input)
    var out = Grid(shape: [x.shape[0], x.shape[1] / size, x.shape[2] / size, x.shape[3]])
    forEachWindow(of: out.shape) { image, oy, ox, channel in
      let (iy, ix) = largest(of: x, image, oy * size, ox * size, channel, size)
      out[image, oy, ox, channel] = x[image, iy, ix, channel]
    }
    return out.tensor
  }

  /// The input gradient of max pooling: the first maximum of each window receives the whole gradient.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - gradient: (batch, output height, output width, channels)
  ///   - size: the height and width of a window, in pixels.
  static func maxPoolGradient(_ input: Tensor, gradient: Tensor, size: Int) -> Tensor {
    let (x, g) = (Grid(input), Grid(gradient))
    var inputGradient = Grid(shape: x.shape)
    forEachWindow(of: g.shape) { image, oy, ox, channel in
      let (iy, ix) = largest(of: x, image, oy * size, ox * size, channel, size)
      inputGradient[image, iy, ix, channel] += g[image, oy, ox, channel]
    }
    return inputGradient.tensor
  }

  private static func largest(
    of x: Grid, _ image: Int, _ top: Int, _ left: Int, _ channel: Int, _ size: Int
  ) -> (y: Int, x: Int) {
    var best = (y: top, x: left)
    for y in top..<top + size {
      for column in left..<left + size where x[image, y, column, channel] > x[image, best.y, best.x, channel] {
        best = (y, column)
      }
    }
    return best
  }

  private static func forEachWindow(of shape: [Int], _ body: (Int, Int, Int, Int) -> Void) {
    for image in 0..<shape[0] {
      for y in 0..<shape[1] {
        for x in 0..<shape[2] {
          for channel in 0..<shape[3] { body(image, y, x, channel) }
        }
      }
    }
  }
}
