// Chooses the kernel by the level that is asked for.
#include "Kernels.h"

kernels_level kernels_best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni"))
    return kernels_avx512;
  if (__builtin_cpu_supports("avx2")) return kernels_avx2;
#endif
  return kernels_portable;
}

#if defined(__x86_64__)
#define DISPATCH(name, parameters, arguments)                        \
  void kernels_##name##_portable parameters;                        \
  void kernels_##name##_avx2 parameters;                            \
  void kernels_##name##_avx512 parameters;                          \
  void kernels_##name(kernels_level level, UNPACK parameters) {      \
    switch (level) {                                                 \
      case kernels_avx512: kernels_##name##_avx512 arguments; break; \
      case kernels_avx2: kernels_##name##_avx2 arguments; break;     \
      default: kernels_##name##_portable arguments;                  \
    }                                                                \
  }
#else
#define DISPATCH(name, parameters, arguments)                                                      \
  void kernels_##name##_portable parameters;                                                      \
  void kernels_##name(kernels_level level, UNPACK parameters) { kernels_##name##_portable arguments; }
#endif
#define UNPACK(...) __VA_ARGS__

DISPATCH(
  multiply_f32,
  (const float *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const float *panels, ptrdiff_t outs,
   const float *bias, float *y),
  (x, offsets, rows, ins, panels, outs, bias, y))
DISPATCH(
  multiply_i8,
  (const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs, int32_t *y),
  (x, rows, ins, panels, sums, outs, y))
DISPATCH(
  quantise, (const float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales),
  (x, rows, columns, q, scales))
DISPATCH(
  dequantise,
  (const int32_t *x, ptrdiff_t rows, ptrdiff_t columns, const float *row_scales, const float *scales, const float *bias,
   float *y),
  (x, rows, columns, row_scales, scales, bias, y))
DISPATCH(
  layer_norm, (float *x, ptrdiff_t rows, ptrdiff_t columns, const float *gain, const float *bias),
  (x, rows, columns, gain, bias))
DISPATCH(gelu, (float *x, ptrdiff_t count), (x, count))
DISPATCH(tanh, (float *x, ptrdiff_t count), (x, count))
DISPATCH(
  relu_of_sum,
  (const float *parts, const int64_t *offsets, ptrdiff_t terms, const float *bias, const float *add,
   const int64_t *add_offsets, ptrdiff_t rows, ptrdiff_t columns, float *y, ptrdiff_t stride),
  (parts, offsets, terms, bias, add, add_offsets, rows, columns, y, stride))
DISPATCH(
  attention, (const float *qkv, ptrdiff_t rows, ptrdiff_t heads, float *scratch, float *y),
  (qkv, rows, heads, scratch, y))

DISPATCH(
  linear_i8,
  (const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs,
   const float *row_scales, const float *scales, const float *bias, float *y),
  (x, rows, ins, panels, sums, outs, row_scales, scales, bias, y))
DISPATCH(
  linear_i16,
  (const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels, ptrdiff_t outs,
   const float *row_scales, const float *scales, const float *bias, float *y),
  (x, offsets, rows, ins, panels, outs, row_scales, scales, bias, y))
DISPATCH(
  quantise_i16, (const float *x, ptrdiff_t rows, ptrdiff_t columns, float limit, int16_t *q, float *scales),
  (x, rows, columns, limit, q, scales))
DISPATCH(
  gelu_quantise, (float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales), (x, rows, columns, q, scales))
DISPATCH(
  add_layer_norm,
  (float *x, const float *add, ptrdiff_t rows, ptrdiff_t columns, const float *gain, const float *bias),
  (x, add, rows, columns, gain, bias))
DISPATCH(sum_rows, (const float *x, ptrdiff_t rows, ptrdiff_t columns, float *y), (x, rows, columns, y))
DISPATCH(unpack_q4, (const uint8_t *row, ptrdiff_t columns, float *y), (row, columns, y))
