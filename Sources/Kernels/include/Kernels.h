/// The loops that Retrieval spends its time in: products of matrices, and what a transformer does between them.
///
/// Every function exists for several instruction sets and gives the same bits on all of them. Sums of integers are exact.
/// Sums of floats have one order: products in the order of `i`, each rounded (no fused multiply-add), and reductions in 16
/// lanes that are added up as a tree. exp, erf and tanh are computed here, since a C library's differ between machines.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define KERNELS_PANEL_F32 32
#define KERNELS_PANEL_I8 16

/// An instruction set. Every machine has the portable one.
typedef enum { kernels_portable = 0, kernels_avx2 = 1, kernels_avx512 = 2 } kernels_level;

/// The highest level that this processor has.
kernels_level kernels_best(void);

/// `y[r][o] = Σ_i x[offsets[r] + i] · w[i][o]`, plus `bias[o]` if there is one. `outs` is a multiple of 32.
///
/// `panels` is `w`, [ins, outs], cut into panels of 32 columns: [outs / 32][ins][32]. `y` is row-major.
void kernels_multiply_f32(
  kernels_level level, const float *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const float *panels,
  ptrdiff_t outs, const float *bias, float *y);

/// `y[r][o] = Σ_i (x[r][i] - 128) · w[o][i]`, exactly. `ins` is a multiple of 4, `outs` of 16.
///
/// `panels` is `w`, [outs, ins], as [outs / 16][ins / 4][16][4]; `sums[o]` is `128 · Σ_i w[o][i]`.
void kernels_multiply_i8(
  kernels_level level, const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums,
  ptrdiff_t outs, int32_t *y);

/// Rows of `x`, [rows, columns], to whole numbers in -127…127, kept plus 128; `scales[r]` times a number gives back the value.
/// `columns` is a multiple of 16.
void kernels_quantise(
  kernels_level level, const float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales);

/// `y[r][o] = x[r][o] · row_scales[r] · scales[o] + bias[o]`. `columns` is a multiple of 16.
void kernels_dequantise(
  kernels_level level, const int32_t *x, ptrdiff_t rows, ptrdiff_t columns, const float *row_scales, const float *scales,
  const float *bias, float *y);

/// `x[r] = (x[r] - mean) / sqrt(variance + 1e-12) · gain + bias`. `columns` is a multiple of 16.
void kernels_layer_norm(
  kernels_level level, float *x, ptrdiff_t rows, ptrdiff_t columns, const float *gain, const float *bias);

/// `x = x / 2 · (1 + erf(x / √2))`. `count` is a multiple of 16.
void kernels_gelu(kernels_level level, float *x, ptrdiff_t count);

/// `x = tanh(x)`. `count` is a multiple of 16.
void kernels_tanh(kernels_level level, float *x, ptrdiff_t count);

/// `y[r] = max(Σ_j parts[offsets[r · terms + j]] + bias, 0) + add[r]`: `terms` rows of `columns` floats are added up in their
/// order; an offset below 0 stands for zeros. `add` is read at `add_offsets[r]`, and `y`'s rows begin `stride` apart. `columns`
/// is a multiple of 16.
void kernels_relu_of_sum(
  kernels_level level, const float *parts, const int64_t *offsets, ptrdiff_t terms, const float *bias, const float *add,
  const int64_t *add_offsets, ptrdiff_t rows, ptrdiff_t columns, float *y, ptrdiff_t stride);

/// Attention of one text: `qkv` is [rows, 3 · heads · 32], queries, keys and values side by side; `y` is [rows, heads · 32].
/// `scratch` holds `rows` floats rounded up to a multiple of 16.
void kernels_attention(
  kernels_level level, const float *qkv, ptrdiff_t rows, ptrdiff_t heads, float *scratch, float *y);

/// Begins to fetch what stands at an address into the cache, for a use soon; nothing waits for it.
static inline void kernels_prefetch(const void *address) { __builtin_prefetch(address); }

#include "Layers.h"
#include "Tiles.h"
