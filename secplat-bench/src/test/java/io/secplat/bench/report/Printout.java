package io.secplat.bench.report;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Passes on what a harness prints and keeps it, so that a failed assertion can tell how it ended. */
public final class Printout {

    private static final int LINES = 30;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final PrintStream out;

    public Printout(PrintStream next) {
        this.out = new PrintStream(new Both(next, kept), true, StandardCharsets.UTF_8);
    }

    /** What the harness is to print to. */
    public PrintStream out() {
        return out;
    }

    /** The last lines that were printed, for the description of an assertion. */
    public String end() {
        List<String> lines = kept.toString(StandardCharsets.UTF_8).lines().toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return "what was printed last:\n" + String.join("\n", last) + "\n";
    }

    private static final class Both extends FilterOutputStream {

        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            second.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            second.write(bytes, from, length);
        }
    }
}
