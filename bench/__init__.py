"""Measurements. They print figures and keep them in bench/results/; no test depends on them."""
