package io.secplat.workers.notify;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged meanwhile at the finest level, by anybody but the server that a test plays. */
public final class FinestLog extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final StringWriter text = new StringWriter();

    public FinestLog() {
        setLevel(Level.ALL);
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord log) {
        if (String.valueOf(log.getLoggerName()).startsWith("com.sun.net.httpserver")) {
            return;
        }
        text.append(log.getLoggerName() + " " + log.getMessage() + " " + Arrays.toString(log.getParameters()) + "\n");
        Throwable thrown = log.getThrown();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
    }

    public synchronized String text() {
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
