package io.secplat.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The client {@code docker} of this machine. Of our environment it sees what names the engine, proxies and images, and none of the
 * settings that are meant for servers of other tests.
 */
final class Docker {

    private static final String SEEN = "PATH|HOME|DOCKER_.*|BUILDKIT_.*|(?i:.*_PROXY)|.*_IMAGE";

    private static final int MINUTES = 20;

    private Docker() {}

    /** What {@code docker} prints with these words; an AssertionError holds it when the command fails, or is not there. */
    static String run(Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        try {
            Path output = Files.createTempFile("docker", ".log");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().keySet().removeIf(name -> !name.matches(SEEN));
                builder.environment().putAll(environment);
                Process process = builder.start();
                boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
                String printed = Files.readString(output);
                if (!ended || process.exitValue() != 0) {
                    process.destroy();
                    throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
                }
                return printed;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new AssertionError("docker cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
