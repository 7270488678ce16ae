package io.secplat.workers.notify.route;

import java.time.LocalTime;

/** A part of the day, its end not included; one that ends before it begins goes on into the next day. */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours begin and end at different times, were " + from);
        }
    }

    boolean passMidnight() {
        return to.isBefore(from);
    }
}
