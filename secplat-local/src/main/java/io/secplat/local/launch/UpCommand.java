package io.secplat.local.launch;

import io.secplat.local.process.StartFailedException;
import io.secplat.runtime.setting.KnownSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code up}: starts what is missing and says where everything is. */
record UpCommand(Layout layout, Map<String, String> environment, Terminal terminal) {

    private static final String PASSWORD = "ADMIN_PASSWORD";

    void run(boolean single) throws IOException, InterruptedException {
        PrivateFiles.folder(layout.data());
        Files.createDirectories(layout.run());
        Path lockFile = layout.run().resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                throw new StartFailedException("Another ./secplat up is at work in " + layout.data() + ".");
            }
            up(single);
        }
    }

    private void up(boolean single) throws IOException, InterruptedException {
        LocalPlatform recorded = LocalPlatform.recorded(layout, environment);
        boolean running = isAnythingRunning(recorded);
        refuseOtherMode(recorded, single);
        LocalPlatform platform = running ? recorded : LocalPlatform.fresh(layout, environment);
        List<Part> missing = missing(platform, single);
        if (missing.isEmpty()) {
            terminal.say("SecPlat is up.");
            new Overview(platform, terminal).print();
            return;
        }
        refuseTakenPorts(platform, missing);
        rememberGivenPassword(platform.secrets());
        platform.record(single);
        bringUp(platform, single);
        announce(platform);
    }

    private void bringUp(LocalPlatform platform, boolean single) throws IOException, InterruptedException {
        long began = System.nanoTime();
        terminal.say("Data and logs are in %s. Connections to loopback addresses (127.0.0.0/8, ::1/128) are allowed"
                .formatted(layout.data()));
        terminal.say("for probes, scans and verification, because the demo targets are there.");
        StartUp start = new StartUp(platform, terminal);
        Thread onInterrupt = new Thread(() -> closeQuietly(start), "interrupted");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try (start) {
            for (Part.Kind kind : Part.Kind.values()) {
                List<Part> group = Part.of(single).stream()
                        .filter(part -> part.kind() == kind)
                        .toList();
                terminal.say(
                        switch (kind) {
                            case STORE -> "Starting the stores";
                            case HELPER -> "Starting inbox and demo targets";
                            case SERVER -> "Starting the servers; this takes a while on a small machine";
                        });
                start.bringUp(group);
            }
            terminal.say(new DemoShop(platform).register());
            start.keep();
        }
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
        terminal.say("SecPlat is up after %s.", Terminal.seconds(Duration.ofNanos(System.nanoTime() - began)));
    }

    private void announce(LocalPlatform platform) throws IOException {
        terminal.say("");
        new Overview(platform, terminal).print();
        terminal.say("");
        String user = platform.settings().get("ADMIN_USERNAME").orElseGet(() -> KnownSettings.usual("ADMIN_USERNAME"));
        if (!platform.secrets().isShown("admin")) {
            String password = environment.getOrDefault(PASSWORD, "").isBlank()
                    ? platform.secrets().password("admin")
                    : "(the one in " + PASSWORD + ")";
            terminal.say("Sign in at %s as %s, password %s", platform.settings().url(Part.API), user, password);
            terminal.say("The password is shown this once.");
            platform.secrets().shown("admin");
        } else {
            terminal.say(
                    "Sign in at %s as %s, password as before.",
                    platform.settings().url(Part.API), user);
        }
        terminal.say("Stop with ./secplat down; look with ./secplat status and ./secplat logs NAME.");
    }

    private void rememberGivenPassword(Secrets secrets) throws IOException {
        String given = environment.getOrDefault(PASSWORD, "");
        if (!given.isBlank()) {
            secrets.remember("admin", given);
        }
    }

    private static boolean isAnythingRunning(LocalPlatform platform) throws IOException {
        for (Part part : Part.values()) {
            if (platform.running(part).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void refuseOtherMode(LocalPlatform platform, boolean single) throws IOException {
        for (Part part : Part.of(!single)) {
            if (part.kind() == Part.Kind.SERVER && platform.running(part).isPresent()) {
                throw new StartFailedException("SecPlat is up "
                        + (single ? "with a server for each role" : "in one server") + "; ./secplat down first.");
            }
        }
    }

    private static List<Part> missing(LocalPlatform platform, boolean single) throws IOException {
        List<Part> missing = new ArrayList<>();
        for (Part part : Part.of(single)) {
            if (platform.condition(part) != Condition.READY) {
                missing.add(part);
            }
        }
        return missing;
    }

    private static void refuseTakenPorts(LocalPlatform platform, List<Part> missing) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Part part : missing) {
            int port = platform.settings().port(part);
            if (platform.running(part).isEmpty() && !Ports.comesFree(port)) {
                taken.add(Ports.taken(part, port));
            }
        }
        if (!taken.isEmpty()) {
            throw new StartFailedException(String.join("\n", taken));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(StartUp start) {
        try {
            start.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
