/// What an encoder's layers are made of: products of rounded numbers that end as floats, and the steps between them.
///
/// Like the other kernels, each gives the same bits on every instruction set.
#pragma once
#include "Kernels.h"

/// `y[r][o] = (Σ_i (x[r][i] - 128) · w[o][i]) · row_scales[r] · scales[o] + bias[o]`; `panels` and `sums` as for
/// ``kernels_multiply_i8``.
void kernels_linear_i8(
  kernels_level level, const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums,
  ptrdiff_t outs, const float *row_scales, const float *scales, const float *bias, float *y);

/// `y[r][o] = (Σ_i x[offsets[r] + i] · w[i][o]) · row_scales[r] · scales[o] + bias[o]`. `ins` is even, `outs` a multiple
/// of 16. No partial sum may leave 32 bits.
///
/// `panels` is `w`, [ins, outs], as [outs / 16][ins / 2][16][2]. `y` is row-major.
void kernels_linear_i16(
  kernels_level level, const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels,
  ptrdiff_t outs, const float *row_scales, const float *scales, const float *bias, float *y);

/// Rows of `x`, [rows, columns], to whole numbers in -limit…limit; `scales[r]` times a number gives back the value. `columns`
/// is a multiple of 16.
void kernels_quantise_i16(
  kernels_level level, const float *x, ptrdiff_t rows, ptrdiff_t columns, float limit, int16_t *q, float *scales);

/// `x = x / 2 · (1 + erf(x / √2))`, then rows to bytes like ``kernels_quantise``; `x` is left as what was rounded.
void kernels_gelu_quantise(
  kernels_level level, float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales);

/// `x += add`, then like ``kernels_layer_norm``.
void kernels_add_layer_norm(
  kernels_level level, float *x, const float *add, ptrdiff_t rows, ptrdiff_t columns, const float *gain,
  const float *bias);

/// `y = Σ_r x[r]`, in the order of the rows. `columns` is a multiple of 16.
void kernels_sum_rows(kernels_level level, const float *x, ptrdiff_t rows, ptrdiff_t columns, float *y);

/// The numbers of a row of 4-bit ones: `columns / 32` scales in half precision, then the blocks of 16 bytes, a lower half
/// before its upper one. `columns` is a multiple of 32.
void kernels_unpack_q4(kernels_level level, const uint8_t *row, ptrdiff_t columns, float *y);
