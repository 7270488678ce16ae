package io.secplat.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A process id together with the moment that process began, so that a recycled id is never mistaken for it.
 *
 * @param began opaque; equal only for the same process of the same boot
 */
public record ProcessStamp(long pid, String began) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /** The stamp of a process that runs now; empty when there is none (a zombie counts as none). */
    public static Optional<ProcessStamp> of(long pid) {
        return ProcessHandle.of(pid).flatMap(ProcessStamp::of);
    }

    static Optional<ProcessStamp> of(ProcessHandle handle) {
        return began(handle).map(began -> new ProcessStamp(handle.pid(), began));
    }

    /** The process itself, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(handle -> began(handle).filter(began::equals).isPresent());
    }

    /** One line for a file; {@link #parse} reads it. */
    public String line() {
        return pid + " " + began;
    }

    public static Optional<ProcessStamp> parse(String line) {
        String[] words = line.strip().split(" ", 2);
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStamp(Long.parseLong(words[0]), words[1]));
    }

    private static Optional<String> began(ProcessHandle handle) {
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        if (!Files.exists(BOOT)) {
            return handle.isAlive() ? handle.info().startInstant().map(Object::toString) : Optional.empty();
        }
        try {
            String text = Files.readString(stat);
            List<String> fields = Arrays.asList(
                    text.substring(text.lastIndexOf(')') + 1).strip().split(" "));
            boolean zombie = "Z".equals(fields.get(STATE)) || "X".equals(fields.get(STATE));
            return zombie
                    ? Optional.empty()
                    : Optional.of(Files.readString(BOOT).strip() + ":" + fields.get(START_TIME));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
