// Tiles whose numbers are kept in 16 bits: [documents / 16][columns / 2][16][2], for processors that multiply pairs of such
// numbers at best.
static inline void pack_words(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile) {
  for (ptrdiff_t panel = 0; panel < count; panel += 16, tile += 16 * columns)
    for (ptrdiff_t i = 0; i < columns; i += 2)
      for (ptrdiff_t d = 0; d < 16; d++)
        for (ptrdiff_t k = 0; k < 2; k++)
          tile[16 * i + 2 * d + k] = panel + d < count ? rows[(panel + d) * columns + i + k] : 0;
}

static inline void pack_query_words(const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries) {
  for (ptrdiff_t q = 0; q < count; q++, rows += columns, queries += columns + KERNELS_QUERY_TAIL)
    for (ptrdiff_t i = 0; i < columns; i++) queries[i] = rows[i];
}

// The query at a place among the chosen ones, if only some are.
static inline uint32_t chosen_query(const uint32_t *chosen, ptrdiff_t place) {
  return chosen ? chosen[place] : (uint32_t)place;
}

// Appends those of a query's products with the 16 documents of a panel that reach its minimum.
static inline kernels_product *append_products(
  kernels_product *end, const int32_t *products, ptrdiff_t query, ptrdiff_t start, ptrdiff_t count, int32_t minimum
) {
  for (ptrdiff_t d = 0; d < 16 && start + d < count; d++)
    if (products[d] >= minimum)
      *end++ = (kernels_product){(uint32_t)query, (uint32_t)(start + d), products[d]};
  return end;
}
