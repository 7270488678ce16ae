package io.secplat.bench.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has had of memory. */
final class Memory {

    private Memory() {}

    /** The most, in MiB; NaN where the system does not tell. */
    static double peak(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1_024)
                        .findFirst()
                        .orElse(Double.NaN)
                : Double.NaN;
    }
}
