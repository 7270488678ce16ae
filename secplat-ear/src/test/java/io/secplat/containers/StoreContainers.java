package io.secplat.containers;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Stores in containers of the images that {@code REDIS_IMAGE}, {@code POSTGRES_IMAGE} and {@code OPENSEARCH_IMAGE} name: one of each kind
 * per JVM, started at the first call, ready when the call returns, on a free port of loopback, removed when the JVM ends.
 */
final class StoreContainers {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String PASSWORD = "secplat-test";
    private static final Map<String, GenericContainer<?>> RUNNING = new ConcurrentHashMap<>();

    private StoreContainers() {}

    /** For instance {@code redis://127.0.0.1:32768}. */
    static String redis() {
        GenericContainer<?> redis = RUNNING.computeIfAbsent(
                "redis",
                name -> started(container("REDIS_IMAGE", "redis:7.4.5", 6379)
                        .withCommand("redis-server", "--save", "", "--appendonly", "no")
                        .waitingFor(Wait.forSuccessfulCommand("redis-cli ping | grep PONG"))));
        return "redis://127.0.0.1:" + redis.getMappedPort(6379);
    }

    /** For instance {@code http://127.0.0.1:32769}. */
    static String openSearch() {
        GenericContainer<?> search = RUNNING.computeIfAbsent(
                "opensearch",
                name -> started(container("OPENSEARCH_IMAGE", "opensearchproject/opensearch:2.19.1", 9200)
                        .withEnv("discovery.type", "single-node")
                        .withEnv("DISABLE_SECURITY_PLUGIN", "true")
                        .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
                        .withEnv("OPENSEARCH_JAVA_OPTS", "-Xms512m -Xmx512m")
                        .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow"))));
        return "http://127.0.0.1:" + search.getMappedPort(9200);
    }

    /** The JDBC URL of the database {@code secplat}, with its owner and his password. */
    static String postgres() {
        GenericContainer<?> postgres = RUNNING.computeIfAbsent(
                "postgres",
                name -> started(container("POSTGRES_IMAGE", "postgres:17.6", 5432)
                        .withEnv("POSTGRES_USER", "secplat")
                        .withEnv("POSTGRES_DB", "secplat")
                        .withEnv("POSTGRES_PASSWORD", PASSWORD)
                        // While the official image prepares its data, the server listens on a socket alone.
                        .waitingFor(Wait.forSuccessfulCommand("pg_isready --host=127.0.0.1 --username=secplat"))));
        return "jdbc:postgresql://127.0.0.1:" + postgres.getMappedPort(5432) + "/secplat?user=secplat&password="
                + PASSWORD;
    }

    private static GenericContainer<?> container(String variable, String usual, int port) {
        String image = System.getenv().getOrDefault(variable, usual);
        return new GenericContainer<>(DockerImageName.parse(image)).withExposedPorts(port);
    }

    private static GenericContainer<?> started(GenericContainer<?> container) {
        container.withStartupTimeout(LIMIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container;
    }
}
