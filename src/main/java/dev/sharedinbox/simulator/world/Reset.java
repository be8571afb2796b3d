package dev.sharedinbox.simulator.world;

/// The simulated world begins anew. Every bean with a memory observes it and forgets.
public record Reset() {}
