package io.secplat.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everything is passed on, and the end is kept. */
class PrintoutTest {

    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final Printout printout = new Printout(new PrintStream(passed, true, StandardCharsets.UTF_8));

    @Test
    void everything_is_passed_on_and_the_last_lines_are_told() {
        IntStream.rangeClosed(1, 50).forEach(n -> printout.out().println("line " + n));
        printout.out().print("100 % left");

        assertThat(passed.toString(StandardCharsets.UTF_8))
                .startsWith("line 1\n")
                .endsWith("line 50\n100 % left");
        assertThat(printout.end())
                .startsWith("what was printed last:\nline 22\n")
                .endsWith("line 50\n100 % left\n");
    }

    @Test
    void before_anything_is_printed_the_end_is_empty() {
        assertThat(printout.end()).isEqualTo("what was printed last:\n\n");
    }
}
