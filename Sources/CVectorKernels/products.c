#include "CVectorKernels.h"

// The body, inlined into one function for each instruction set.
static inline __attribute__((always_inline)) void greatest(
    const int8_t *one, size_t one_rows, const int8_t *other, size_t other_rows, size_t depth,
    int32_t *one_greatest, int32_t *other_greatest) {
  for (size_t r = 0; r < one_rows; r++) one_greatest[r] = INT32_MIN;
  for (size_t r = 0; r < other_rows; r++) other_greatest[r] = INT32_MIN;
  for (size_t r = 0; r < one_rows; r++) {
    const int8_t *row = one + r * depth;
    for (size_t s = 0; s < other_rows; s++) {
      const int8_t *column = other + s * depth;
      int32_t sum = 0;
      for (size_t k = 0; k < depth; k++) sum += (int16_t)row[k] * (int16_t)column[k];
      if (sum > one_greatest[r]) one_greatest[r] = sum;
      if (sum > other_greatest[s]) other_greatest[s] = sum;
    }
  }
}

static void portable_greatest(
    const int8_t *one, size_t one_rows, const int8_t *other, size_t other_rows, size_t depth,
    int32_t *one_greatest, int32_t *other_greatest) {
  greatest(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}

#if defined(__x86_64__)
static __attribute__((target("avx2"))) void avx2_greatest(
    const int8_t *one, size_t one_rows, const int8_t *other, size_t other_rows, size_t depth,
    int32_t *one_greatest, int32_t *other_greatest) {
  greatest(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}
#endif

void cvk_greatest_products(
    const int8_t *one, size_t one_rows, const int8_t *other, size_t other_rows, size_t depth,
    int32_t *one_greatest, int32_t *other_greatest) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    avx2_greatest(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
    return;
  }
#endif
  portable_greatest(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}

// The lanes in which a product is summed. Each is summed by itself, without fused multiplication, so that the sums
// are the same whichever instructions add them.
enum { LANES = 16 };
typedef float lanes
    __attribute__((vector_size(LANES * sizeof(float)), aligned(4), may_alias));

// The body, inlined into one function for each instruction set.
static inline __attribute__((always_inline)) void greatest_of_floats(
    const float *one, size_t one_rows, const float *other, size_t other_rows, size_t depth,
    float *one_greatest, float *other_greatest) {
#pragma STDC FP_CONTRACT OFF
  for (size_t r = 0; r < one_rows; r++) one_greatest[r] = -__builtin_inff();
  for (size_t s = 0; s < other_rows; s++) other_greatest[s] = -__builtin_inff();
  for (size_t r = 0; r < one_rows; r++) {
    const float *row = one + r * depth;
    for (size_t s = 0; s < other_rows; s++) {
      const float *column = other + s * depth;
      lanes even = {0}, odd = {0};
      for (size_t k = 0; k < depth; k += 2 * LANES) {
        even += *(const lanes *)(row + k) * *(const lanes *)(column + k);
        odd += *(const lanes *)(row + k + LANES) * *(const lanes *)(column + k + LANES);
      }
      const lanes sums = even + odd;
      float sum = 0;
      for (size_t lane = 0; lane < LANES; lane++) sum += sums[lane];
      if (sum > one_greatest[r]) one_greatest[r] = sum;
      if (sum > other_greatest[s]) other_greatest[s] = sum;
    }
  }
}

static void portable_greatest_of_floats(
    const float *one, size_t one_rows, const float *other, size_t other_rows, size_t depth,
    float *one_greatest, float *other_greatest) {
  greatest_of_floats(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}

#if defined(__x86_64__)
static __attribute__((target("avx2"))) void avx2_greatest_of_floats(
    const float *one, size_t one_rows, const float *other, size_t other_rows, size_t depth,
    float *one_greatest, float *other_greatest) {
  greatest_of_floats(one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}
#endif

void cvk_greatest_float_products(
    const float *one, size_t one_rows, const float *other, size_t other_rows, size_t depth,
    float *one_greatest, float *other_greatest) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    avx2_greatest_of_floats(
        one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
    return;
  }
#endif
  portable_greatest_of_floats(
      one, one_rows, other, other_rows, depth, one_greatest, other_greatest);
}
