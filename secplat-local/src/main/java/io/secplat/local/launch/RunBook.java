package io.secplat.local.launch;

import io.secplat.local.process.ProcessStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which process each part is, kept in one small file per part, so that any later command finds it again. */
record RunBook(Path folder) {

    void started(Part part, ProcessStamp stamp) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(part), stamp.line() + "\n");
    }

    void stopped(Part part) throws IOException {
        Files.deleteIfExists(file(part));
    }

    /** The process that was started last and not stopped politely; it may have died since. */
    Optional<ProcessStamp> stamp(Part part) throws IOException {
        Path file = file(part);
        return Files.exists(file) ? ProcessStamp.parse(Files.readString(file)) : Optional.empty();
    }

    private Path file(Part part) {
        return folder.resolve(part.title() + ".pid");
    }
}
