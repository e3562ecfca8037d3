// The innermost loops of the reference, built three times (AVX-512, AVX2, plain) and chosen when the program starts:
// Swift compiles a function for one kind of processor only, and the kind decides the speed.
//
// Numbers are 32-bit floats, channels are contiguous, and every count is in numbers, not in bytes.
#pragma once

#include <stddef.h>
#include <stdint.h>

// A sum of products, which is all that convolutions and dense layers are made of, forwards and backwards:
//   out[item][column] = start + sum over row, step of left[row][step][item] * right[row][step][column]
// where start is what `out` held if `accumulates`, else bias[column], or 0 without a bias.
// The sum runs over row, then step, one fused multiply-add after the other, whatever the width of the registers.
typedef struct {
  const float *left;
  ptrdiff_t left_row, left_step, left_item;
  const float *right;  // columns are contiguous
  ptrdiff_t right_row, right_step;
  const float *bias;
  float *out;  // columns are contiguous
  ptrdiff_t out_item;
  ptrdiff_t rows, steps, items, columns;
  int accumulates;
} KernelProduct;

// One pooling window a pixel of the output: `size` x `size`, side by side.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ptrdiff_t input_width, output_height, output_width, channels, size;
} KernelPool;

// A depthwise convolution of one image: the input is padded, `input_width` pixels wide.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ptrdiff_t input_width, output_height, output_width, channels, size, stride;
} KernelDepthwise;

// Constants: any thread may read them.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  const char *name;
  void (*product)(const KernelProduct *product);

  // sums[c] += sum of x, squares[c] += sum of x * x, over `count` pixels.
  void (*moments)(const float *x, ptrdiff_t count, ptrdiff_t channels, float *sums, float *squares);
  // sums[c] += sum of x over `count` pixels.
  void (*column_sums)(const float *x, ptrdiff_t count, ptrdiff_t channels, float *sums);
  // out = x * scale[c] + shift[c], and 0 where that is negative if `rectifies`.
  void (*affine)(const float *x, ptrdiff_t count, ptrdiff_t channels, const float *scale, const float *shift,
                 int rectifies, float *out);
  // sums[c] += sum of g, products[c] += sum of g * x; where `out` is not NULL, g counts as 0 where out is 0.
  void (*gradient_moments)(const float *g, const float *x, const float *out, ptrdiff_t count, ptrdiff_t channels,
                           float *sums, float *products);
  // result = g * by_g[c] + x * by_x[c] + shift[c], with g as in gradient_moments.
  void (*gradient_affine)(const float *g, const float *x, const float *out, ptrdiff_t count, ptrdiff_t channels,
                          const float *by_g, const float *by_x, const float *shift, float *result);

  // out = x where x > 0, else 0.
  void (*rectify)(const float *x, ptrdiff_t count, float *out);
  // result = g where out > 0, else 0.
  void (*rectify_gradient)(const float *g, const float *out, ptrdiff_t count, float *result);
  // out = x + y.
  void (*add)(const float *x, const float *y, ptrdiff_t count, float *out);
  // out += x * factor.
  void (*add_scaled)(const float *x, float factor, ptrdiff_t count, float *out);

  void (*maximum_pool)(const KernelPool *pool, const float *x, float *out);
  // The first of equal maxima gets the gradient; pixels that no window covers get nothing and are not written.
  void (*maximum_pool_gradient)(const KernelPool *pool, const float *x, const float *out, const float *g,
                                float *result);

  void (*depthwise)(const KernelDepthwise *shape, const float *x, const float *weights, float *out);
  // result, as large as the padded input, gets the gradient added.
  void (*depthwise_input_gradient)(const KernelDepthwise *shape, const float *g, const float *weights, float *result);
  // result, as large as the weights, gets the gradient added.
  void (*depthwise_weight_gradient)(const KernelDepthwise *shape, const float *x, const float *g, float *result);

  // Stochastic gradient descent with momentum: v = momentum * v + (g + decay * w); w -= rate * (nesterov ? g' +
  // momentum * v : v), where g' = g + decay * w.
  void (*momentum_step)(float *w, const float *g, float *v, ptrdiff_t count, float rate, float momentum, float decay,
                        int nesterov);
  // Adam with decoupled weight decay; `rate` and `epsilon` are corrected for the bias of the first steps already.
  void (*adam_step)(float *w, const float *g, float *m, float *v, ptrdiff_t count, float rate, float beta1,
                    float beta2, float epsilon, float decay);
} Kernels;

// The fastest kernels that this processor runs.
const Kernels *kernels_for_this_processor(void);
// The kernels of this name ("avx512", "avx2", "baseline"), or NULL where the processor cannot run them.
const Kernels *kernels_named(const char *name);
