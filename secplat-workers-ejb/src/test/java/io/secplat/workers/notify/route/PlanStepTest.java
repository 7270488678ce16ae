package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.StartSequence;
import io.secplat.workers.notify.channel.ChannelName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStepTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("notifier", Clock.systemUTC(), new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void a_notifier_does_not_start_with_a_plan_that_is_wrong() {
        StartSequence start = sequence(step("{\"routes\":[]}"), Role.NOTIFIER);

        assertThatThrownBy(start::checkSettings)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("NOTIFY_ROUTES: routes: is empty; leave it out or name something");
    }

    @Test
    void servers_of_other_roles_do_not_look_at_it() {
        sequence(step("{\"routes\":[]}"), Role.DERIVER).checkSettings();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_channel_that_is_not_there_is_a_warning_and_no_error() {
        sequence(
                        step(
                                "{\"routes\":[{\"name\":\"a\",\"channels\":[\"slack\",\"whatsapp\"]}],\"quiet\":[{\"name\":\"q\","
                                        + "\"during\":{\"days\":[\"sun\"],\"zone\":\"UTC\"},\"channels\":[\"jira\"],\"below\":\"high\"}]}"),
                        Role.NOTIFIER)
                .checkSettings();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"level\":\"warn\"") && line.contains("\"action\":\"notify.routes\""))
                .anyMatch(line -> line.contains("routes[0].channels: whatsapp is not configured"))
                .anyMatch(line -> line.contains("quiet[0].channels: jira is not configured"));
    }

    @Test
    void the_default_plan_warns_of_nothing() {
        assertThat(PlanWarning.of(RoutePlan.DEFAULT, List.of())).isEmpty();
    }

    private PlanStep step(String json) {
        return new PlanStep(
                new ConfiguredPlan(() -> new PlanSource(Optional.empty(), Optional.of(json)), Clock.systemUTC()),
                List.of(ChannelName.SLACK),
                journal);
    }

    private StartSequence sequence(PlanStep step, Role role) {
        return new StartSequence(List.of(step), new Roles(EnumSet.of(role)), journal);
    }
}
