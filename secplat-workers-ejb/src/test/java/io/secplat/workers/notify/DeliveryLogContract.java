package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every delivery log promises. */
public interface DeliveryLogContract {

    DeliveryLog log();

    private static Acceptance acceptance(String eventId) {
        return new Acceptance(
                eventId,
                2,
                Instant.parse("2026-05-04T07:21:03.118Z"),
                Json.createObjectBuilder().add("issue_key", "SEC-1").build());
    }

    @Test
    default void what_was_never_accepted_is_unknown() {
        assertThat(log().accepted("k", ChannelName.SLACK)).isEmpty();
    }

    @Test
    default void an_acceptance_is_remembered_as_it_was() {
        log().remember("k", ChannelName.SLACK, acceptance("e-1"));

        assertThat(log().accepted("k", ChannelName.SLACK)).contains(acceptance("e-1"));
    }

    @Test
    default void channels_are_remembered_apart() {
        log().remember("k", ChannelName.SLACK, acceptance("e-1"));

        assertThat(log().accepted("k", ChannelName.WHATSAPP)).isEmpty();
        assertThat(log().accepted("k2", ChannelName.SLACK)).isEmpty();
    }

    @Test
    default void an_acceptance_without_a_reference_is_remembered_too() {
        Acceptance plain = new Acceptance("e-2", 1, Instant.parse("2026-05-04T07:21:03Z"), null);
        log().remember("k", ChannelName.SLACK, plain);

        assertThat(log().accepted("k", ChannelName.SLACK)).contains(plain);
    }
}
