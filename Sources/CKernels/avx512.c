// For processors with AVX-512: 32 registers of 16 numbers.
#if defined(__x86_64__)
#define KIND avx512
#define NAME "avx512"
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma")))
#define LANES 16
#define WIDE 14
#define NARROW 14
#include "body.inc"
#endif
