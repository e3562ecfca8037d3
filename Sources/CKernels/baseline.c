// The portable fallback for all other processors: vectors of 4 floats, compiled with the default target features.
#define VARIANT baseline
#define NAME "baseline"
#define TARGET
#define LANES 4
#define ROWS_1 12
#define ROWS_2 6
#include "body.inc"
