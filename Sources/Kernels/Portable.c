// The kernels in plain C, for every processor.
#include "Kernels.h"
#pragma STDC FP_CONTRACT OFF
#define KERNEL(name) kernels_##name##_portable
#define ROWS_F32 2
#include "Body.h"

void KERNEL(multiply_i8)(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs, int32_t *y
) {
  for (ptrdiff_t o = 0; o < outs; o += 16)
    for (ptrdiff_t r = 0; r < rows; r++) {
      int32_t totals[16] = {0};
      const int8_t *w = panels + o * ins;
      for (ptrdiff_t i = 0; i < ins; i += 4, w += 64)
        for (int c = 0; c < 16; c++)
          for (int k = 0; k < 4; k++) totals[c] += (int32_t)x[r * ins + i + k] * w[4 * c + k];
      for (int c = 0; c < 16; c++) y[r * outs + o + c] = totals[c] - sums[o + c];
    }
}

INLINE void linear_i8(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  int32_t products[16];
  for (ptrdiff_t o = 0; o < outs; o += 16)
    for (ptrdiff_t r = 0; r < rows; r++) {
      KERNEL(multiply_i8)(x + r * ins, 1, ins, panels + o * ins, sums + o, 16, products);
      KERNEL(dequantise)(products, 1, 16, row_scales + r, scales + o, bias + o, y + r * outs + o);
    }
}

INLINE void linear_i16(
  const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  for (ptrdiff_t o = 0; o < outs; o += 16)
    for (ptrdiff_t r = 0; r < rows; r++) {
      int32_t totals[16] = {0};
      const int16_t *w = panels + o * ins, *values = x + offsets[r];
      for (ptrdiff_t i = 0; i < ins; i += 2, w += 32)
        for (int c = 0; c < 16; c++) totals[c] += (int32_t)values[i] * w[2 * c] + (int32_t)values[i + 1] * w[2 * c + 1];
      KERNEL(dequantise)(totals, 1, 16, row_scales + r, scales + o, bias + o, y + r * outs + o);
    }
}

#include "LayersBody.h"
