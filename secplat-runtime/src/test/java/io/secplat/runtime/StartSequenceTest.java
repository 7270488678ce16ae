package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StartSequenceTest {

    private final List<String> ran = new ArrayList<>();
    private final Journal journal =
            new Journal("test", Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void steps_of_this_servers_roles_run_lowest_first() throws InterruptedException {
        StartSequence sequence = sequence(
                step(Role.API, "users", StartStep.CONTENT, 0),
                step(Role.API, "schema", StartStep.SCHEMA, 0),
                step(Role.DERIVER, "foreign", StartStep.SCHEMA, 0),
                step(Role.API, "key", StartStep.SETTINGS, 0));

        sequence.checkSettings();
        assertThat(sequence.isDone()).isFalse();
        assertThat(sequence.complete()).isTrue();

        assertThat(ran).containsExactly("key", "schema", "users");
        assertThat(sequence.isDone()).isTrue();
        assertThat(sequence.lastError()).isNull();
    }

    @Test
    void a_step_whose_dependency_is_away_is_tried_again_before_the_next() throws InterruptedException {
        StartSequence sequence =
                sequence(step(Role.API, "schema", StartStep.SCHEMA, 1), step(Role.API, "users", StartStep.CONTENT, 0));

        assertThat(sequence.complete()).isTrue();

        assertThat(ran).containsExactly("schema", "schema", "users");
        assertThat(sequence.lastError()).isEqualTo("IllegalStateException");
    }

    @Test
    void a_wrong_setting_stops_the_start() {
        StartSequence sequence = sequence(step(Role.API, "key", StartStep.SETTINGS, 1));

        assertThatThrownBy(sequence::checkSettings).hasMessage("key is not there");
    }

    @Test
    void stopping_ends_the_wait_for_a_dependency() {
        StartSequence sequence = sequence(step(Role.API, "schema", StartStep.SCHEMA, Integer.MAX_VALUE));
        CompletableFuture<Boolean> completed = CompletableFuture.supplyAsync(() -> {
            try {
                return sequence.complete();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        sequence.stop();

        assertThat(completed.join()).isFalse();
        assertThat(sequence.isDone()).isFalse();
        assertThat(sequence.current()).isEqualTo("schema");
    }

    private StartSequence sequence(StartStep... steps) {
        return new StartSequence(List.of(steps), new Roles(java.util.Set.of(Role.API)), journal);
    }

    private StartStep step(Role role, String name, int order, int failures) {
        int[] left = {failures};
        return new StartStep() {
            @Override
            public Role role() {
                return role;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public void run() {
                ran.add(name);
                if (left[0]-- > 0) {
                    throw new IllegalStateException(name + " is not there");
                }
            }
        };
    }
}
