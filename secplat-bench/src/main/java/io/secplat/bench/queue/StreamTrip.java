package io.secplat.bench.queue;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.EventPublisher.Outgoing;
import io.secplat.stream.MessageStream;
import io.secplat.stream.Outcome;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** The same through the publisher and the consumer of the product, whose handler does nothing. */
final class StreamTrip {

    private final String url;
    private final Journal journal;

    StreamTrip(String url, Journal journal) {
        this.url = url;
        this.journal = journal;
    }

    static Outgoing message(int job) {
        ScanRequested request = new ScanRequested(job, "tls_headers", 19, "mira");
        Envelope envelope = Envelope.of(
                UUID.randomUUID().toString(), request, Clock.systemUTC().instant(), "bench");
        return new Outgoing(StreamName.SCAN, envelope);
    }

    /** Nanoseconds for so many messages; handled by batches, or one by one with so many at once. */
    long run(int messages, int batch, boolean byBatches) throws InterruptedException {
        try (RedisServer server = RedisServer.at(Optional.of(url))) {
            String unused = server.link().ask(redis -> redis.flushall());
            RedisCourier courier = new RedisCourier(server);
            MessageStream stream = courier.open(ConsumerGroup.WORKERS, "bench");
            Countdown left = new Countdown(messages);
            ConsumerSettings settings =
                    ConsumerSettings.DEFAULT.withBatch(batch).withBlock(Duration.ofMillis(100));
            StreamConsumer.Surroundings with =
                    new StreamConsumer.Surroundings(Clock.systemUTC(), new Random(), journal, QueueBench::daemon);
            StreamConsumer consumer = byBatches
                    ? StreamConsumer.inBatches(ConsumerGroup.WORKERS, stream, settings, with, nothing(left))
                    : StreamConsumer.each(ConsumerGroup.WORKERS, stream, settings, with, message -> {
                        left.down(1);
                        return Outcome.DONE;
                    });
            long start = System.nanoTime();
            publish(courier.publisher(), messages, batch);
            consumer.run(left);
            return System.nanoTime() - start;
        }
    }

    private static BatchHandler nothing(Countdown left) {
        return found -> {
            left.down(found.size());
            return found.stream().collect(Collectors.toMap(one -> one.id(), one -> Outcome.DONE));
        };
    }

    private static void publish(EventPublisher publisher, int messages, int batch) {
        for (int sent = 0; sent < messages; sent += batch) {
            List<Outgoing> some = new ArrayList<>();
            for (int i = sent; i < Math.min(messages, sent + batch); i++) {
                some.add(message(i + 1));
            }
            publisher.publish(some);
        }
    }

    /** The fields of one message, for the reference. */
    static Map<String, String> fields() {
        return message(1).fields();
    }
}
