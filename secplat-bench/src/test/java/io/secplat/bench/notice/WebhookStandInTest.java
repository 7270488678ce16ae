package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness's incoming webhook answers the product's own channel as the real one does, in each mood. */
class WebhookStandInTest {

    private WebhookStandIn webhook;
    private Channel channel;

    @BeforeEach
    void open() throws IOException {
        webhook = new WebhookStandIn(Clock.systemUTC());
        channel = StandInBench.channel(webhook);
    }

    @AfterEach
    void close() {
        webhook.close();
    }

    private static Parcel parcel(int number) {
        return StandInBench.parcel(number, "test");
    }

    @Test
    void a_message_is_kept_by_its_number_and_cannot_be_asked_for() throws Exception {
        assertThat(channel.name()).isEqualTo(ChannelName.SLACK);

        assertThat(channel.deliver(parcel(7))).isEqualTo(new Delivery.Delivered(null));

        assertThat(channel.find(parcel(7))).isInstanceOf(Lookup.Unknowable.class);
        assertThat(webhook.posts()).singleElement().satisfies(post -> assertThat(post.numbers())
                .containsExactly(7));
        assertThat(webhook.unheard()).isEmpty();
    }

    @Test
    void one_that_loses_answers_knows_which_of_those_that_it_took() throws Exception {
        webhook.host().be(Mood.LOSES);

        assertThat(channel.deliver(parcel(1))).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.deliver(parcel(2))).isInstanceOf(Delivery.Uncertain.class);
        webhook.host().be(Mood.WELL);
        assertThat(channel.deliver(parcel(3))).isInstanceOf(Delivery.Delivered.class);

        assertThat(webhook.posts()).hasSize(2);
        assertThat(webhook.unheard()).containsExactly(webhook.posts().get(0));
    }

    @Test
    void who_is_limited_hears_for_how_long_and_nothing_is_taken() throws Exception {
        webhook.host().be(Mood.LIMITS);

        assertThat(channel.deliver(parcel(1))).isEqualTo(new Delivery.TryAgain(Optional.of(Host.RETRY_AFTER)));

        assertThat(webhook.size()).isZero();
        assertThat(webhook.host().calls()).hasSize(1);
    }

    @Test
    void one_that_fails_takes_nothing_and_is_tried_again() throws Exception {
        webhook.host().be(Mood.FAILS);

        assertThat(channel.deliver(parcel(1))).isInstanceOf(Delivery.TryAgain.class);
        assertThat(channel.deliver(parcel(2))).isInstanceOf(Delivery.TryAgain.class);

        assertThat(webhook.size()).isZero();
    }

    @Test
    void one_that_is_away_is_back_at_the_same_address() throws Exception {
        webhook.host().be(Mood.AWAY);
        assertThat(channel.deliver(parcel(1))).isInstanceOf(Delivery.TryAgain.class);

        webhook.host().be(Mood.WELL);

        assertThat(channel.deliver(parcel(1))).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void what_it_forgets_it_forgets_entirely() throws Exception {
        assertThat(channel.deliver(parcel(1))).isInstanceOf(Delivery.Delivered.class);

        webhook.clear();

        assertThat(webhook.posts()).isEmpty();
        assertThat(webhook.host().calls()).isEmpty();
    }
}
