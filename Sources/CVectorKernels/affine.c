#include "CVectorKernels.h"

#define CVK_NAME(x) portable_##x
#define CVK_TARGET
#define CVK_ROWS 3
#define CVK_PARTS 4
#include "affine.inc"

#if defined(__x86_64__)
#define CVK_NAME(x) avx2_##x
#define CVK_TARGET __attribute__((target("avx2,fma")))
#define CVK_ROWS 3
#define CVK_PARTS 2
#include "affine.inc"

#define CVK_NAME(x) avx512_##x
#define CVK_TARGET __attribute__((target("avx2,fma,avx512f,avx512vl")))
#define CVK_ROWS 8
#define CVK_PARTS 1
#include "affine.inc"
#endif

typedef enum { PORTABLE, AVX2, AVX512 } instruction_set;

static instruction_set available(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return AVX2;
#endif
  return PORTABLE;
}

void cvk_affine(
    const float *input, size_t input_stride, size_t rows, size_t depth,
    const float *panels, const float *bias, size_t panel_count, int maxout,
    float *output, size_t output_stride, size_t output_count) {
  switch (available()) {
#if defined(__x86_64__)
  case AVX512:
    avx512_affine(input, input_stride, rows, depth, panels, bias, panel_count, maxout, output,
        output_stride, output_count);
    return;
  case AVX2:
    avx2_affine(input, input_stride, rows, depth, panels, bias, panel_count, maxout, output,
        output_stride, output_count);
    return;
#endif
  default:
    portable_affine(input, input_stride, rows, depth, panels, bias, panel_count, maxout, output,
        output_stride, output_count);
  }
}

const char *cvk_instruction_set(void) {
  switch (available()) {
  case AVX512: return "avx512";
  case AVX2: return "avx2";
  default: return "portable";
  }
}
