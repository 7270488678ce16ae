package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A consumer reads no more than its handler has room for, and goes on with what it has. */
@SuppressWarnings("try")
class RoomTest extends ConsumerBench {

    private static final int MOST = 10;

    private final Hotel hotel = new Hotel();

    /** Has room for so many guests, who stay until they may go. */
    private static final class Hotel implements MessageHandler {

        private final Set<String> guests = ConcurrentHashMap.newKeySet();
        private volatile int most = MOST;
        private volatile boolean open;

        @Override
        public Outcome handle(Message message) {
            guests.add(message.id());
            if (!open) {
                return new Outcome.Later(Duration.ofMillis(20));
            }
            guests.remove(message.id());
            return Outcome.DONE;
        }

        @Override
        public int room() {
            return Math.max(0, most - guests.size());
        }
    }

    private RunningWorker start() {
        return new RunningWorker(consumers.each(Role.DERIVER, GROUP, "one", settings, hotel));
    }

    @Test
    void no_more_is_read_than_there_is_room_for_and_all_of_it_once_there_is() {
        IntStream.range(0, 100).forEach(n -> add("k" + n));
        try (RunningWorker running = start()) {
            await().until(() -> hotel.guests.size() == MOST);
            await().during(Duration.ofMillis(300))
                    .until(() -> courier.state(GROUP).pending() == MOST);
            hotel.open = true;
            await().until(() ->
                    courier.state(GROUP).pending() == 0 && courier.state(GROUP).lag() == 0);
        }
        assertThat(hotel.guests).isEmpty();
    }

    @Test
    void one_more_room_takes_one_more_guest() {
        IntStream.range(0, 20).forEach(n -> add("k" + n));
        try (RunningWorker running = start()) {
            await().until(() -> hotel.guests.size() == MOST);
            hotel.most = MOST + 1;
            await().until(() -> hotel.guests.size() == MOST + 1);
            await().during(Duration.ofMillis(200))
                    .until(() -> courier.state(GROUP).pending() == MOST + 1);
        }
    }
}
