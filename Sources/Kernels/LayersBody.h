// The body of the layers' kernels, compiled once per instruction set after Body.h by a file that defines `linear_i8` and
// `linear_i16`, the products.

void KERNEL(linear_i8)(
  const uint8_t *x, ptrdiff_t rows, ptrdiff_t ins, const int8_t *panels, const int32_t *sums, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  linear_i8(x, rows, ins, panels, sums, outs, row_scales, scales, bias, y);
}

void KERNEL(linear_i16)(
  const int16_t *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const int16_t *panels, ptrdiff_t outs,
  const float *row_scales, const float *scales, const float *bias, float *y
) {
  linear_i16(x, offsets, rows, ins, panels, outs, row_scales, scales, bias, y);
}

void KERNEL(quantise_i16)(
  const float *x, ptrdiff_t rows, ptrdiff_t columns, float limit, int16_t *q, float *scales
) {
  for (ptrdiff_t r = 0; r < rows; r++, x += columns, q += columns) {
    float most = largest(x, columns);
    float inverse = most > 0 ? limit / most : 0;
    scales[r] = most / limit;
    const v16 magic = ALL(12582912.0f);
    for (ptrdiff_t i = 0; i < columns; i += 16) {
      v16 n = (LOAD(x + i) * inverse + magic) - magic;
      *(s16 *)(q + i) = __builtin_convertvector(__builtin_convertvector(n, i16), s16);
    }
  }
}

void KERNEL(gelu_quantise)(float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales) {
  for (ptrdiff_t r = 0; r < rows; r++) {
    KERNEL(gelu)(x + r * columns, columns);
    KERNEL(quantise)(x + r * columns, 1, columns, q + r * columns, scales + r);
  }
}

void KERNEL(add_layer_norm)(
  float *x, const float *add, ptrdiff_t rows, ptrdiff_t columns, const float *gain, const float *bias
) {
  for (ptrdiff_t r = 0; r < rows; r++, x += columns, add += columns) {
    for (ptrdiff_t i = 0; i < columns; i += 16) STORE(x + i, LOAD(x + i) + LOAD(add + i));
    KERNEL(layer_norm)(x, 1, columns, gain, bias);
  }
}

void KERNEL(sum_rows)(const float *x, ptrdiff_t rows, ptrdiff_t columns, float *y) {
  for (ptrdiff_t i = 0; i < columns; i += 16) {
    v16 sum = ALL(0.0f);
    for (ptrdiff_t r = 0; r < rows; r++) sum += LOAD(x + r * columns + i);
    STORE(y + i, sum);
  }
}

void KERNEL(unpack_q4)(const uint8_t *row, ptrdiff_t columns, float *y) {
  const uint8_t *quarters = row + columns / 16;
  for (ptrdiff_t block = 0; block < columns / 32; block++, quarters += 16, y += 32) {
    uint32_t half = (uint32_t)row[2 * block] | (uint32_t)row[2 * block + 1] << 8, bits = (half & 0x7fff) << 13;
    float scale;
    __builtin_memcpy(&scale, &bits, sizeof scale);
    // The exponent moves by a product, which is exact.
    scale *= half & 0x8000 ? -0x1p112f : 0x1p112f;
    b16 two = *(const b16 *)quarters, low = two & 15, high = two >> 4;
    b16 first = __builtin_shufflevector(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    b16 second = __builtin_shufflevector(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    STORE(y, __builtin_convertvector(__builtin_convertvector(first, i16) - 8, v16) * scale);
    STORE(y + 16, __builtin_convertvector(__builtin_convertvector(second, i16) - 8, v16) * scale);
  }
}
