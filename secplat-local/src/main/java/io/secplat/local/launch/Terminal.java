package io.secplat.local.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Speaks to the person who typed the command. */
record Terminal(PrintStream out) {

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
