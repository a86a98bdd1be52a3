#!/usr/bin/env python3
"""Sobol indices of Ishigami's function by SciPy (scipy.stats.sobol_indices) beside those of `./sandtable bench sensitivity --json`.

Usage: ./sandtable bench sensitivity --runs 1 --json > figures.json; python3 bench/compare/sobol_scipy.py figures.json
Needs SciPy 1.11 or newer. Exits 1 where one of our indices lies outside SciPy's 95 % bootstrap interval.
"""

import json
import sys

import numpy
from scipy import stats

A, B = 7, 0.1
RUNS = 4096
SEED = 20261121


def ishigami(x):
    return numpy.sin(x[0]) + A * numpy.sin(x[1]) ** 2 + B * x[2] ** 4 * numpy.sin(x[0])


def main(path):
    ours = {figure["name"]: figure["value"] for figure in json.load(open(path, encoding="utf-8"))["figures"]}
    uniform = stats.uniform(loc=-numpy.pi, scale=2 * numpy.pi)
    rng = numpy.random.default_rng(SEED)
    theirs = stats.sobol_indices(func=ishigami, n=RUNS, dists=[uniform] * 3, rng=rng)
    intervals = theirs.bootstrap(confidence_level=0.95, n_resamples=999)
    outside = 0
    print("| index | ours | SciPy | 95 % interval | inside |\n|---|--:|--:|---|---|")
    for name, values, interval in (
        ("first", theirs.first_order, intervals.first_order.confidence_interval),
        ("total", theirs.total_order, intervals.total_order.confidence_interval),
    ):
        for k in range(3):
            mine = ours[f"sensitivity.ishigami.x{k + 1}.{name}"]
            inside = interval.low[k] <= mine <= interval.high[k]
            outside += not inside
            print(
                f"| x{k + 1} {name} | {mine:.5f} | {values[k]:.5f} "
                f"| {interval.low[k]:.5f} – {interval.high[k]:.5f} | {'yes' if inside else 'NO'} |"
            )
    return 1 if outside else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
