package io.secplat.workers.notify;

/** A letter on its way to one channel. */
record Dispatch(Letter letter, Channel channel) {}
