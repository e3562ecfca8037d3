#include <string.h>
#include "kernels.h"

extern const Kernels kernels_avx512, kernels_avx2, kernels_baseline;

static int has_avx2(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 0;
#endif
}

static int has_avx512(void) {
#if defined(__x86_64__)
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
#else
  return 0;
#endif
}

const Kernels *kernels_named(const char *name) {
#if defined(__x86_64__)
  if (strcmp(name, "avx512") == 0) return has_avx512() ? &kernels_avx512 : NULL;
  if (strcmp(name, "avx2") == 0) return has_avx2() ? &kernels_avx2 : NULL;
#endif
  return strcmp(name, "baseline") == 0 ? &kernels_baseline : NULL;
}

const Kernels *kernels_fastest(void) {
  const Kernels *fastest = kernels_named("avx512");
  if (!fastest) fastest = kernels_named("avx2");
  return fastest ? fastest : &kernels_baseline;
}
