package io.secplat.contracts.model;

import java.util.Arrays;
import java.util.Optional;

/** Finds an enum constant by its wire name. */
final class Wire {

    private Wire() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, String wire) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(wire))
                .findFirst();
    }
}
