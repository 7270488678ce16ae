package io.secplat.local.launch;

import io.secplat.local.process.Running;
import java.io.IOException;
import java.util.Optional;

/** The table of all parts. */
record Overview(LocalPlatform platform, Terminal terminal) {

    /** Prints one line per part; true when all of them are ready. */
    boolean print() throws IOException {
        boolean allReady = true;
        terminal.say("%-13s %-10s %-8s %-9s %s", "NAME", "STATE", "PID", "MEMORY", "ADDRESS");
        for (Part part : platform.parts()) {
            Condition condition = platform.condition(part);
            allReady &= condition == Condition.READY;
            Optional<ProcessHandle> process =
                    platform.running(part).map(Running::stamp).flatMap(stamp -> stamp.handle());
            terminal.say(
                    "%-13s %-10s %-8s %-9s %s",
                    part.title(),
                    condition.text(),
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    process.map(Overview::memory).orElse("-"),
                    address(part));
        }
        return allReady;
    }

    private static String memory(ProcessHandle process) {
        return ProcessMemory.mebibytes(process).stream()
                .mapToObj(size -> size + " MiB")
                .findFirst()
                .orElse("-");
    }

    private String address(Part part) {
        int port = platform.settings().port(part);
        return switch (part) {
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + port + "/secplat";
            case REDIS -> "redis://127.0.0.1:" + port;
            case API, ALL -> platform.settings().url(part) + "  (website, /api, /health, /metrics)";
            case INBOX -> platform.settings().url(part) + "  (what would have gone to Slack)";
            default -> platform.settings().url(part);
        };
    }
}
