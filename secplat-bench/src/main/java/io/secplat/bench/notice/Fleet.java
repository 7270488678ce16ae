package io.secplat.bench.notice;

import io.secplat.bench.fault.Node;
import io.secplat.bench.notice.node.NotifierNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** The notifiers of a run. One that died is started again under a new name; one that was frozen wakes up later. */
final class Fleet implements AutoCloseable {

    private static final int HEAP_MIB = 160;

    private final Map<String, String> environment;
    private final Path log;
    private final Diary diary;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Long> thaws = new HashMap<>();
    private int started;

    /** @param environment what all nodes have in common */
    Fleet(Map<String, String> environment, Path log, Diary diary) {
        this.environment = environment;
        this.log = log;
        this.diary = diary;
    }

    void start() throws IOException {
        String name = "notifier-" + started++;
        Map<String, String> own = new HashMap<>(environment);
        own.put("NAME", name);
        nodes.put(name, Node.start(NotifierNode.class, own, log, line -> {}, HEAP_MIB));
    }

    /** Mostly the one whose turn it is: there it hurts. */
    String choose(Streams streams, Random random) {
        List<String> names = new ArrayList<>(nodes.keySet());
        String any = names.get(random.nextInt(names.size()));
        boolean other = random.nextInt(4) == 0;
        return other ? any : streams.atTurn().filter(nodes::containsKey).orElse(any);
    }

    void kill(String name) throws IOException, InterruptedException {
        diary.note("kill", name);
        Node node = Objects.requireNonNull(nodes.remove(name));
        Long unused = thaws.remove(name);
        node.kill();
        start();
    }

    /** Stops it where it stands for that long. */
    void freeze(String name, long millis) throws IOException, InterruptedException {
        if (!thaws.containsKey(name)) {
            diary.note("freeze", name);
            Objects.requireNonNull(nodes.get(name)).freeze();
            thaws.put(name, System.nanoTime() + millis * 1_000_000);
        }
    }

    /** Wakes up those whose time has come. */
    void look() throws IOException, InterruptedException {
        for (String name : List.copyOf(thaws.keySet())) {
            if (System.nanoTime() > Objects.requireNonNull(thaws.get(name))) {
                Long unused = thaws.remove(name);
                diary.note("thaw", name);
                Objects.requireNonNull(nodes.get(name)).thaw();
            }
        }
    }

    boolean isAwake() {
        return thaws.isEmpty();
    }

    /** The names of those that ended by themselves. */
    List<String> fallen() {
        return nodes.entrySet().stream()
                .filter(node -> !node.getValue().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
    }
}
