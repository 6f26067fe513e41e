"""dense.py FOLDER SAMPLE: joins the vectors of FOLDER/needs.i8 and offers.i8 by faiss, all with all, on one thread.

Prints the seconds of CPU time as JSON, and the sum of all scores, which is linkup's but for rounding."""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
# What other programs may set, and what slows this one.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
import faiss
import numpy as np

LIMIT, WIDTH, ONE = 10, 384, 512


def vectors(name, count=-1):
    rows = np.fromfile(f"{sys.argv[1]}/{name}.i8", np.int8, count if count < 0 else count * WIDTH)
    return rows.reshape(-1, WIDTH).astype(np.float32) / ONE


faiss.omp_set_num_threads(1)
needs, offers = vectors("needs", int(sys.argv[2])), vectors("offers")
index = faiss.IndexFlatIP(WIDTH)
index.add(offers)
index.search(needs[:50], LIMIT)
start = time.process_time()
scores, _ = index.search(needs, LIMIT)
print(json.dumps({
    "join_cpu": time.process_time() - start, "needs": len(needs), "sum": float(scores.sum(dtype=np.float64))}))
