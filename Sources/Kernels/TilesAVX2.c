// Tiles for AVX2.
#include "Kernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#define INLINE static inline __attribute__((always_inline))
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "WordTiles.h"

void kernels_pack_documents_avx2(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile) {
  pack_words(rows, count, columns, tile);
}

void kernels_pack_queries_avx2(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries) {
  pack_query_words(rows, count, columns, queries);
}

#define ROWS 4
INLINE kernels_product *products(
  int rows, const int16_t *panel, ptrdiff_t start, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t first, const int32_t *minimums, kernels_product *end
) {
  uint32_t query[ROWS];
  const int16_t *row[ROWS];
  for (int r = 0; r < rows; r++) {
    query[r] = chosen_query(chosen, first + r);
    row[r] = queries + query[r] * (columns + KERNELS_QUERY_TAIL);
  }
  __m256i sums[ROWS][2];
  for (int r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (ptrdiff_t i = 0; i < columns; i += 2) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(panel + 16 * i));
    __m256i high = _mm256_loadu_si256((const __m256i *)(panel + 16 * i + 16));
    for (int r = 0; r < rows; r++) {
      int32_t two;
      __builtin_memcpy(&two, row[r] + i, 4);
      __m256i twos = _mm256_set1_epi32(two);
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(low, twos));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(high, twos));
    }
  }
  for (int r = 0; r < rows; r++) {
    __m256i below = _mm256_set1_epi32(minimums[query[r]] - 1);
    __m256i reached = _mm256_or_si256(_mm256_cmpgt_epi32(sums[r][0], below), _mm256_cmpgt_epi32(sums[r][1], below));
    if (_mm256_testz_si256(reached, reached)) continue;
    int32_t all[16];
    _mm256_storeu_si256((__m256i *)all, sums[r][0]);
    _mm256_storeu_si256((__m256i *)(all + 8), sums[r][1]);
    end = append_products(end, all, query[r], start, count, minimums[query[r]]);
  }
  return end;
}

ptrdiff_t kernels_products_avx2(
  const int16_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries, const uint32_t *chosen,
  ptrdiff_t query_count, const int32_t *minimums, kernels_product *found
) {
  kernels_product *end = found;
  for (ptrdiff_t start = 0; start < count; start += 16) {
    const int16_t *panel = tile + start * columns;
    ptrdiff_t q = 0;
    for (; q + ROWS <= query_count; q += ROWS)
      end = products(ROWS, panel, start, count, columns, queries, chosen, q, minimums, end);
    for (; q < query_count; q++) end = products(1, panel, start, count, columns, queries, chosen, q, minimums, end);
  }
  return end - found;
}

void kernels_row_products_avx2(
  const int8_t *query, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int32_t *products
) {
  for (ptrdiff_t d = 0; d < count; d++, rows += columns) {
    __m256i sums[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    for (ptrdiff_t i = 0; i < columns; i += 32)
      for (int h = 0; h < 2; h++) {
        __m256i q = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(query + i + 16 * h)));
        __m256i r = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(rows + i + 16 * h)));
        sums[h] = _mm256_add_epi32(sums[h], _mm256_madd_epi16(q, r));
      }
    __m256i both = _mm256_add_epi32(sums[0], sums[1]);
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4e));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0xb1));
    products[d] = _mm_cvtsi128_si32(four);
  }
}
#pragma clang attribute pop
#endif
