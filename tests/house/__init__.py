"""Facts about the project itself: its layers, its workflows, its tests and its benches."""
