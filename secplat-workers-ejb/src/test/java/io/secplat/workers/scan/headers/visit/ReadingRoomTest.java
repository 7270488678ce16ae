package io.secplat.workers.scan.headers.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadingRoomTest {

    private static final HeaderFields HEADERS = new HeaderFields(Map.of());

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final ReadingRoom room = new ReadingRoom((headers, body) -> page());

    @Test
    void the_next_page_waits_until_the_first_is_read() throws Exception {
        Thread first = reader();
        await().until(() -> reading.get() == 1);
        Thread next = reader();
        await().until(() -> next.getState() == Thread.State.WAITING);

        assertThat(reading).hasValue(1);
        gate.countDown();
        first.join();
        next.join();
        assertThat(read).hasValue(2);
    }

    @Test
    void who_is_not_waited_for_any_more_gives_up_the_seat() throws Exception {
        Thread first = reader();
        await().until(() -> reading.get() == 1);
        Thread next = reader();
        await().until(() -> next.getState() == Thread.State.WAITING);

        next.interrupt();
        next.join();
        gate.countDown();
        first.join();
        assertThat(read).hasValue(1);
    }

    private Page page() {
        try {
            reading.incrementAndGet();
            gate.await();
            return Page.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Thread reader() {
        Thread thread = new Thread(() -> {
            try {
                assertThat(room.read(HEADERS, "")).isEqualTo(Page.NONE);
                read.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }
}
