// Tiles for every processor, and for NEON, which all of its kind have.
#include "Kernels.h"
#include "WordTiles.h"

#if defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>

// Bytes, [documents / 16][columns / 4][16][4].
void kernels_pack_documents_portable(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile) {
  int8_t *to = (int8_t *)tile;
  for (ptrdiff_t panel = 0; panel < count; panel += 16)
    for (ptrdiff_t i = 0; i < columns; i += 4)
      for (ptrdiff_t d = 0; d < 16; d++, to += 4) {
        uint32_t four = 0;
        if (panel + d < count) __builtin_memcpy(&four, rows + (panel + d) * columns + i, 4);
        __builtin_memcpy(to, &four, 4);
      }
}

void kernels_pack_queries_portable(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries) {
  for (ptrdiff_t q = 0; q < count; q++, rows += columns, queries += columns + KERNELS_QUERY_TAIL)
    __builtin_memcpy(queries, rows, columns);
}

#define ROWS 4
static inline __attribute__((always_inline)) kernels_product *products(
  int rows, const int8_t *panel, ptrdiff_t start, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t first, const int32_t *minimums, kernels_product *end
) {
  uint32_t query[ROWS];
  const int8_t *row[ROWS];
  for (int r = 0; r < rows; r++) {
    query[r] = chosen_query(chosen, first + r);
    row[r] = (const int8_t *)(queries + query[r] * (columns + KERNELS_QUERY_TAIL));
  }
#if defined(__ARM_FEATURE_DOTPROD)
  int32x4_t sums[ROWS][4];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < 4; p++) sums[r][p] = vdupq_n_s32(0);
  for (ptrdiff_t i = 0; i < columns; i += 4)
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, row[r] + i, 4);
      int8x16_t fours = vreinterpretq_s8_s32(vdupq_n_s32(four));
      for (int p = 0; p < 4; p++) sums[r][p] = vdotq_s32(sums[r][p], vld1q_s8(panel + 16 * i + 16 * p), fours);
    }
#else
  // Two sums a document, of even and odd pairs.
  int32x4_t halves[ROWS][8];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < 8; p++) halves[r][p] = vdupq_n_s32(0);
  for (ptrdiff_t i = 0; i < columns; i += 4)
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, row[r] + i, 4);
      int8x8_t fours = vreinterpret_s8_s32(vdup_n_s32(four));
      for (int p = 0; p < 8; p++)
        halves[r][p] = vpadalq_s16(halves[r][p], vmull_s8(vld1_s8(panel + 16 * i + 8 * p), fours));
    }
  int32x4_t sums[ROWS][4];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < 4; p++) sums[r][p] = vpaddq_s32(halves[r][2 * p], halves[r][2 * p + 1]);
#endif
  for (int r = 0; r < rows; r++) {
    int32x4_t most = vmaxq_s32(vmaxq_s32(sums[r][0], sums[r][1]), vmaxq_s32(sums[r][2], sums[r][3]));
    if (vmaxvq_s32(most) < minimums[query[r]]) continue;
    int32_t all[16];
    for (int p = 0; p < 4; p++) vst1q_s32(all + 4 * p, sums[r][p]);
    end = append_products(end, all, query[r], start, count, minimums[query[r]]);
  }
  return end;
}
#else
void kernels_pack_documents_portable(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile) {
  pack_words(rows, count, columns, tile);
}

void kernels_pack_queries_portable(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries) {
  pack_query_words(rows, count, columns, queries);
}

#define ROWS 2
typedef int16_t words __attribute__((vector_size(16), aligned(2)));
typedef int32_t sums4 __attribute__((vector_size(16)));

static inline __attribute__((always_inline)) kernels_product *products(
  int rows, const int8_t *bytes, ptrdiff_t start, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t first, const int32_t *minimums, kernels_product *end
) {
  const int16_t *panel = (const int16_t *)bytes;
  uint32_t query[ROWS];
  const int16_t *row[ROWS];
  for (int r = 0; r < rows; r++) {
    query[r] = chosen_query(chosen, first + r);
    row[r] = queries + query[r] * (columns + KERNELS_QUERY_TAIL);
  }
  int32_t sums[ROWS][16] = {{0}};
  for (ptrdiff_t i = 0; i < columns; i += 2)
    for (int r = 0; r < rows; r++) {
      int32_t even = row[r][i], odd = row[r][i + 1];
#pragma clang loop vectorize(enable)
      for (int d = 0; d < 16; d++)
        sums[r][d] += panel[16 * i + 2 * d] * even + panel[16 * i + 2 * d + 1] * odd;
    }
  for (int r = 0; r < rows; r++)
    end = append_products(end, sums[r], query[r], start, count, minimums[query[r]]);
  return end;
}
#endif

ptrdiff_t kernels_products_portable(
  const int16_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries, const uint32_t *chosen,
  ptrdiff_t query_count, const int32_t *minimums, kernels_product *found
) {
#if defined(__ARM_NEON) && defined(__aarch64__)
  ptrdiff_t width = columns;
#else
  ptrdiff_t width = 2 * columns;
#endif
  kernels_product *end = found;
  for (ptrdiff_t start = 0; start < count; start += 16) {
    const int8_t *panel = (const int8_t *)tile + start * width;
    ptrdiff_t q = 0;
    for (; q + ROWS <= query_count; q += ROWS)
      end = products(ROWS, panel, start, count, columns, queries, chosen, q, minimums, end);
    for (; q < query_count; q++) end = products(1, panel, start, count, columns, queries, chosen, q, minimums, end);
  }
  return end - found;
}

void kernels_row_products_portable(
  const int8_t *query, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int32_t *products
) {
  for (ptrdiff_t d = 0; d < count; d++, rows += columns) {
    int32_t sum = 0;
    for (ptrdiff_t i = 0; i < columns; i++) sum += (int32_t)query[i] * rows[i];
    products[d] = sum;
  }
}
