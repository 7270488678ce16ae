package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness's Twilio answers the product's own SMS channel as the real one does, in each mood. */
class TwilioStandInTest {

    private TwilioStandIn twilio;
    private Channel channel;

    @BeforeEach
    void open() throws IOException {
        twilio = new TwilioStandIn(Clock.systemUTC());
        channel = StandInBench.channel(twilio);
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    private static Parcel sms(int number) {
        return StandInBench.parcel(number, "test");
    }

    @Test
    void a_message_is_found_by_its_text_on_whatever_page_it_stands() throws Exception {
        for (int number = 1; number <= 60; number++) {
            assertThat(channel.deliver(sms(number))).isInstanceOf(Delivery.Delivered.class);
        }

        assertThat(channel.find(sms(60))).isInstanceOf(Lookup.Found.class);
        assertThat(channel.find(sms(1)))
                .isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(String.valueOf(found.reference()))
                        .contains(twilio.posts().get(0).reference()));
        assertThat(channel.find(sms(61))).isInstanceOf(Lookup.Absent.class);
        assertThat(twilio.posts().get(0).numbers()).containsExactly(1);
    }

    @Test
    void who_is_limited_hears_for_how_long_and_nothing_is_taken() throws Exception {
        twilio.host().be(Mood.LIMITS);

        assertThat(channel.deliver(sms(1))).isEqualTo(new Delivery.TryAgain(Optional.of(Host.RETRY_AFTER)));
        assertThat(channel.find(sms(1))).isEqualTo(Lookup.Later.answered(Optional.of(Host.RETRY_AFTER)));

        assertThat(twilio.size()).isZero();
        assertThat(twilio.host().calls()).hasSize(2);
    }

    @Test
    void one_that_fails_takes_nothing_and_is_tried_again() throws Exception {
        twilio.host().be(Mood.FAILS);

        assertThat(channel.deliver(sms(1))).isInstanceOf(Delivery.TryAgain.class);
        assertThat(channel.deliver(sms(2))).isInstanceOf(Delivery.TryAgain.class);

        assertThat(twilio.size()).isZero();
    }

    @Test
    void one_that_loses_answers_has_taken_one_of_two_messages() throws Exception {
        twilio.host().be(Mood.LOSES);

        assertThat(channel.deliver(sms(1))).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.deliver(sms(2))).isInstanceOf(Delivery.Uncertain.class);

        assertThat(twilio.size()).isEqualTo(1);
    }

    @Test
    void one_that_is_away_is_back_at_the_same_address() throws Exception {
        twilio.host().be(Mood.AWAY);
        assertThat(channel.deliver(sms(1))).isInstanceOf(Delivery.TryAgain.class);

        twilio.host().be(Mood.WELL);

        assertThat(channel.deliver(sms(1))).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void while_it_is_down_lists_fail_too() throws Exception {
        twilio.host().isDown(true);

        assertThat(channel.deliver(sms(1))).isInstanceOf(Delivery.TryAgain.class);
        assertThat(channel.find(sms(1))).isInstanceOf(Lookup.Later.class);
    }
}
