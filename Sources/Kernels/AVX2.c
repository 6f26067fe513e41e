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

#define ROWS_LINEAR 3

INLINE void end_tile(
  const int32_t *totals, const int32_t *sums, float row_scale, const float *scales, const float *bias, float *y
) {
  for (int c = 0; c < 16; c++)
    y[c] = (float)(sums ? totals[c] - sums[c] : totals[c]) * row_scale * scales[c] + bias[c];
}

INLINE void linear_i8(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  const int32_t none[16] = {0};
  for (ptrdiff_t o = 0; o < outs; o += 16)
    for (ptrdiff_t r = 0; r < rows; r += 2) {
      int32_t totals[2][16];
      if (r + 1 < rows)
        tile_i8(2, x + r * ins, ins, panels + o * ins, none, 16, totals[0]);
      else
        tile_i8(1, x + r * ins, ins, panels + o * ins, none, 16, totals[0]);
      for (ptrdiff_t k = 0; k < 2 && r + k < rows; k++)
        end_tile(totals[k], sums + o, row_scales[r + k], scales + o, bias + o, y + (r + k) * outs + o);
    }
}

INLINE void tile_i16(
  int rows, const int16_t *const *x, ptrdiff_t ins, const int16_t *w, int32_t *totals
) {
  __m256i sums[ROWS_LINEAR][2];
  for (int r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (ptrdiff_t i = 0; i < ins; i += 2, w += 32) {
    __m256i w0 = _mm256_loadu_si256((const __m256i *)w), w1 = _mm256_loadu_si256((const __m256i *)(w + 16));
    for (int r = 0; r < rows; r++) {
      int32_t two;
      __builtin_memcpy(&two, x[r] + i, 4);
      __m256i values = _mm256_set1_epi32(two);
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(values, w0));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(values, w1));
    }
  }
  for (int r = 0; r < rows; r++)
    for (int h = 0; h < 2; h++) _mm256_storeu_si256((__m256i *)(totals + 16 * r + 8 * h), sums[r][h]);
}

INLINE void linear_i16(
  const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  for (ptrdiff_t o = 0; o < outs; o += 16)
    for (ptrdiff_t r = 0; r < rows; r += ROWS_LINEAR) {
      int32_t totals[ROWS_LINEAR][16];
      const int16_t *starts[ROWS_LINEAR];
      ptrdiff_t many = rows - r < ROWS_LINEAR ? rows - r : ROWS_LINEAR;
      for (ptrdiff_t k = 0; k < many; k++) starts[k] = x + offsets[r + k];
      if (many == ROWS_LINEAR)
        tile_i16(ROWS_LINEAR, starts, ins, panels + o * ins, totals[0]);
      else
        for (ptrdiff_t k = 0; k < many; k++) tile_i16(1, starts + k, ins, panels + o * ins, totals[k]);
      for (ptrdiff_t k = 0; k < many; k++)
        end_tile(totals[k], 0, row_scales[r + k], scales + o, bias + o, y + (r + k) * outs + o);
    }
}

#include "LayersBody.h"
#pragma clang attribute pop
#endif
