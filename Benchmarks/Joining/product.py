"""product.py FOLDER: joins the vectors that `joining --vectors FOLDER` wrote by sparse_dot_topn, whole or in blocks of offers.

Prints the seconds of CPU time of both as JSON, and the sum of all scores, which must be linkup's but for rounding."""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
import scipy.sparse as sparse
import sparse_dot_topn

LIMIT = 10


def matrix(path, columns):
    with open(path, "rb") as file:
        count, entries = (int(number) for number in np.fromfile(file, np.int64, 2))
        offsets = np.fromfile(file, np.int64, count + 1)
        terms = np.fromfile(file, np.uint32, entries)
        weights = np.fromfile(file, np.float32, entries)
    if entries < 1 << 31:
        offsets, terms = offsets.astype(np.int32), terms.astype(np.int32)
    columns = columns or int(terms.max()) + 1
    return sparse.csr_matrix((weights, terms, offsets), shape=(count, columns))


def timed(parts, needs):
    """CPU seconds, and the sum of scores, of the needs' best offers of all parts together."""
    start = time.process_time()
    found = [sparse_dot_topn.sp_matmul_topn(needs, part, top_n=LIMIT, sort=True, n_threads=1) for part in parts]
    best = sparse_dot_topn.zip_sp_matmul_topn(LIMIT, found) if len(found) > 1 else found[0]
    return time.process_time() - start, float(best.data.sum(dtype=np.float64))


offers = matrix(f"{sys.argv[1]}/offers.csr", None)
needs = matrix(f"{sys.argv[1]}/needs.csr", offers.shape[1])
result = {"needs": needs.shape[0]}
for name, size in [("whole", max(1, offers.shape[0])), ("blocks", 8192)]:
    parts = [offers[start : start + size].T.tocsr() for start in range(0, offers.shape[0], size)]
    timed(parts, needs[:50])
    result[f"{name}_cpu"], result[f"{name}_sum"] = timed(parts, needs)
    del parts
print(json.dumps(result))
