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
import java.util.function.Consumer;

/** One process of a run; it can be killed, frozen and thawed. */
public final class Node implements AutoCloseable {

    private static final int HEAP_MIB = 96;

    private final Process process;
    private final Consumer<String> listener;

    private Node(Process process, Consumer<String> listener) {
        this.process = process;
        this.listener = listener;
    }

    /** What all processes of a run say. */
    static final class News implements Consumer<String> {
        final Queue<Integer> accepted = new ConcurrentLinkedQueue<>();
        final Queue<String> deaths = new ConcurrentLinkedQueue<>();
        final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

        @Override
        public void accept(String line) {
            if (line.startsWith(Content.ACCEPTED)) {
                accepted.add(Integer.valueOf(line.substring(Content.ACCEPTED.length())));
            } else if (line.startsWith(Failpoint.DIED)) {
                deaths.add(line.substring(Failpoint.DIED.length()));
            } else if (line.startsWith(Unexpected.MARK)) {
                unexpected.add(line);
            }
        }
    }

    /** Starts a process with little memory; the listener hears each line that it says. */
    public static Node start(Class<?> main, Map<String, String> environment, Path log, Consumer<String> listener)
            throws IOException {
        return start(main, environment, log, listener, HEAP_MIB);
    }

    /** The same with a heap of so many MiB at most. */
    public static Node start(
            Class<?> main, Map<String, String> environment, Path log, Consumer<String> listener, int heap)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Node node = new Node(builder.start(), listener);
        Thread reader = new Thread(node::listen, "fault-node");
        reader.setDaemon(true);
        reader.start();
        return node;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.accept(line);
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        boolean unused = process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Stops the process where it stands; it does not know. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    public long pid() {
        return process.pid();
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
