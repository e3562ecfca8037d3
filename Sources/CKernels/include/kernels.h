// The innermost loops of the reference, compiled once per instruction set (AVX-512, AVX2, baseline) and selected at run
// time: Swift cannot multi-version a function, and the instruction set decides the speed.
//
// Elements are 32-bit floats, channels are contiguous (NHWC), and all sizes and strides count elements, not bytes.
#pragma once

#include <stddef.h>
#include <stdint.h>

// A batch-reduce GEMM, which covers dense layers and convolutions, forward and backward:
//   out[m][n] = initial + sum over block, k of left[block][k][m] * right[block][k][n]
// where initial is out[m][n] if `accumulates`, else bias[n], or 0 without a bias. n is contiguous in `right` and `out`.
// Terms are added in the order of block, then k, so every tile shape of a variant gives the same result.
typedef struct {
  const float *left;
  ptrdiff_t left_block_stride, left_k_stride, left_m_stride;
  const float *right;
  ptrdiff_t right_block_stride, right_k_stride;
  const float *bias;  // (n), or NULL
  float *out;
  ptrdiff_t out_m_stride;
  ptrdiff_t blocks, k, m, n;
  int accumulates;
} KernelGEMM;

// Max pooling of one image with non-overlapping windows of `size` x `size` pixels.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ptrdiff_t input_width, output_height, output_width, channels, size;
} KernelMaxPool;

// A depthwise convolution of one image. The input is already padded; `input_width` includes the padding.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ptrdiff_t input_width, output_height, output_width, channels, kernel_size, stride;
} KernelDepthwiseConv2D;

// Constant tables, safe to read from any thread.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  const char *name;
  void (*gemm)(const KernelGEMM *gemm);

  // sums[c] += sum of x, squares[c] += sum of x * x, over `count` pixels.
  void (*moments)(const float *x, ptrdiff_t count, ptrdiff_t channels, float *sums, float *squares);
  // sums[c] += sum of x over `count` pixels.
  void (*column_sums)(const float *x, ptrdiff_t count, ptrdiff_t channels, float *sums);
  // out = x * scale[c] + shift[c], followed by a ReLU if `applies_relu`.
  void (*affine)(const float *x, ptrdiff_t count, ptrdiff_t channels, const float *scale, const float *shift,
                 int applies_relu, float *out);
  // sums[c] += sum of g, products[c] += sum of g * x. Where `out` is not NULL, g is masked by out > 0 (the gradient of
  // a fused ReLU).
  void (*gradient_moments)(const float *g, const float *x, const float *out, ptrdiff_t count, ptrdiff_t channels,
                           float *sums, float *products);
  // result = g * g_scale[c] + x * x_scale[c] + shift[c], with g masked as in gradient_moments.
  void (*gradient_affine)(const float *g, const float *x, const float *out, ptrdiff_t count, ptrdiff_t channels,
                          const float *g_scale, const float *x_scale, const float *shift, float *result);

  // out = max(x, 0).
  void (*relu)(const float *x, ptrdiff_t count, float *out);
  // result = g where out > 0, else 0.
  void (*relu_gradient)(const float *g, const float *out, ptrdiff_t count, float *result);
  // out = x + y.
  void (*add)(const float *x, const float *y, ptrdiff_t count, float *out);
  // out += x * factor.
  void (*add_scaled)(const float *x, float factor, ptrdiff_t count, float *out);

  void (*max_pool)(const KernelMaxPool *pool, const float *x, float *out);
  // Ties: the first maximum of a window receives the gradient. Pixels outside every window are not written.
  void (*max_pool_gradient)(const KernelMaxPool *pool, const float *x, const float *out, const float *g, float *result);

  void (*depthwise_conv2d)(const KernelDepthwiseConv2D *shape, const float *x, const float *weights, float *out);
  // Adds to `result`, which has the size of the padded input.
  void (*depthwise_conv2d_input_gradient)(const KernelDepthwiseConv2D *shape, const float *g, const float *weights,
                                          float *result);
  // Adds to `result`, which has the size of the weights.
  void (*depthwise_conv2d_weight_gradient)(const KernelDepthwiseConv2D *shape, const float *x, const float *g,
                                           float *result);

  // One SGD step with momentum: g' = g + weight_decay * w; v = momentum * v + g';
  // w -= learning_rate * (nesterov ? g' + momentum * v : v).
  void (*sgd_step)(float *w, const float *g, float *v, ptrdiff_t count, float learning_rate, float momentum,
                   float weight_decay, int nesterov);
  // One AdamW step. `step_size` and `epsilon` include the bias correction; `decay` is learning rate * weight decay.
  void (*adamw_step)(float *w, const float *g, float *m, float *v, ptrdiff_t count, float step_size, float beta1,
                     float beta2, float epsilon, float decay);
} Kernels;

// The fastest variant that this processor supports.
const Kernels *kernels_fastest(void);
// The variant called `name` ("avx512", "avx2" or "baseline"), or NULL if it is unknown or unsupported here.
const Kernels *kernels_named(const char *name);
