// Chooses the kernel by the level that is asked for.
#include "Kernels.h"

#define DECLARE(level)                                                                                                   \
  void kernels_pack_documents_##level(const int8_t *, ptrdiff_t, ptrdiff_t, int16_t *);                                 \
  void kernels_pack_queries_##level(const int8_t *, ptrdiff_t, ptrdiff_t, int16_t *);                                   \
  ptrdiff_t kernels_products_##level(                                                                                    \
    const int16_t *, ptrdiff_t, ptrdiff_t, const int16_t *, const uint32_t *, ptrdiff_t, const int32_t *,                \
    kernels_product *);                                                                                                  \
  void kernels_row_products_##level(const int8_t *, const int8_t *, ptrdiff_t, ptrdiff_t, int32_t *);

DECLARE(portable)
#if defined(__x86_64__)
DECLARE(avx2)
DECLARE(avx512)
#define CHOOSE(level, name, ...)                                  \
  switch (level) {                                                \
    case kernels_avx512: return kernels_##name##_avx512(__VA_ARGS__); \
    case kernels_avx2: return kernels_##name##_avx2(__VA_ARGS__);     \
    default: return kernels_##name##_portable(__VA_ARGS__);           \
  }
#else
#define CHOOSE(level, name, ...) return kernels_##name##_portable(__VA_ARGS__);
#endif

void kernels_pack_documents(
  kernels_level level, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile
) {
  CHOOSE(level, pack_documents, rows, count, columns, tile)
}

void kernels_pack_queries(
  kernels_level level, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries
) {
  CHOOSE(level, pack_queries, rows, count, columns, queries)
}

ptrdiff_t kernels_products(
  kernels_level level, const int16_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t query_count, const int32_t *minimums, kernels_product *found
) {
  CHOOSE(level, products, tile, count, columns, queries, chosen, query_count, minimums, found)
}

void kernels_row_products(
  kernels_level level, const int8_t *query, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int32_t *products
) {
  CHOOSE(level, row_products, query, rows, count, columns, products)
}
