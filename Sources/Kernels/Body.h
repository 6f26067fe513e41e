// The body of every kernel, compiled once per instruction set by a file that defines KERNEL and ROWS_F32 and the product of
// bytes. Vectors of 16 floats are lowered to whatever registers there are; the order of all sums stays the same.
typedef float v16 __attribute__((vector_size(64), aligned(4)));
typedef int32_t i16 __attribute__((vector_size(64), aligned(4)));
typedef int16_t s16 __attribute__((vector_size(32), aligned(2)));
typedef uint8_t b16 __attribute__((vector_size(16), aligned(1)));

#define INLINE static inline __attribute__((always_inline))
#define LOAD(p) (*(const v16 *)(p))
#define STORE(p, x) (*(v16 *)(p) = (x))
#define ALL(x) ((v16){} + (x))

INLINE float sum16(const v16 *x) {
  float s[16];
  __builtin_memcpy(s, x, sizeof s);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++) s[i] += s[i + width];
  return s[0];
}

INLINE void pick(v16 *out, const i16 *mask, const v16 *yes, const v16 *no) {
  *out = (v16)((*mask & (i16)*yes) | (~*mask & (i16)*no));
}

// e^x, after Cephes: x = n ln 2 + r, and a polynomial of r. Below -87 it is e^-87, above 88 e^88.
INLINE void exp16(v16 *x) {
  const v16 low = ALL(-87.0f), high = ALL(88.0f), magic = ALL(12582912.0f);
  i16 below = (i16)(*x < low), above = (i16)(*x > high);
  pick(x, &below, &low, x);
  pick(x, &above, &high, x);
  v16 n = (*x * 1.44269504088896341f + magic) - magic;
  v16 r = *x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  v16 p = ALL(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  i16 power = (__builtin_convertvector(n, i16) + 127) << 23;
  *x = p * (v16)power;
}

// erf, as x times a polynomial of x², fitted for the least error from -3.6 to 3.6 and constant beyond: off by 2.4e-6 at most.
INLINE void erf16(v16 *x) {
  const v16 most = ALL(3.6f), least = ALL(-3.6f);
  i16 above = (i16)(*x > most), below = (i16)(*x < least);
  pick(x, &above, &most, x);
  pick(x, &below, &least, x);
  // From 0…3.6² to -1…1, where the terms stay small.
  v16 s = *x * *x * 0.154320985f - 1.0f;
  v16 p = ALL(-0.0049085035f);
  p = p * s + 0.011927966f;
  p = p * s - 0.0103869168f;
  p = p * s + 0.0135770459f;
  p = p * s - 0.0324901044f;
  p = p * s + 0.0519557148f;
  p = p * s - 0.0682813376f;
  p = p * s + 0.089026995f;
  p = p * s - 0.113733269f;
  p = p * s + 0.143871903f;
  p = p * s - 0.195493713f;
  p = p * s + 0.392711371f;
  *x = *x * p;
}

INLINE void tile_f32(
  int rows, const float *x, const int64_t *offsets, ptrdiff_t ins, const float *panel, const float *bias, float *y,
  ptrdiff_t stride
) {
  v16 sums[ROWS_F32][2];
  const float *starts[ROWS_F32];
  for (int r = 0; r < rows; r++) {
    starts[r] = x + offsets[r];
    sums[r][0] = sums[r][1] = ALL(0.0f);
  }
  for (ptrdiff_t i = 0; i < ins; i++) {
    v16 w0 = LOAD(panel + 32 * i), w1 = LOAD(panel + 32 * i + 16);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      v16 value = ALL(starts[r][i]);
      sums[r][0] += value * w0;
      sums[r][1] += value * w1;
    }
  }
  for (int r = 0; r < rows; r++)
    for (int h = 0; h < 2; h++)
      STORE(y + r * stride + 16 * h, bias ? sums[r][h] + LOAD(bias + 16 * h) : sums[r][h]);
}

void KERNEL(multiply_f32)(
  const float *x, const int64_t *offsets, ptrdiff_t rows, ptrdiff_t ins, const float *panels, ptrdiff_t outs,
  const float *bias, float *y
) {
  for (ptrdiff_t o = 0; o < outs; o += 32) {
    const float *panel = panels + o * ins;
    ptrdiff_t r = 0;
    for (; r + ROWS_F32 <= rows; r += ROWS_F32)
      tile_f32(ROWS_F32, x, offsets + r, ins, panel, bias ? bias + o : 0, y + r * outs + o, outs);
    for (; r < rows; r++) tile_f32(1, x, offsets + r, ins, panel, bias ? bias + o : 0, y + r * outs + o, outs);
  }
}

// The largest magnitude of a row, in whatever order; what is no number is passed over.
INLINE float largest(const float *x, ptrdiff_t columns) {
  v16 most = ALL(0.0f);
  for (ptrdiff_t i = 0; i < columns; i += 16) {
    v16 a = (v16)((i16)LOAD(x + i) & 0x7fffffff);
    i16 more = (i16)(a > most);
    pick(&most, &more, &a, &most);
  }
  float s[16];
  __builtin_memcpy(s, &most, sizeof s);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++) s[i] = s[i + width] > s[i] ? s[i + width] : s[i];
  return s[0];
}

