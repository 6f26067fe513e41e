// Products of sparse vectors, whose entries are fetched into the cache before it is their turn.
#include "Kernels.h"
#pragma STDC FP_CONTRACT OFF

#define AHEAD 6

void kernels_sparse_products(
  const float *spread, const ptrdiff_t *offsets, const uint32_t *terms, const float *weights,
  const kernels_product *products, ptrdiff_t count, float *sums
) {
  for (ptrdiff_t n = 0; n < count; n++) {
    if (n + 2 * AHEAD < count) __builtin_prefetch(offsets + products[n + 2 * AHEAD].document);
    if (n + AHEAD < count) {
      ptrdiff_t next = offsets[products[n + AHEAD].document], end = offsets[products[n + AHEAD].document + 1];
      for (ptrdiff_t line = next; line < end; line += 16) {
        __builtin_prefetch(terms + line);
        __builtin_prefetch(weights + line);
      }
    }
    ptrdiff_t start = offsets[products[n].document], end = offsets[products[n].document + 1];
    float sum = 0;
    for (ptrdiff_t e = start; e < end; e++) sum += spread[terms[e]] * weights[e];
    sums[n] = sum;
  }
}
