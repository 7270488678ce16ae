package io.secplat.bench.fault.node;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Lines from a process of the harness to whoever started it. */
public final class Say {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Say() {}

    public static void line(String text) {
        OUT.println(text);
    }
}
