// Tiles for AVX-512 with VNNI: bytes plus 128, [documents / 16][columns / 4][16][4]. A query's tail is 128 times its sum, which is
// what its products are too high by.
#include "Kernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#include "WordTiles.h"
#define INLINE static inline __attribute__((always_inline))
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)

void kernels_pack_documents_avx512(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile) {
  const __m128i flip = _mm_set1_epi8((char)0x80);
  uint8_t *to = (uint8_t *)tile;
  for (ptrdiff_t start = 0; start < count; start += 4) {
    // Four columns of a document stand side by side: four documents are turned over at a time.
    const int8_t *four[4];
    for (int d = 0; d < 4; d++) four[d] = rows + (start + d < count ? start + d : start) * columns;
    uint8_t *place = to + start / 16 * 16 * columns + start % 16 * 4;
    ptrdiff_t i = 0;
    for (; i + 16 <= columns; i += 16) {
      __m128i x[4];
      for (int d = 0; d < 4; d++) x[d] = _mm_xor_si128(_mm_loadu_si128((const __m128i *)(four[d] + i)), flip);
      __m128i a = _mm_unpacklo_epi32(x[0], x[1]), b = _mm_unpacklo_epi32(x[2], x[3]);
      __m128i c = _mm_unpackhi_epi32(x[0], x[1]), d = _mm_unpackhi_epi32(x[2], x[3]);
      _mm_storeu_si128((__m128i *)(place + 16 * i), _mm_unpacklo_epi64(a, b));
      _mm_storeu_si128((__m128i *)(place + 16 * i + 64), _mm_unpackhi_epi64(a, b));
      _mm_storeu_si128((__m128i *)(place + 16 * i + 128), _mm_unpacklo_epi64(c, d));
      _mm_storeu_si128((__m128i *)(place + 16 * i + 192), _mm_unpackhi_epi64(c, d));
    }
    for (; i < columns; i += 4)
      for (int d = 0; d < 4; d++) {
        uint32_t bytes;
        __builtin_memcpy(&bytes, four[d] + i, 4);
        bytes ^= 0x80808080u;
        __builtin_memcpy(place + 16 * i + 4 * d, &bytes, 4);
      }
  }
}

void kernels_pack_queries_avx512(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries) {
  for (ptrdiff_t q = 0; q < count; q++, rows += columns, queries += columns + KERNELS_QUERY_TAIL) {
    int32_t sum = 0;
    for (ptrdiff_t i = 0; i < columns; i++) sum += rows[i];
    sum *= 128;
    __builtin_memcpy(queries, rows, columns);
    __builtin_memcpy(queries + columns, &sum, 4);
  }
}

#define ROWS 6
// The products of some queries with all panels of a tile; returns the end of what was found.
INLINE kernels_product *products(
  int rows, int panels, const uint8_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t first, const int32_t *minimums, kernels_product *end
) {
  uint32_t query[ROWS];
  const char *row[ROWS];
  for (int r = 0; r < rows; r++) {
    query[r] = chosen_query(chosen, first + r);
    row[r] = (const char *)(queries + query[r] * (columns + KERNELS_QUERY_TAIL));
  }
  __m512i sums[ROWS][4];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++) sums[r][p] = _mm512_setzero_si512();
  for (ptrdiff_t i = 0; i < columns; i += 4) {
    __m512i documents[4];
    for (int p = 0; p < panels; p++) documents[p] = _mm512_loadu_si512(tile + p * 16 * columns + 16 * i);
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, row[r] + i, 4);
      __m512i fours = _mm512_set1_epi32(four);
      for (int p = 0; p < panels; p++) sums[r][p] = _mm512_dpbusd_epi32(sums[r][p], documents[p], fours);
    }
  }
  for (int r = 0; r < rows; r++) {
    int32_t tail;
    __builtin_memcpy(&tail, row[r] + 2 * columns, 4);
    __m512i least = _mm512_set1_epi32(minimums[query[r]] + tail);
    uint64_t reached = 0;
    for (int p = 0; p < panels; p++) reached |= (uint64_t)_mm512_cmpge_epi32_mask(sums[r][p], least) << (16 * p);
    if (count < 64) reached &= ((uint64_t)1 << count) - 1;
    if (!reached) continue;
    int32_t all[64];
    for (int p = 0; p < panels; p++) _mm512_storeu_si512(all + 16 * p, sums[r][p]);
    for (; reached; reached &= reached - 1) {
      int d = __builtin_ctzll(reached);
      *end++ = (kernels_product){query[r], (uint32_t)d, all[d] - tail};
    }
  }
  return end;
}