void KERNEL(quantise)(const float *x, ptrdiff_t rows, ptrdiff_t columns, uint8_t *q, float *scales) {
  for (ptrdiff_t r = 0; r < rows; r++, x += columns, q += columns) {
    float most = largest(x, columns);
    float inverse = most > 0 ? 127.0f / most : 0;
    scales[r] = most / 127.0f;
    const v16 magic = ALL(12582912.0f);
    for (ptrdiff_t i = 0; i < columns; i += 16) {
      v16 n = (LOAD(x + i) * inverse + magic) - magic;
      *(b16 *)(q + i) = __builtin_convertvector(__builtin_convertvector(n, i16) + 128, b16);
    }
  }
}

void KERNEL(dequantise)(
  const int32_t *x, ptrdiff_t rows, ptrdiff_t columns, const float *row_scales, const float *scales, const float *bias,
  float *y
) {
  for (ptrdiff_t r = 0; r < rows; r++)
    for (ptrdiff_t i = 0; i < columns; i += 16) {
      v16 value = __builtin_convertvector(*(const i16 *)(x + r * columns + i), v16);
      STORE(y + r * columns + i, value * row_scales[r] * LOAD(scales + i) + LOAD(bias + i));
    }
}

void KERNEL(layer_norm)(float *x, ptrdiff_t rows, ptrdiff_t columns, const float *gain, const float *bias) {
  for (ptrdiff_t r = 0; r < rows; r++, x += columns) {
    v16 sum = ALL(0.0f), squares = ALL(0.0f);
    for (ptrdiff_t i = 0; i < columns; i += 16) sum += LOAD(x + i);
    float mean = sum16(&sum) / (float)columns;
    for (ptrdiff_t i = 0; i < columns; i += 16) {
      v16 d = LOAD(x + i) - mean;
      squares += d * d;
    }
    float deviation = __builtin_sqrtf(sum16(&squares) / (float)columns + 1e-12f);
    for (ptrdiff_t i = 0; i < columns; i += 16)
      STORE(x + i, (LOAD(x + i) - mean) / deviation * LOAD(gain + i) + LOAD(bias + i));
  }
}

void KERNEL(gelu)(float *x, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 16) {
    v16 value = LOAD(x + i), e = value * 0.70710678118654752f;
    erf16(&e);
    STORE(x + i, value * 0.5f * (e + 1.0f));
  }
}

void KERNEL(tanh)(float *x, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 16) {
    v16 e = LOAD(x + i) * 2.0f;
    exp16(&e);
    STORE(x + i, 1.0f - 2.0f / (e + 1.0f));
  }
}

void KERNEL(relu_of_sum)(
  const float *parts, const int64_t *offsets, ptrdiff_t terms, const float *bias, const float *add,
  const int64_t *add_offsets, ptrdiff_t rows, ptrdiff_t columns, float *y, ptrdiff_t stride
) {
  for (ptrdiff_t r = 0; r < rows; r++)
    for (ptrdiff_t i = 0; i < columns; i += 16) {
      v16 sum = ALL(0.0f);
      for (ptrdiff_t k = 0; k < terms; k++)
        if (offsets[r * terms + k] >= 0) sum += LOAD(parts + offsets[r * terms + k] + i);
      sum += LOAD(bias + i);
      const v16 zero = ALL(0.0f);
      i16 positive = (i16)(sum > zero);
      pick(&sum, &positive, &sum, &zero);
      STORE(y + r * stride + i, sum + LOAD(add + add_offsets[r] + i));
    }
}

void KERNEL(attention)(const float *qkv, ptrdiff_t rows, ptrdiff_t heads, float *scratch, float *y) {
  ptrdiff_t width = 32 * heads, stride = 3 * width, padded = (rows + 15) / 16 * 16;
  for (ptrdiff_t head = 0; head < heads; head++) {
    const float *keys = qkv + width + 32 * head, *values = keys + width;
    for (ptrdiff_t t = 0; t < rows; t++) {
      const float *query = qkv + t * stride + 32 * head;
      v16 q0 = LOAD(query) * 0.17677669529663687f, q1 = LOAD(query + 16) * 0.17677669529663687f;
      float most = -3e38f;
      for (ptrdiff_t s = 0; s < rows; s++) {
        v16 product = q0 * LOAD(keys + s * stride) + q1 * LOAD(keys + s * stride + 16);
        scratch[s] = sum16(&product);
        most = scratch[s] > most ? scratch[s] : most;
      }
      for (ptrdiff_t s = rows; s < padded; s++) scratch[s] = -3e38f;
      for (ptrdiff_t s = 0; s < padded; s += 16) {
        v16 e = LOAD(scratch + s) - most;
        exp16(&e);
        STORE(scratch + s, e);
      }
      float total = 0;
      v16 c0 = ALL(0.0f), c1 = ALL(0.0f);
      for (ptrdiff_t s = 0; s < rows; s++) {
        total += scratch[s];
        c0 += scratch[s] * LOAD(values + s * stride);
        c1 += scratch[s] * LOAD(values + s * stride + 16);
      }
      STORE(y + t * width + 32 * head, c0 / total);
      STORE(y + t * width + 32 * head + 16, c1 / total);
    }
  }
}
