package io.secplat.local.launch;

import io.secplat.local.process.Command;
import io.secplat.local.process.Executables;
import io.secplat.local.process.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A small main class of this module in a JVM of its own.
 *
 * @param readiness the path that answers 200 when it is ready
 * @param arguments what the main class is called with
 */
record JavaProgram(String name, int port, Path home, String readiness, String mainClass, List<String> arguments)
        implements Program {

    @Override
    public Command prepare() throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Executables.java(),
                "-Xmx64m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        words.addAll(arguments);
        return new Command(words, Files.createDirectories(home));
    }

    @Override
    public boolean isReady() {
        return Http.answersOk(URI.create("http://127.0.0.1:" + port + readiness));
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }
}
