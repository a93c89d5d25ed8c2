"""What the tests and the benches share: helpers, invented input, and the second plan."""
