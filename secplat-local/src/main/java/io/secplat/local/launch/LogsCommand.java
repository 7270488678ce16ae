package io.secplat.local.launch;

import io.secplat.local.process.LogTail;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code logs}: the end of a log, and what is added to it. */
record LogsCommand(Terminal terminal) {

    private static final int CHUNK = 1 << 16;

    void run(Path log, int lines, boolean follow) throws IOException, InterruptedException {
        if (!Files.exists(log)) {
            terminal.say("There is no log yet: %s", log);
            return;
        }
        long read = Files.size(log);
        terminal.say(LogTail.of(log, lines));
        while (follow) {
            read = more(log, read);
            Thread.sleep(300);
        }
    }

    private long more(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = file.length() < from ? 0 : from;
            file.seek(start);
            byte[] chunk = new byte[CHUNK];
            int count = file.read(chunk);
            if (count <= 0) {
                return start;
            }
            terminal.out().print(new String(chunk, 0, count, StandardCharsets.UTF_8));
            terminal.out().flush();
            return start + count;
        }
    }
}
