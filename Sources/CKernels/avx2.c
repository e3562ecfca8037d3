// AVX2 and FMA: 16 vector registers of 8 floats.
#if defined(__x86_64__)
#define VARIANT avx2
#define NAME "avx2"
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define ROWS_1 12
#define ROWS_2 6
#include "body.inc"
#endif
