// AVX-512: 32 vector registers of 16 floats.
#if defined(__x86_64__)
#define VARIANT avx512
#define NAME "avx512"
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma")))
#define LANES 16
#define ROWS_1 14
#define ROWS_2 14
#include "body.inc"
#endif
