// For every other processor: registers of 4 numbers, and whatever the compiler makes of them.
#define KIND baseline
#define NAME "baseline"
#define TARGET
#define LANES 4
#define WIDE 12
#define NARROW 6
#include "body.inc"
