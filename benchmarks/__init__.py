"""The figures of the README: our bot against baselines in the same run. `python -m benchmarks`."""
