package io.secplat.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A started program: a process in a session of its own, so that a terminal's interrupt does not reach it. */
public final class Running implements AutoCloseable {

    private static final File NOTHING = new File("/dev/null");

    private final Program program;
    private final ProcessStamp stamp;
    private final Path log;

    private Running(Program program, ProcessStamp stamp, Path log) {
        this.program = program;
        this.stamp = stamp;
        this.log = log;
    }

    /** Starts the program; its output is appended to the log file. The process outlives this one. */
    public static Running start(Program program, Path log) {
        try {
            Command command = program.prepare();
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder(command, log).start();
            ProcessStamp stamp = ProcessStamp.of(process.toHandle())
                    .orElseThrow(() -> new StartFailedException(program.name() + " ended at once; see " + log));
            return new Running(program, stamp, log);
        } catch (IOException e) {
            throw new StartFailedException(program.name() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(program.name() + " was interrupted while starting", e);
        }
    }

    /** The same program found again by its stamp, started by somebody else earlier. */
    public static Running found(Program program, ProcessStamp stamp, Path log) {
        return new Running(program, stamp, log);
    }

    private static ProcessBuilder builder(Command command, Path log) throws IOException {
        List<String> words = new ArrayList<>(Executables.find("setsid").stream().toList());
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Files.createDirectories(command.directory()).toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (!command.inherited()) {
            builder.environment().clear();
        }
        builder.environment().putAll(command.environment());
        return builder;
    }

    public Program program() {
        return program;
    }

    public ProcessStamp stamp() {
        return stamp;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return stamp.handle().isPresent();
    }

    public boolean isReady() {
        return isAlive() && program.isReady();
    }

    /** Waits until the program is ready; a StartFailedException says when it died or took longer. */
    public void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new StartFailedException(program.name() + " ended while starting; its log " + log
                        + " ends with:\n" + LogTail.of(log, 15));
            }
            if (System.nanoTime() > end) {
                throw new StartFailedException(
                        program.name() + " was not ready after " + limit.toSeconds() + " s; see " + log);
            }
            Thread.sleep(100);
        }
    }

    /** SIGKILL to the process and to the children it has at this moment. */
    public void kill() {
        stamp.handle().ifPresent(handle -> {
            try (Stream<ProcessHandle> family = handle.descendants()) {
                List<ProcessHandle> children = family.toList();
                handle.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
            }
        });
        ended(Duration.ofSeconds(10));
    }

    /** The program's polite signal, and SIGKILL when its patience is over. */
    public void stop() {
        stamp.handle().ifPresent(this::ask);
        if (!ended(program.patience())) {
            kill();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void ask(ProcessHandle handle) {
        if (program.politeSignal().equals("TERM")) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + program.politeSignal(), Long.toString(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end || !paused()) {
                return false;
            }
        }
        return true;
    }

    private static boolean paused() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
