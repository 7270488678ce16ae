package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanSourceTest {

    private static final String PLAN = "{\"routes\":[{\"name\":\"ops\",\"channels\":[\"slack\"]}]}";

    @TempDir
    private Path directory;

    @Test
    void a_plan_is_read_from_a_file_or_from_the_setting_itself() throws IOException {
        Path file = Files.writeString(directory.resolve("routes.json"), PLAN);

        RoutePlan plan = new PlanSource(Optional.of(file.toString()), Optional.empty()).load();

        assertThat(plan.routes()).extracting(Route::name).containsExactly("ops");
        assertThat(new PlanSource(Optional.empty(), Optional.of(PLAN)).load()).isEqualTo(plan);
    }

    @Test
    void without_both_the_default_plan_counts() {
        assertThat(new PlanSource(Optional.empty(), Optional.empty()).load()).isEqualTo(RoutePlan.DEFAULT);
    }

    @Test
    void both_at_once_are_refused() {
        refused(
                Optional.of("routes.json"),
                Optional.of(PLAN),
                "NOTIFY_ROUTES_FILE and NOTIFY_ROUTES are both set; set one of them");
    }

    @Test
    void what_is_wrong_is_told_with_the_setting() throws IOException {
        Path file = Files.writeString(directory.resolve("routes.json"), "{\"routes\":[]}");
        String empty = "routes: is empty; leave it out or name something";

        refused(Optional.of(file.toString()), Optional.empty(), "NOTIFY_ROUTES_FILE: " + empty);
        refused(Optional.empty(), Optional.of("{\"routes\":[]}"), "NOTIFY_ROUTES: " + empty);
    }

    @Test
    void a_file_that_cannot_be_read_is_no_plan() throws IOException {
        Path large = Files.writeString(directory.resolve("large.json"), " ".repeat(256 * 1024 + 1));
        Path latin = Files.write(directory.resolve("latin.json"), new byte[] {'"', (byte) 0xe4, '"'});

        refused(
                Optional.of(directory.resolve("none.json").toString()),
                Optional.empty(),
                "NOTIFY_ROUTES_FILE: the file cannot be read");
        refused(Optional.of(directory.toString()), Optional.empty(), "NOTIFY_ROUTES_FILE: the file cannot be read");
        refused(
                Optional.of(large.toString()),
                Optional.empty(),
                "NOTIFY_ROUTES_FILE: plan: has more than 262144 bytes");
        refused(Optional.of(latin.toString()), Optional.empty(), "NOTIFY_ROUTES_FILE: plan: is not written in UTF-8");
    }

    private static void refused(Optional<String> file, Optional<String> text, String message) {
        assertThatThrownBy(() -> new PlanSource(file, text).load())
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(message);
    }
}
