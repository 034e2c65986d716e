"""Logistic regression over sparse binary features, for training alone (numpy and scipy, extra `train`)."""

from __future__ import annotations

import importlib
from array import array
from collections.abc import Iterator
from typing import Any, Protocol

_L2 = 3.0
_STEPS = 60


class Rows(Protocol):
    """Examples as rows: the features' numbers by name, the numbers of all rows, where each row ends, the classes."""

    numbers: dict[str, int]
    features: array[int]
    ends: array[int]
    classes: array[int]


def logistic(rows: Rows, classes: int, least: int) -> Iterator[tuple[str, list[float]]]:
    """Each feature seen `least` times and more with its weights, one a class, centred (L2, full batch, L-BFGS)."""
    np: Any = importlib.import_module("numpy")
    sparse: Any = importlib.import_module("scipy.sparse")
    optimize: Any = importlib.import_module("scipy.optimize")
    features = np.frombuffer(rows.features, dtype=np.int32)
    ends = np.frombuffer(rows.ends, dtype=np.int64)
    target = np.frombuffer(rows.classes, dtype=np.int8).astype(int)
    shape = (len(target), len(rows.numbers))
    matrix = sparse.csr_matrix((np.ones(len(features), dtype=np.float32), features, ends), shape=shape)
    kept = np.flatnonzero(np.bincount(features, minlength=shape[1]) >= least)
    matrix = matrix[:, kept].tocsr()
    turned = matrix.T.tocsr()
    wanted = np.eye(classes, dtype=np.float32)[target]

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(len(kept), classes).astype(np.float32)
        scores = matrix @ weights
        scores -= scores.max(1, keepdims=True)
        scores = np.exp(scores)
        scores /= scores.sum(1, keepdims=True)
        missed = -np.log(scores[np.arange(len(target)), target] + 1e-12).sum()
        slope = turned @ (scores - wanted) + _L2 * weights
        return float(missed + _L2 / 2 * (weights**2).sum()) / len(target), slope.ravel().astype(float) / len(target)

    start = np.zeros(len(kept) * classes)
    options = {"maxiter": _STEPS, "maxcor": 6}
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options=options)
    weights = found.x.reshape(len(kept), classes)
    weights = weights - weights.mean(1, keepdims=True)
    names = list(rows.numbers)
    for number, row in zip(kept.tolist(), weights.tolist(), strict=True):
        yield names[number], row
