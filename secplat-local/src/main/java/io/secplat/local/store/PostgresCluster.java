package io.secplat.local.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The data directory: created whole or not at all, and cleared of what a killed postmaster left behind. */
record PostgresCluster(Path data, PostgresBinaries binaries) {

    private static final Path PROC = Path.of("/proc");
    private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(10);

    void createIfMissing(String user, String password) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return;
        }
        Path partial = data.resolveSibling("data.partial");
        Folders.delete(partial);
        Path secret = data.resolveSibling("password.partial");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        try {
            run("initdb", initialisation(partial, user, secret), "");
        } finally {
            Files.delete(secret);
        }
        run("postgres", List.of("--single", "-D", partial.toString(), "postgres"), "CREATE DATABASE " + user + "\n");
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initialisation(Path folder, String user, Path secret) {
        return List.of(
                "-D",
                folder.toString(),
                "-U",
                user,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions");
    }

    /** Waits for the children of a killed postmaster, and forgets a lock whose process id is somebody else's now. */
    void clearLeftovers() throws IOException, InterruptedException {
        long end = System.nanoTime() + ORPHANS_LEAVE.toNanos();
        for (List<ProcessHandle> orphans = livingHere(); !orphans.isEmpty(); orphans = livingHere()) {
            if (System.nanoTime() > end) {
                orphans.forEach(ProcessHandle::destroyForcibly);
            }
            Thread.sleep(100);
        }
        if (Files.isDirectory(PROC)) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /** Server processes work in their data directory. */
    private List<ProcessHandle> livingHere() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String program, List<String> arguments, String input) throws IOException, InterruptedException {
        Path log = data.resolveSibling("create.log");
        Process process = new ProcessBuilder(binaries.words(program, arguments))
                .directory(data.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            try (Stream<String> lines = Files.lines(log)) {
                throw new IOException(program + " failed:\n" + String.join("\n", lines.toList()));
            }
        }
    }
}
