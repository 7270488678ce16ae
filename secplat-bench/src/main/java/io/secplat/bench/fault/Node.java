package io.secplat.bench.fault;

import io.secplat.bench.fault.node.Content;
import io.secplat.bench.fault.node.Failpoint;
import io.secplat.bench.fault.node.Unexpected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One process of a run; it can be killed, frozen and thawed. */
final class Node implements AutoCloseable {

    private final Process process;
    private final Queue<Integer> accepted;
    private final Queue<String> deaths;
    private final Queue<String> unexpected;

    private Node(Process process, News news) {
        this.process = process;
        this.accepted = news.accepted;
        this.deaths = news.deaths;
        this.unexpected = news.unexpected;
    }

    /** What all processes of a run say. */
    static final class News {
        final Queue<Integer> accepted = new ConcurrentLinkedQueue<>();
        final Queue<String> deaths = new ConcurrentLinkedQueue<>();
        final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    }

    static Node start(Class<?> main, Map<String, String> environment, Path log, News news) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Node node = new Node(builder.start(), news);
        Thread reader = new Thread(node::listen, "fault-node");
        reader.setDaemon(true);
        reader.start();
        return node;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    private void hear(String line) {
        if (line.startsWith(Content.ACCEPTED)) {
            accepted.add(Integer.valueOf(line.substring(Content.ACCEPTED.length())));
        } else if (line.startsWith(Failpoint.DIED)) {
            deaths.add(line.substring(Failpoint.DIED.length()));
        } else if (line.startsWith(Unexpected.MARK)) {
            unexpected.add(line);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        boolean unused = process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Stops the process where it stands; it does not know. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int unused = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
