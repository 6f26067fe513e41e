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
