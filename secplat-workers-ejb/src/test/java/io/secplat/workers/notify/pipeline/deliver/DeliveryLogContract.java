package io.secplat.workers.notify.pipeline.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.GroupText;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Attempt;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Entry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every delivery log promises. */
public interface DeliveryLogContract {

    JsonObject REFERENCE = Json.createObjectBuilder().add("issue_key", "SEC-1").build();
    Attempt ATTEMPT = new Attempt(
            UUID.randomUUID(),
            2,
            Instant.parse("2026-05-04T07:21:00Z"),
            Optional.of(REFERENCE),
            Optional.of(new GroupText("g-1", "2 assets are down", "a\nb")));
    Attempt PLAIN = new Attempt(
            UUID.randomUUID(), 1, Instant.parse("2026-05-04T07:21:00Z"), Optional.empty(), Optional.empty());

    /** A log of the notifier that tells. */
    DeliveryLog log();

    /** The same memory as another notifier has it. */
    DeliveryLog foreign();

    private static Acceptance acceptance(String eventId) {
        return new Acceptance(eventId, 2, Instant.parse("2026-05-04T07:21:03.118Z"), REFERENCE, "g-1");
    }

    private static Entry accepted(Acceptance acceptance) {
        return new Entry(Optional.of(acceptance), Optional.empty());
    }

    @Test
    default void what_was_never_tried_is_unknown() {
        assertThat(log().entry("k", ChannelName.SLACK)).isEqualTo(new Entry(Optional.empty(), Optional.empty()));
    }

    @Test
    default void acceptances_are_remembered_as_they_were() {
        Acceptance plain = new Acceptance("e-2", 1, Instant.parse("2026-05-04T07:21:03Z"), null);
        log().remember(Map.of("k", acceptance("e-1"), "k2", plain), ChannelName.SLACK);

        assertThat(log().entry("k", ChannelName.SLACK)).isEqualTo(accepted(acceptance("e-1")));
        assertThat(log().entry("k2", ChannelName.SLACK)).isEqualTo(accepted(plain));
    }

    @Test
    default void channels_are_remembered_apart() {
        log().remember(Map.of("k", acceptance("e-1")), ChannelName.SLACK);

        assertThat(log().entry("k", ChannelName.WHATSAPP).acceptance()).isEmpty();
        assertThat(log().entry("k2", ChannelName.SLACK).acceptance()).isEmpty();
    }

    @Test
    default void an_attempt_is_open_until_it_was_refused_or_accepted() {
        assertThat(log().begin(List.of("k", "k2"), ChannelName.SLACK, ATTEMPT)).isTrue();
        assertThat(log().entry("k", ChannelName.SLACK).attempt()).contains(ATTEMPT);

        assertThat(log().begin(List.of("k3"), ChannelName.SLACK, PLAIN)).isTrue();
        assertThat(log().entry("k3", ChannelName.SLACK).attempt()).contains(PLAIN);

        assertThat(log().refused(List.of("k"), ChannelName.SLACK, ATTEMPT)).isTrue();
        log().remember(Map.of("k2", acceptance("e-1")), ChannelName.SLACK);

        assertThat(log().entry("k", ChannelName.SLACK)).isEqualTo(new Entry(Optional.empty(), Optional.empty()));
        assertThat(log().entry("k2", ChannelName.SLACK)).isEqualTo(accepted(acceptance("e-1")));
    }

    @Test
    default void what_was_accepted_stays_so_whatever_begins_or_is_refused_later() {
        log().remember(Map.of("k", acceptance("e-1")), ChannelName.SLACK);
        assertThat(log().begin(List.of("k"), ChannelName.SLACK, ATTEMPT)).isTrue();
        assertThat(log().refused(List.of("k"), ChannelName.SLACK, ATTEMPT)).isFalse();

        assertThat(log().entry("k", ChannelName.SLACK)).isEqualTo(accepted(acceptance("e-1")));
    }

    @Test
    default void an_attempt_that_another_made_meanwhile_stays_open_whatever_became_of_the_one_before() {
        assertThat(log().begin(List.of("k", "k2"), ChannelName.SLACK, PLAIN)).isTrue();
        assertThat(log().begin(List.of("k"), ChannelName.SLACK, ATTEMPT)).isTrue();

        assertThat(log().refused(List.of("k"), ChannelName.SLACK, PLAIN)).isFalse();
        assertThat(log().entry("k", ChannelName.SLACK).attempt()).contains(ATTEMPT);
        assertThat(log().refused(List.of("k", "k2"), ChannelName.SLACK, PLAIN)).isFalse();
        assertThat(log().entry("k2", ChannelName.SLACK).attempt()).isEmpty();
        assertThat(log().refused(List.of("none"), ChannelName.SLACK, PLAIN)).isFalse();
    }

    @Test
    default void nobody_but_the_notifier_that_tells_begins_an_attempt() {
        assertThat(foreign().begin(List.of("k"), ChannelName.SLACK, ATTEMPT)).isFalse();

        assertThat(log().entry("k", ChannelName.SLACK).attempt()).isEmpty();
    }

    @Test
    default void subjects_know_the_message_that_tells_of_them() {
        log().begun(ChannelName.SLACK, List.of("a", "b"), REFERENCE);

        assertThat(log().threads(ChannelName.SLACK, List.of("b", "c"))).containsExactly(REFERENCE);
        assertThat(log().threads(ChannelName.JIRA, List.of("b"))).isEmpty();
    }

    @Test
    default void a_message_that_begins_anew_takes_the_place_of_the_one_before() {
        JsonObject second = Json.createObjectBuilder().add("issue_key", "SEC-2").build();
        log().begun(ChannelName.SLACK, List.of("a"), REFERENCE);

        log().begun(ChannelName.SLACK, List.of("a"), second);

        assertThat(log().threads(ChannelName.SLACK, List.of("a"))).containsExactly(second);
    }

    @Test
    default void a_message_that_joins_leaves_the_one_before_and_stands_where_there_is_none_or_nobody_was_told() {
        JsonObject second = Json.createObjectBuilder().add("issue_key", "SEC-2").build();
        log().begun(ChannelName.SLACK, List.of("told"), REFERENCE);
        log().joined(ChannelName.SLACK, List.of("muted"), DeliveryLog.MUTED);

        log().joined(ChannelName.SLACK, List.of("told", "muted", "new"), second);

        assertThat(log().threads(ChannelName.SLACK, List.of("told", "muted", "new")))
                .containsExactly(REFERENCE, second, second);
        log().joined(ChannelName.SLACK, List.of("told", "never"), DeliveryLog.MUTED);
        assertThat(log().threads(ChannelName.SLACK, List.of("told", "never")))
                .containsExactly(REFERENCE, DeliveryLog.MUTED);
    }

    @Test
    default void what_has_ended_is_told_of_by_no_message() {
        log().begun(ChannelName.SLACK, List.of("a", "b"), REFERENCE);
        log().begun(ChannelName.JIRA, List.of("a"), REFERENCE);

        log().ended(ChannelName.SLACK, List.of("a", "unknown"));

        assertThat(log().threads(ChannelName.SLACK, List.of("a", "b"))).containsExactly(REFERENCE);
        assertThat(log().threads(ChannelName.JIRA, List.of("a"))).containsExactly(REFERENCE);
    }
}
