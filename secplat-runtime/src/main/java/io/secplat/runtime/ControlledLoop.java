package io.secplat.runtime;

import java.util.function.Supplier;

/** One loop of this server: what it is, what operators want of it, and how it is doing. */
public record ControlledLoop(Worker worker, LoopControl control, Supplier<WorkerState> state) {}
