package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final LiveWriters writers = new LiveWriters(1, Thread::new);
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Mailbox mailbox = new Mailbox(outlet, writers);

    @AfterEach
    void end() {
        outlet.flow();
        writers.close();
    }

    @Test
    void what_came_before_the_beginning_stands_behind_the_first_frames() {
        mailbox.put(event("later"));
        mailbox.begin(List.of(event("first"), event("second")));

        await().until(mailbox::idle);
        assertThat(outlet.names()).containsExactly("first", "second", "later");
    }

    @Test
    void frames_follow_in_their_order_and_nobody_who_puts_them_in_waits() {
        mailbox.begin(List.of());
        outlet.stick();
        mailbox.put(event("a"));
        mailbox.put(event("b"));
        mailbox.put(event("c"));
        assertThat(outlet.names()).isEmpty();

        outlet.flow();

        await().until(mailbox::idle);
        assertThat(outlet.names()).containsExactly("a", "b", "c");
    }

    @Test
    void a_reader_that_lets_too_much_wait_is_dropped_as_soon_as_its_writer_comes_back() {
        mailbox.begin(List.of());
        outlet.stick();
        int accepted = 1;
        mailbox.put(event("e0"));
        await().until(outlet::sending);
        while (mailbox.put(event("e" + accepted))) {
            accepted++;
        }
        assertThat(accepted).isBetween(Mailbox.MOST, Mailbox.MOST + 100);
        assertThat(mailbox.beat()).isFalse();
        assertThat(outlet.closed()).isFalse();

        outlet.flow();

        await().until(outlet::closed);
    }

    @Test
    void a_reader_with_nothing_to_do_gets_a_sign_of_life() {
        mailbox.begin(List.of());

        assertThat(mailbox.beat()).isTrue();
        await().until(mailbox::idle);
        assertThat(outlet.frames()).containsExactly(Frame.HEARTBEAT);
    }

    @Test
    void the_connection_ends_when_the_last_frame_has_left_and_not_before() {
        mailbox.begin(List.of());
        outlet.stick();
        mailbox.put(event("last"));
        mailbox.end();
        assertThat(outlet.closed()).isFalse();

        outlet.flow();

        await().until(outlet::closed);
        assertThat(outlet.names()).containsExactly("last");
    }

    @Test
    void an_end_with_nothing_left_to_send_is_at_once() {
        mailbox.begin(List.of());
        mailbox.end();

        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_connection_that_breaks_is_closed() {
        mailbox.begin(List.of());
        outlet.breakDown();
        mailbox.put(event("a"));

        await().until(outlet::closed);
        assertThat(mailbox.put(event("b"))).isFalse();
    }

    @Test
    void a_reader_for_whom_there_is_no_writer_is_dropped() {
        RecordingOutlet other = new RecordingOutlet();
        outlet.stick();
        mailbox.begin(List.of(event("a")));

        new Mailbox(other, writers).begin(List.of(event("b")));

        assertThat(other.closed()).isTrue();
    }

    private static Frame event(String name) {
        return Frame.event("1-0", name, "{}");
    }
}
