// The kernels for AVX-512 with VNNI.
#include "Kernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT OFF
#define KERNEL(name) kernels_##name##_avx512
#define ROWS_F32 8
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#include "Body.h"

#define ROWS_I8 6
INLINE void tile_i8(
  int rows, int panels, const uint8_t *x, ptrdiff_t ins, const int8_t *w, const int32_t *sums, ptrdiff_t outs, int32_t *y
) {
  __m512i totals[ROWS_I8][4];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++) totals[r][p] = _mm512_setzero_si512();
  for (ptrdiff_t i = 0; i < ins; i += 4, w += 64) {
    __m512i weights[4];
    for (int p = 0; p < panels; p++) weights[p] = _mm512_loadu_si512(w + p * 16 * ins);
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, x + r * ins + i, 4);
      __m512i values = _mm512_set1_epi32(four);
      for (int p = 0; p < panels; p++) totals[r][p] = _mm512_dpbusd_epi32(totals[r][p], values, weights[p]);
    }
  }
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++)
      _mm512_storeu_si512(
        y + r * outs + 16 * p, _mm512_sub_epi32(totals[r][p], _mm512_loadu_si512(sums + 16 * p)));
}

INLINE void columns_i8(
  int panels, const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *w, const int32_t *sums, ptrdiff_t outs,
  int32_t *y
) {
  ptrdiff_t r = 0;
  for (; r + ROWS_I8 <= rows; r += ROWS_I8) tile_i8(ROWS_I8, panels, x + r * ins, ins, w, sums, outs, y + r * outs);
  for (; r < rows; r++) tile_i8(1, panels, x + r * ins, ins, w, sums, outs, y + r * outs);
}

void KERNEL(multiply_i8)(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs, int32_t *y
) {
  ptrdiff_t o = 0;
  for (; o + 64 <= outs; o += 64) columns_i8(4, x, rows, ins, panels + o * ins, sums + o, outs, y + o);
  for (; o < outs; o += 16) columns_i8(1, x, rows, ins, panels + o * ins, sums + o, outs, y + o);
}
#pragma clang attribute pop
#endif
