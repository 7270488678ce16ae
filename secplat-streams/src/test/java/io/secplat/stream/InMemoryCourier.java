package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A courier that keeps everything in memory and keeps the same promises; for fast tests of what stands on streams. */
public final class InMemoryCourier implements Courier {

    private final Map<StreamName, InMemoryLog> logs = new EnumMap<>(StreamName.class);
    private boolean away;
    private boolean loses;

    public InMemoryCourier(Clock clock) {
        Arrays.stream(StreamName.values()).forEach(name -> logs.put(name, new InMemoryLog(clock)));
    }

    /** From now on every call fails, or works again. */
    public synchronized void away(boolean value) {
        away = value;
        notifyAll();
    }

    /** The next read that finds something moves the group on and fails, as when the answer is lost on its way. */
    public synchronized void losesNextRead() {
        loses = true;
    }

    private synchronized List<Message> arriving(List<Message> read) {
        if (loses && !read.isEmpty()) {
            loses = false;
            throw new CourierUnavailableException(new IllegalStateException("the answer is lost"));
        }
        return read;
    }

    /** Loses everything, groups included, as a flushed Redis does. */
    public synchronized void flush() {
        logs.values().forEach(InMemoryLog::clear);
    }

    /** Adds an entry as a hand would; its id. */
    public String add(StreamName stream, Map<String, String> fields) {
        return in(stream, log -> {
            String id = log.add(fields);
            notifyAll();
            return id;
        });
    }

    /** What stands in the stream now. */
    public synchronized List<Message> entries(StreamName stream) {
        return logs.get(stream).entries();
    }

    /** What stands in its dead letters now. */
    public synchronized List<Message> deadLetters(StreamName stream) {
        return logs.get(stream).deadLetters();
    }

    /** How the group stands; nothing pending and no lag while it does not exist. */
    public synchronized StreamInspector.GroupState state(ConsumerGroup group) {
        return logs.get(group.stream())
                .state()
                .groups()
                .getOrDefault(group.wire(), new StreamInspector.GroupState(0, null, null, null, 0));
    }

    @Override
    public EventPublisher publisher() {
        return new EventPublisher() {
            @Override
            public void publish(List<Outgoing> events) {
                events.forEach(event -> add(event.stream(), event.fields()));
            }

            @Override
            public void bury(StreamName stream, Map<String, String> deadLetter) {
                run(stream, log -> log.bury(deadLetter));
            }
        };
    }

    @Override
    public MessageStream open(ConsumerGroup group, String consumer) {
        return new OpenStream(group, consumer);
    }

    @Override
    public StreamInspector inspector() {
        return new StreamInspector() {
            @Override
            public String serverVersion() {
                return in(StreamName.SCAN, log -> "in-memory");
            }

            @Override
            public Map<StreamName, StreamState> inspect() {
                Map<StreamName, StreamState> states = new EnumMap<>(StreamName.class);
                logs.keySet().forEach(stream -> states.put(stream, in(stream, InMemoryLog::state)));
                return states;
            }
        };
    }

    @Override
    public StreamTrimmer trimmer() {
        return () -> logs.keySet().stream()
                .mapToLong(stream -> in(stream, log -> log.trim(readers(stream))))
                .sum();
    }

    @Override
    public DeadLetterBox deadLetters() {
        return new InMemoryDeadLetterBox(this);
    }

    boolean discard(StreamName stream, String id) {
        return in(stream, log -> log.discard(id).isPresent());
    }

    /** Moves a dead letter, made a message again, to the stream it names; false when it is gone or holds no message. */
    synchronized boolean replay(StreamName stream, String id, UnaryOperator<Map<String, String>> message) {
        Optional<Map<String, String>> letter = deadLetters(stream).stream()
                .filter(entry -> entry.id().equals(id))
                .map(Message::fields)
                .filter(fields -> !message.apply(fields).isEmpty())
                .findFirst();
        letter.ifPresent(fields -> {
            StreamName target = StreamName.of(fields.getOrDefault("original_stream", stream.wire()))
                    .orElse(stream);
            add(target, message.apply(fields));
            discard(stream, id);
        });
        return letter.isPresent();
    }

    private static List<String> readers(StreamName stream) {
        return Arrays.stream(ConsumerGroup.values())
                .filter(group -> group.stream() == stream)
                .map(ConsumerGroup::wire)
                .toList();
    }

    private synchronized <T> T in(StreamName stream, Function<InMemoryLog, T> work) {
        if (away) {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        }
        return work.apply(logs.get(stream));
    }

    private void run(StreamName stream, java.util.function.Consumer<InMemoryLog> work) {
        in(stream, log -> {
            work.accept(log);
            notifyAll();
            return true;
        });
    }

    /** Waits until an entry arrives, at most that long. */
    private synchronized void awaitNews(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CourierUnavailableException(e);
        }
    }

    private final class OpenStream implements MessageStream {

        private final StreamName stream;
        private final String group;
        private final String consumer;

        OpenStream(ConsumerGroup group, String consumer) {
            this.stream = group.stream();
            this.group = group.wire();
            this.consumer = consumer;
        }

        @Override
        public List<Message> read(int max, Duration wait) {
            synchronized (InMemoryCourier.this) {
                long deadline = System.nanoTime() + wait.toNanos();
                List<Message> read = in(stream, log -> log.read(group, consumer, max));
                while (read.isEmpty() && deadline - System.nanoTime() > 0) {
                    awaitNews(deadline - System.nanoTime());
                    read = in(stream, log -> log.read(group, consumer, max));
                }
                return arriving(read);
            }
        }

        @Override
        public List<Message> reclaim(int max, Duration idle) {
            return in(stream, log -> log.reclaim(group, consumer, max, idle));
        }

        @Override
        public boolean othersHold() {
            return in(stream, log -> log.othersHold(group, consumer));
        }

        @Override
        public void refresh(Collection<String> ids) {
            run(stream, log -> log.refresh(group, consumer, ids));
        }

        @Override
        public void acknowledge(Collection<String> ids) {
            run(stream, log -> log.acknowledge(group, ids));
        }

        @Override
        public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {
            run(stream, log -> {
                copies.forEach(log::add);
                deadLetters.forEach(log::bury);
                log.acknowledge(group, List.of(id));
            });
        }
    }
}
