package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many outages at once are told in a few messages. */
@SuppressWarnings("try")
class NotifierGroupTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);

    @BeforeEach
    void shortWindows() {
        groups = new GroupRules(Duration.ofMillis(500), Duration.ofSeconds(20));
    }

    @Test
    void a_thousand_assets_that_go_down_make_five_messages_at_most() {
        groups = new GroupRules(Duration.ofSeconds(3), Duration.ofSeconds(60));
        for (int n = 0; n < 1_000; n++) {
            tell("asset.down", "asset-" + n, n == 700 ? Severity.CRITICAL : Severity.HIGH);
        }
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(120)).until(() -> deliveries().size() == 1_000);
        }
        assertThat(chat.told()).hasSizeBetween(2, 5);
        assertThat(chat.told().stream()
                        .mapToInt(parcel -> parcel.notice().assets().size())
                        .sum())
                .isEqualTo(1_000);
        assertThat(deliveries()).allMatch(DeliveryRecorded::sent);
        Notification group = chat.told().stream()
                .filter(parcel -> parcel.notice().assets().contains("asset-700"))
                .map(parcel -> parcel.notice().told().orElseThrow())
                .findFirst()
                .orElseThrow();
        assertThat(group.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(group.title()).isEqualTo(group.assetKeys().size() + " assets are down");
        assertThat(group.body())
                .startsWith("[critical] asset.down asset-700")
                .contains("and ")
                .contains(" more");
        assertThat(group.dedupeKey()).matches("asset\\.down:group:[0-9a-f]{16}");
    }

    @Test
    void the_first_is_told_at_once() {
        groups = new GroupRules(Duration.ofHours(1), Duration.ofHours(1));
        tell("asset.down", "a", Severity.CRITICAL);
        tell("asset.down", "b", Severity.CRITICAL);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
        }
        assertThat(chat.titles()).singleElement().isIn("asset.down a", "asset.down b");
    }

    @Test
    void a_group_that_could_not_be_told_is_told_later_and_nobody_twice() {
        AtomicInteger groupsAsked = new AtomicInteger();
        chat.does(parcel -> parcel.notice().assets().size() > 1 && groupsAsked.incrementAndGet() == 1
                ? Optional.of(new Delivery.TryAgain(Optional.empty()))
                : Optional.empty());
        for (int n = 0; n < 20; n++) {
            tell("asset.down", "asset-" + n, Severity.HIGH);
        }
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 20);
        }
        assertThat(chat.told().stream().flatMap(parcel -> parcel.notice().assets().stream()))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void each_member_of_a_group_names_the_message_that_told_it() {
        outages(5);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 5);
        }
        assertGrouped(true);
    }

    @Test
    void each_member_of_a_group_names_the_message_that_could_not_tell_it() {
        chat.does(
                parcel -> parcel.notice().assets().size() > 1 ? Optional.of(new Delivery.GiveUp()) : Optional.empty());
        outages(5);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 5);
        }
        assertGrouped(false);
    }

    @Test
    void a_member_that_is_found_to_be_told_names_the_message_that_told_it() {
        chat.does(parcel -> parcel.notice().assets().size() > 1
                ? Optional.of(chat.accept(parcel, new Delivery.Uncertain()))
                : Optional.empty());
        outages(5);
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 5);
        }
        assertGrouped(true);
        assertThat(chat.told()).hasSize(2);
    }

    private void outages(int count) {
        for (int n = 0; n < count; n++) {
            tell("asset.down", "asset-" + n, Severity.HIGH);
        }
    }

    /** Of five, one went alone and four together. */
    private void assertGrouped(boolean sent) {
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.groupEventId() == null)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.sent()).isTrue());
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.groupEventId() != null)
                .hasSize(4)
                .allMatch(delivery -> delivery.sent() == sent)
                .extracting(DeliveryRecorded::groupEventId)
                .containsOnly(groupId());
    }

    /** As the letter of a group is named: by its key. */
    private String groupId() {
        String key = chat.asked().stream()
                .map(parcel -> parcel.notice().told().orElseThrow().dedupeKey())
                .filter(name -> name.startsWith("asset.down:group:"))
                .findFirst()
                .orElseThrow();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Test
    void recoveries_of_a_group_answer_its_message() {
        for (int n = 0; n < 5; n++) {
            tell("asset.down", "asset-" + n, Severity.HIGH);
        }
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 2);
            tell("asset.recovered", "asset-4", Severity.HIGH);
            await().until(() -> chat.told().size() == 3);
        }
        assertThat(chat.told().get(2).answers().orElseThrow().getString("ref"))
                .isEqualTo(chat.told().get(1).key().toString());
    }

    @Test
    void a_flapping_asset_is_told_once_an_hour() {
        for (int n = 0; n < 5; n++) {
            notification("flap-" + n, "asset.flapping:a:" + n, "asset.flapping");
        }
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
            await().during(Duration.ofMillis(700)).until(() -> chat.told().size() == 1);
        }
    }

    private void notification(String eventId, String key, String kind) {
        publish(
                eventId,
                new Notification(
                        kind,
                        key,
                        "a flaps",
                        "",
                        Severity.HIGH,
                        java.util.List.of("a"),
                        null,
                        null,
                        java.util.List.of(),
                        null));
    }
}
