package io.secplat.api.alerts;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:00Z");
    private static final Instant T1 = T0.plusSeconds(60);
    private static final Instant T2 = T0.plusSeconds(120);
    private static final AlertState NONE = AlertState.none("billing-web");

    @Test
    void an_asset_that_goes_down_fires_and_is_told_once() {
        AlertStep first = AlertRules.evaluate(NONE, down(T0, false), T0);
        AlertStep second = AlertRules.evaluate(first.after(), down(T0, false), T1);

        assertThat(first.tellings()).containsExactly(Telling.DOWN);
        assertThat(first.after().open()).isTrue();
        assertThat(first.after().bucket(false, T0)).isEqualTo(AlertBucket.FIRING);
        assertThat(second.changes()).isFalse();
    }

    @Test
    void an_alert_that_opens_under_a_window_is_suppressed_and_told_when_the_window_ends() {
        AlertStep quiet = AlertRules.evaluate(NONE, down(T0, true), T0);
        AlertStep loud = AlertRules.evaluate(quiet.after(), down(T0, false), T1);

        assertThat(quiet.tellings()).isEmpty();
        assertThat(quiet.after().bucket(true, T0)).isEqualTo(AlertBucket.SUPPRESSED);
        assertThat(loud.tellings()).containsExactly(Telling.DOWN);
        assertThat(loud.after().bucket(false, T1)).isEqualTo(AlertBucket.FIRING);
    }

    @Test
    void a_person_can_keep_an_alert_quiet_until_a_time() {
        AlertState muted =
                new AlertState("billing-web", null, T1, null, null, null, false, null, null, null, false, null, null);

        AlertStep during = AlertRules.evaluate(muted, down(T0, false), T0);
        AlertStep after = AlertRules.evaluate(during.after(), down(T0, false), T1);

        assertThat(during.tellings()).isEmpty();
        assertThat(during.after().bucket(false, T0)).isEqualTo(AlertBucket.SUPPRESSED);
        assertThat(after.tellings()).containsExactly(Telling.DOWN);
    }

    @Test
    void recovery_resolves_the_alert_ends_its_ack_and_is_told_if_the_outage_was() {
        AlertState acked = acked(AlertRules.evaluate(NONE, down(T0, false), T0).after());
        AlertStep step = AlertRules.evaluate(acked, up(T1), T1);

        assertThat(step.tellings()).containsExactly(Telling.RECOVERED);
        assertThat(step.after().bucket(false, T1)).isEqualTo(AlertBucket.RESOLVED);
        assertThat(step.after().ack()).isNull();
        assertThat(step.after().resolvedAt()).isEqualTo(T1);
        assertThat(AlertRules.evaluate(step.after(), up(T1), T2).changes()).isFalse();
    }

    @Test
    void recovery_from_an_outage_that_nobody_was_told_of_is_not_told() {
        AlertState quiet = AlertRules.evaluate(NONE, down(T0, true), T0).after();

        assertThat(AlertRules.evaluate(quiet, up(T1), T1).tellings()).isEmpty();
    }

    @Test
    void the_next_outage_after_a_recovery_fires_again() {
        AlertState told = acked(AlertRules.evaluate(NONE, down(T0, false), T0).after());
        AlertState over = AlertRules.evaluate(told, up(T1), T1).after();
        AlertStep again = AlertRules.evaluate(over, down(T2, false), T2);

        assertThat(again.tellings()).containsExactly(Telling.DOWN);
        assertThat(again.after().bucket(false, T2)).isEqualTo(AlertBucket.FIRING);
    }

    @Test
    void silence_neither_opens_an_alert_nor_ends_one() {
        AlertState told = AlertRules.evaluate(NONE, down(T0, false), T0).after();

        assertThat(AlertRules.evaluate(NONE, seen(AssetStatus.STALE, false, T0), T0)
                        .changes())
                .isFalse();
        assertThat(AlertRules.evaluate(NONE, seen(AssetStatus.UNKNOWN, false, T0), T0)
                        .changes())
                .isFalse();
        assertThat(AlertRules.evaluate(told, seen(AssetStatus.STALE, false, T1), T1)
                        .after()
                        .open())
                .isTrue();
    }

    @Test
    void an_acknowledged_alert_stays_acknowledged_while_the_outage_lasts() {
        AlertState acked = acked(AlertRules.evaluate(NONE, down(T0, false), T0).after());
        AlertStep step = AlertRules.evaluate(acked, down(T0, false), T2);

        assertThat(step.tellings()).isEmpty();
        assertThat(step.after().bucket(false, T2)).isEqualTo(AlertBucket.ACKED);
    }

    @Test
    void flapping_is_told_once_per_episode_and_keeps_an_open_alert_open() {
        AlertStep starts = AlertRules.evaluate(NONE, seen(AssetStatus.UP, true, T0), T0);
        AlertStep goesOn = AlertRules.evaluate(starts.after(), seen(AssetStatus.UP, true, T1), T1);
        AlertState ended = AlertRules.evaluate(goesOn.after(), up(T1), T2).after();
        AlertStep next = AlertRules.evaluate(ended, seen(AssetStatus.UP, true, T2), T2);

        assertThat(starts.tellings()).containsExactly(Telling.FLAPPING);
        assertThat(starts.after().open()).isFalse();
        assertThat(goesOn.tellings()).isEmpty();
        assertThat(next.tellings()).containsExactly(Telling.FLAPPING);

        AlertState told = AlertRules.evaluate(NONE, down(T0, false), T0).after();
        assertThat(AlertRules.evaluate(told, seen(AssetStatus.UP, true, T1), T1)
                        .after()
                        .open())
                .isTrue();
    }

    @Test
    void flapping_that_begins_under_a_window_is_not_told() {
        Sighting quiet = new Sighting.Watched(document("billing-web", AssetStatus.UP, true, T0), true);

        assertThat(AlertRules.evaluate(NONE, quiet, T0).tellings()).isEmpty();
    }

    @Test
    void an_asset_that_is_no_longer_monitored_ends_its_alert_silently() {
        AlertState told = AlertRules.evaluate(NONE, down(T0, false), T0).after();
        AlertStep step = AlertRules.evaluate(told, new Sighting.Gone(), T1);

        assertThat(step.tellings()).isEmpty();
        assertThat(step.after().bucket(false, T1)).isEqualTo(AlertBucket.RESOLVED);
        assertThat(AlertRules.evaluate(NONE, new Sighting.Gone(), T1).changes()).isFalse();
    }

    @Test
    void an_asset_whose_status_is_missing_is_left_alone() {
        AlertState told = AlertRules.evaluate(NONE, down(T0, false), T0).after();

        assertThat(AlertRules.evaluate(told, new Sighting.Unseen(), T1).changes())
                .isFalse();
    }

    private static AlertState acked(AlertState state) {
        return new AlertState(
                state.assetKey(),
                new AlertState.Ack("on it", "mira", T0),
                null,
                null,
                null,
                null,
                state.open(),
                state.openedAt(),
                null,
                state.changeAt(),
                state.flapping(),
                state.notifiedDownAt(),
                null);
    }

    private static Sighting down(Instant since, boolean suppressed) {
        return new Sighting.Watched(document("billing-web", AssetStatus.DOWN, false, since), suppressed);
    }

    private static Sighting up(Instant since) {
        return seen(AssetStatus.UP, false, since);
    }

    private static Sighting seen(AssetStatus status, boolean flapping, Instant since) {
        return new Sighting.Watched(document("billing-web", status, flapping, since), false);
    }
}
