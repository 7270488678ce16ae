package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Mailbox mailbox = new Mailbox(outlet);

    @Test
    void what_came_before_the_beginning_stands_behind_the_first_frames() {
        mailbox.put(event("later"));
        mailbox.begin(List.of(event("first"), event("second")));

        assertThat(outlet.names()).containsExactly("first", "second", "later");
    }

    @Test
    void one_frame_is_on_its_way_and_the_others_follow_in_their_order() {
        mailbox.begin(List.of());
        outlet.stick();
        mailbox.put(event("a"));
        mailbox.put(event("b"));
        mailbox.put(event("c"));
        assertThat(outlet.names()).isEmpty();

        outlet.flow();

        assertThat(outlet.names()).containsExactly("a", "b", "c");
    }

    @Test
    void a_reader_that_lets_too_much_wait_is_dropped() {
        mailbox.begin(List.of());
        outlet.stick();
        for (int n = 0; n <= Mailbox.MOST; n++) {
            assertThat(mailbox.put(event("e" + n))).isTrue();
        }

        assertThat(mailbox.put(event("one too many"))).isFalse();
        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_reader_that_takes_nothing_for_four_heartbeats_is_dropped() {
        mailbox.begin(List.of());
        outlet.stick();
        mailbox.put(event("a"));

        assertThat(mailbox.beat()).isTrue();
        assertThat(mailbox.beat()).isTrue();
        assertThat(mailbox.beat()).isTrue();
        assertThat(mailbox.beat()).isFalse();
        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_reader_with_nothing_to_do_gets_a_sign_of_life() {
        mailbox.begin(List.of());

        assertThat(mailbox.beat()).isTrue();
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

        assertThat(outlet.names()).containsExactly("last");
        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_connection_that_breaks_is_closed() {
        mailbox.begin(List.of());
        outlet.breakDown();
        mailbox.put(event("a"));

        assertThat(outlet.closed()).isTrue();
        assertThat(mailbox.put(event("b"))).isFalse();
    }

    private static Frame event(String name) {
        return Frame.event("1-0", name, "{}");
    }
}
