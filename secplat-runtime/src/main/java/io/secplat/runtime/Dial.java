package io.secplat.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** A number from 1 to a limit that operators change while a loop runs, such as how much it does at the same time. */
public final class Dial {

    private final int most;
    private final AtomicInteger value;

    public Dial(int value, int most) {
        this.most = most;
        this.value = new AtomicInteger(value);
    }

    public int value() {
        return value.get();
    }

    /** Sets it and returns what it was; IllegalArgumentException tells the limits. */
    public int set(int wanted) {
        if (wanted < 1 || wanted > most) {
            throw new IllegalArgumentException("must be 1 to " + most + ", was " + wanted);
        }
        return value.getAndSet(wanted);
    }
}
