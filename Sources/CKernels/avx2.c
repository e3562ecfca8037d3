// For processors with AVX2 and FMA: 16 registers of 8 numbers.
#if defined(__x86_64__)
#define KIND avx2
#define NAME "avx2"
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define WIDE 12
#define NARROW 6
#include "body.inc"
#endif