INLINE ptrdiff_t all_products(
  int panels, const uint8_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries, const uint32_t *chosen,
  ptrdiff_t query_count, const int32_t *minimums, kernels_product *found
) {
  kernels_product *end = found;
  ptrdiff_t q = 0;
  for (; q + ROWS <= query_count; q += ROWS)
    end = products(ROWS, panels, tile, count, columns, queries, chosen, q, minimums, end);
  for (; q < query_count; q++) end = products(1, panels, tile, count, columns, queries, chosen, q, minimums, end);
  return end - found;
}

ptrdiff_t kernels_products_avx512(
  const int16_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries, const uint32_t *chosen,
  ptrdiff_t query_count, const int32_t *minimums, kernels_product *found
) {
  const uint8_t *bytes = (const uint8_t *)tile;
  switch ((count + 15) / 16) {
    case 0: return 0;
    case 1: return all_products(1, bytes, count, columns, queries, chosen, query_count, minimums, found);
    case 2: return all_products(2, bytes, count, columns, queries, chosen, query_count, minimums, found);
    case 3: return all_products(3, bytes, count, columns, queries, chosen, query_count, minimums, found);
    default: return all_products(4, bytes, count, columns, queries, chosen, query_count, minimums, found);
  }
}

// The sums of 16 vectors.
INLINE __m512i sums16(const __m512i *x) {
  __m512i pairs[8], fours[4];
  for (int k = 0; k < 8; k++)
    pairs[k] = _mm512_add_epi32(
      _mm512_unpacklo_epi32(x[2 * k], x[2 * k + 1]), _mm512_unpackhi_epi32(x[2 * k], x[2 * k + 1]));
  for (int k = 0; k < 4; k++)
    fours[k] = _mm512_add_epi32(
      _mm512_unpacklo_epi64(pairs[2 * k], pairs[2 * k + 1]), _mm512_unpackhi_epi64(pairs[2 * k], pairs[2 * k + 1]));
  // Each quarter of each has four sums of a quarter of its vectors.
  __m512i low = _mm512_add_epi32(
    _mm512_shuffle_i32x4(fours[0], fours[1], 0x88), _mm512_shuffle_i32x4(fours[0], fours[1], 0xdd));
  __m512i high = _mm512_add_epi32(
    _mm512_shuffle_i32x4(fours[2], fours[3], 0x88), _mm512_shuffle_i32x4(fours[2], fours[3], 0xdd));
  return _mm512_add_epi32(_mm512_shuffle_i32x4(low, high, 0x88), _mm512_shuffle_i32x4(low, high, 0xdd));
}

INLINE void row_products(
  int chunks, const int8_t *query, const int8_t *rows, ptrdiff_t count, int32_t tail, int32_t *products
) {
  const __m512i flip = _mm512_set1_epi8((char)0x80);
  ptrdiff_t columns = 64 * chunks;
  __m512i q[8];
  for (int c = 0; c < chunks; c++) q[c] = _mm512_loadu_si512(query + 64 * c);
  for (ptrdiff_t start = 0; start < count; start += 16) {
    __m512i sums[16];
    for (int d = 0; d < 16; d++) {
      const int8_t *row = rows + (start + d < count ? start + d : start) * columns;
      sums[d] = _mm512_setzero_si512();
      for (int c = 0; c < chunks; c++)
        sums[d] = _mm512_dpbusd_epi32(sums[d], _mm512_xor_si512(_mm512_loadu_si512(row + 64 * c), flip), q[c]);
    }
    __m512i all = _mm512_sub_epi32(sums16(sums), _mm512_set1_epi32(tail));
    ptrdiff_t left = count - start;
    _mm512_mask_storeu_epi32(products + start, left < 16 ? (__mmask16)((1 << left) - 1) : (__mmask16)0xffff, all);
  }
}

void kernels_row_products_avx512(
  const int8_t *query, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int32_t *products
) {
  int32_t tail = 0;
  for (ptrdiff_t i = 0; i < columns; i++) tail += query[i];
  tail *= 128;
  switch (columns) {
    case 64: return row_products(1, query, rows, count, tail, products);
    case 128: return row_products(2, query, rows, count, tail, products);
    case 384: return row_products(6, query, rows, count, tail, products);
    default: break;
  }
  const __m512i flip = _mm512_set1_epi8((char)0x80);
  for (ptrdiff_t d = 0; d < count; d++, rows += columns) {
    __m512i sum = _mm512_setzero_si512();
    for (ptrdiff_t i = 0; i < columns; i += 64)
      sum = _mm512_dpbusd_epi32(
        sum, _mm512_xor_si512(_mm512_loadu_si512(rows + i), flip), _mm512_loadu_si512(query + i));
    products[d] = _mm512_reduce_add_epi32(sum) - tail;
  }
}
#pragma clang attribute pop
#endif
