package io.secplat.workers.notify.pipeline.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.pipeline.limit.InMemoryGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookupsTest {

    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);
    private final InMemoryGate gate = new InMemoryGate(clock);
    private final Parcel parcel = new Parcel(
            new Notice.Outage(List.of("a")), UUID.fromString("00000000-0000-0000-0000-000000000001"), Optional.empty());

    /** Knows one answer, and counts how often it is asked. */
    private static final class Asked implements Channel {
        private final Lookup answer;
        private int times;

        Asked(Lookup answer) {
            this.answer = answer;
        }

        @Override
        public ChannelName name() {
            return ChannelName.SLACK;
        }

        @Override
        public String recipient() {
            return "slack:#ops";
        }

        @Override
        public Rate rate() {
            return new Rate(1, 1);
        }

        @Override
        public Delivery deliver(Parcel parcel) {
            throw new IllegalStateException("only asked");
        }

        @Override
        public Lookup find(Parcel parcel) {
            times++;
            return answer;
        }
    }

    @Test
    void a_channel_that_asked_for_time_is_not_asked() throws Exception {
        Asked channel = new Asked(new Lookup.Absent());
        gate.close(ChannelName.SLACK, "slack:#ops", REST);

        assertThat(new Lookups(gate).ask(channel, parcel)).isEqualTo(Lookup.Later.answered(Optional.of(REST)));
        assertThat(channel.times).isZero();
    }

    @Test
    void one_that_asks_for_time_when_it_is_asked_gets_it_from_everybody() throws Exception {
        new Lookups(gate).ask(new Asked(Lookup.Later.answered(Optional.of(REST))), parcel);

        assertThat(gate.rest(ChannelName.SLACK, "slack:#ops")).isEqualTo(REST);
    }

    @Test
    void a_delay_of_our_own_closes_nothing() throws Exception {
        Lookup later = new Lookup.Later(Optional.of(REST));

        assertThat(new Lookups(gate).ask(new Asked(later), parcel)).isEqualTo(later);
        assertThat(gate.rest(ChannelName.SLACK, "slack:#ops")).isZero();
    }
}
