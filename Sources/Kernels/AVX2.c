// The kernels for AVX2.
#include "Kernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT OFF
#define KERNEL(name) kernels_##name##_avx2
#define ROWS_F32 3
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "Body.h"

INLINE void tile_i8(
  int rows, const uint8_t *x, ptrdiff_t ins, const int8_t *w, const int32_t *sums, ptrdiff_t outs, int32_t *y
) {
  __m256i totals[2][4];
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < 4; c++) totals[r][c] = _mm256_setzero_si256();
  for (ptrdiff_t i = 0; i < ins; i += 4, w += 64) {
    __m256i values[2];
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, x + r * ins + i, 4);
      values[r] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
    }
    for (int c = 0; c < 4; c++) {
      __m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16 * c)));
      for (int r = 0; r < rows; r++)
        totals[r][c] = _mm256_add_epi32(totals[r][c], _mm256_madd_epi16(values[r], weights));
    }
  }
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < 4; c++) {
      int32_t halves[8];
      _mm256_storeu_si256((__m256i *)halves, totals[r][c]);
      for (int k = 0; k < 4; k++) y[r * outs + 4 * c + k] = halves[2 * k] + halves[2 * k + 1] - sums[4 * c + k];
    }
}

void KERNEL(multiply_i8)(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs, int32_t *y
) {
  for (ptrdiff_t o = 0; o < outs; o += 16) {
    ptrdiff_t r = 0;
    for (; r + 2 <= rows; r += 2) tile_i8(2, x + r * ins, ins, panels + o * ins, sums + o, outs, y + r * outs + o);
    for (; r < rows; r++) tile_i8(1, x + r * ins, ins, panels + o * ins, sums + o, outs, y + r * outs + o);
  }
}
#pragma clang attribute pop
#endif
