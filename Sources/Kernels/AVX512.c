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

// A tile of products that end as floats. Bytes and 16-bit numbers differ in the instruction alone: four of the one or two of
// the other are multiplied and added up in a lane at a time.
INLINE void tile_linear(
  int shorts, int rows, int panels, const char *const *x, ptrdiff_t length, const char *w, const int32_t *sums,
  const float *row_scales, const float *scales, const float *bias, float *y, ptrdiff_t outs
) {
  __m512i totals[ROWS_I8][4], zero = _mm512_setzero_si512();
  // Hides that it is zero: the compiler would clear the tile in memory, by a call.
  __asm__("" : "+v"(zero));
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++) totals[r][p] = zero;
  for (ptrdiff_t i = 0; i < length; i += 4, w += 64) {
    __m512i weights[4];
    for (int p = 0; p < panels; p++) weights[p] = _mm512_loadu_si512(w + p * 16 * length);
    for (int r = 0; r < rows; r++) {
      int32_t some;
      __builtin_memcpy(&some, x[r] + i, 4);
      __m512i values = _mm512_set1_epi32(some);
      for (int p = 0; p < panels; p++)
        totals[r][p] = shorts ? _mm512_dpwssd_epi32(totals[r][p], values, weights[p])
                              : _mm512_dpbusd_epi32(totals[r][p], values, weights[p]);
    }
  }
  for (int p = 0; p < panels; p++) {
    __m512 scale = _mm512_loadu_ps(scales + 16 * p), shift = _mm512_loadu_ps(bias + 16 * p);
    for (int r = 0; r < rows; r++) {
      __m512i total = shorts ? totals[r][p] : _mm512_sub_epi32(totals[r][p], _mm512_loadu_si512(sums + 16 * p));
      __m512 value = _mm512_mul_ps(_mm512_cvtepi32_ps(total), _mm512_set1_ps(row_scales[r]));
      _mm512_storeu_ps(y + r * outs + 16 * p, _mm512_add_ps(_mm512_mul_ps(value, scale), shift));
    }
  }
}

INLINE void tiles_linear(
  int shorts, int panels, const char *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t length, const char *w,
  const int32_t *sums, const float *row_scales, const float *scales, const float *bias, float *y, ptrdiff_t outs
) {
  for (ptrdiff_t r = 0; r < rows; r += ROWS_I8) {
    const char *starts[ROWS_I8];
    ptrdiff_t many = rows - r < ROWS_I8 ? rows - r : ROWS_I8;
    for (ptrdiff_t k = 0; k < many; k++) starts[k] = x + (shorts ? 2 * offsets[r + k] : (r + k) * length);
#define TILE(many) \
  case many: \
    tile_linear(shorts, many, panels, starts, length, w, sums, row_scales + r, scales, bias, y + r * outs, outs); \
    break
    switch (many) {
      TILE(1);
      TILE(2);
      TILE(3);
      TILE(4);
      TILE(5);
      TILE(6);
    }
#undef TILE
  }
}

INLINE void linear_i8(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  ptrdiff_t o = 0;
  for (; o + 64 <= outs; o += 64)
    tiles_linear(
      0, 4, (const char *)x, 0, rows, ins, (const char *)panels + o * ins, sums + o, row_scales, scales + o, bias + o, y + o,
      outs);
  for (; o < outs; o += 16)
    tiles_linear(
      0, 1, (const char *)x, 0, rows, ins, (const char *)panels + o * ins, sums + o, row_scales, scales + o, bias + o, y + o,
      outs);
}

INLINE void linear_i16(
  const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  ptrdiff_t o = 0;
  for (; o + 64 <= outs; o += 64)
    tiles_linear(
      1, 4, (const char *)x, offsets, rows, 2 * ins, (const char *)(panels + o * ins), 0, row_scales, scales + o, bias + o,
      y + o, outs);
  for (; o < outs; o += 16)
    tiles_linear(
      1, 1, (const char *)x, offsets, rows, 2 * ins, (const char *)(panels + o * ins), 0, row_scales, scales + o, bias + o,
      y + o, outs);
}

#include "LayersBody.h"
#pragma clang attribute pop
#endif
