// Vector code that Swift cannot express: one kernel compiled for several instruction sets, the
// best of which is chosen when the program runs.
#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Lanes of one vector, and vectors side by side in one panel of packed weights.
enum { CVK_LANES = 16, CVK_VECTORS = 3 };

// Multiplies rows of single-precision numbers by packed weights and adds a bias.
//
// Row r of the input is the `depth` numbers from input + r * input_stride; rows may overlap, which
// makes a window over neighbouring rows free. The weights are packed in panels of CVK_VECTORS
// vectors: panels[((panel * depth + k) * CVK_VECTORS + v) * CVK_LANES + lane]; the bias likewise,
// without k.
//
// With `maxout`, the vectors of a panel are pieces of the same CVK_LANES outputs, and the greatest of
// them is kept. Without it they are CVK_VECTORS * CVK_LANES outputs in order.
//
// Every output is summed over k in order, on its own: neither the number of rows nor their place
// changes a result.
void cvk_affine(
    const float *input, size_t input_stride, size_t rows, size_t depth,
    const float *panels, const float *bias, size_t panel_count, int maxout,
    float *output, size_t output_stride, size_t output_count);

// For each row of two matrices of whole numbers, the greatest of its scalar products with the rows of
// the other; INT32_MIN where the other has no row. Sums are exact, so that all instruction sets give
// the same; the depth is at most 100,000, so that none overflows.
void cvk_greatest_products(
    const int8_t *one, size_t one_rows, const int8_t *other, size_t other_rows, size_t depth,
    int32_t *one_greatest, int32_t *other_greatest);

// The same for rows of single-precision numbers, minus infinity where the other has no row; the depth is a multiple of
// 32. Numbers are added in one order, so that all instruction sets give the same.
void cvk_greatest_float_products(
    const float *one, size_t one_rows, const float *other, size_t other_rows, size_t depth,
    float *one_greatest, float *other_greatest);

// The instruction set in use: "avx512", "avx2" or "portable".
const char *cvk_instruction_set(void);

#endif
