package io.secplat.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Real stores for tests: one of each kind per JVM, started at the first call, ready when the call returns, on a free
 * port, removed with their data when the JVM ends. Tests share them, so each takes names of its own.
 */
public final class TestStores {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Map<String, Store> RUNNING = new ConcurrentHashMap<>();

    private TestStores() {}

    public static RedisStore redis() {
        return (RedisStore)
                RUNNING.computeIfAbsent("redis", name -> ready(name, home -> RedisStore.start(home, FreePort.find())));
    }

    public static PostgresStore postgres() {
        return (PostgresStore) RUNNING.computeIfAbsent(
                "postgres", name -> ready(name, home -> PostgresStore.start(home, FreePort.find(), "secplat-test")));
    }

    public static OpenSearchStore openSearch() {
        return (OpenSearchStore) RUNNING.computeIfAbsent(
                "opensearch", name -> ready(name, home -> OpenSearchStore.start(home, FreePort.find())));
    }

    /** A new empty folder for the data of a store that one test starts by itself; below target/ where there is one. */
    public static Path home(String name) {
        try {
            Path target = Path.of("target");
            return Files.isDirectory(target)
                    ? Files.createTempDirectory(target.toAbsolutePath(), name + "-")
                    : Files.createTempDirectory("secplat-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Store ready(String name, Starter starter) {
        Path home = home(name);
        Store store = starter.start(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(store, home), "stop-" + name));
        try {
            store.awaitReady(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " started", e);
        }
        return store;
    }

    private static void remove(Store store, Path home) {
        store.kill();
        try {
            Folders.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Starter {
        Store start(Path home);
    }
}
