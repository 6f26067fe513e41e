/// Products of many rows of signed bytes with many others, of which only those are kept that reach a minimum: what a join of
/// vectors spends its time in. Every sum is exact, so that all instruction sets give the same.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// How many documents a tile has at most.
#define KERNELS_TILE 64
/// What a packed row of a query is longer than its columns, in numbers of 16 bits.
#define KERNELS_QUERY_TAIL 2

/// A product that reached its query's minimum.
typedef struct {
  uint32_t query, document;
  int32_t product;
} kernels_product;

/// Lays out at most `KERNELS_TILE` rows of bytes as a tile of documents. `columns` is a multiple of 4; `tile` has room for
/// `KERNELS_TILE · columns` numbers.
void kernels_pack_documents(
  kernels_level level, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *tile);

/// Lays out rows of bytes as queries, each in `columns + KERNELS_QUERY_TAIL` numbers.
void kernels_pack_queries(
  kernels_level level, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int16_t *queries);

/// Writes the products of queries with the `count` documents of a tile that are at least the query's minimum, and says how many
/// there are; `found` has room for all. Queries and documents count from 0. A minimum is within ±2^24.
///
/// `chosen` has the `query_count` queries that are asked for; if it is null, they are the first ones.
ptrdiff_t kernels_products(
  kernels_level level, const int16_t *tile, ptrdiff_t count, ptrdiff_t columns, const int16_t *queries,
  const uint32_t *chosen, ptrdiff_t query_count, const int32_t *minimums, kernels_product *found);

/// The product of one row of bytes with each of some others, as they stand. `columns` is a multiple of 64.
void kernels_row_products(
  kernels_level level, const int8_t *query, const int8_t *rows, ptrdiff_t count, ptrdiff_t columns, int32_t *products);

/// The inner products of one sparse vector, spread out by its terms, with those of some documents: sums in the order of their
/// entries, each product rounded. A document's entries begin at its offset and end at the next one.
void kernels_sparse_products(
  const float *spread, const ptrdiff_t *offsets, const uint32_t *terms, const float *weights,
  const kernels_product *products, ptrdiff_t count, float *sums);
