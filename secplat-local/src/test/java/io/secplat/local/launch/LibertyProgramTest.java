package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibertyProgramTest {

    private static final Path SHIPPED = Path.of(System.getProperty("user.dir"), "..", "liberty");
    private static final List<Part> THAT_WAIT = List.of(Part.INGESTION, Part.DERIVER, Part.CORRELATOR, Part.NOTIFIER);

    @TempDir
    Path folder;

    @BeforeEach
    void an_application() throws IOException {
        write(layout().application(), "an EAR");
        write(layout().libertyConfiguration().resolve("common/http.xml"), "<server/>");
    }

    @Test
    void the_jvm_starts_as_the_folder_of_the_server_says() throws IOException {
        write(configuration("jvm.options"), "# little memory\n-Xmx99m\n\n  -Xss300k  \n");
        write(configuration("server.env"), "# few arenas\nMALLOC_ARENA_MAX=3\nGIVEN=file\n");

        Command command = prepare(Part.NOTIFIER, Map.of("GIVEN", "person"));

        assertThat(command.words())
                .containsSubsequence("-Xmx99m", "-Xss300k", "-jar")
                .noneMatch(word -> word.startsWith("#") || word.isBlank());
        assertThat(command.environment())
                .containsEntry("MALLOC_ARENA_MAX", "3")
                .containsEntry("GIVEN", "person")
                .containsEntry("HTTP_PORT", "9999");
    }

    @Test
    void a_line_that_names_no_variable_stops_the_start() throws IOException {
        write(configuration("server.env"), "MALLOC_ARENA_MAX\n");

        assertThatThrownBy(() -> prepare(Part.NOTIFIER, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("server.env")
                .hasMessageContaining("MALLOC_ARENA_MAX");
    }

    @Test
    void a_server_whose_folder_says_nothing_of_its_heap_gets_one_for_one_persons_machine() throws IOException {
        write(layout().libertyConfiguration().resolve("api/server.xml"), "<server/>");
        write(layout().libertyConfiguration().resolve("scan-workers/server.xml"), "<server/>");

        assertThat(prepare(Part.API, Map.of()).words()).contains("-Xmx512m");
        assertThat(prepare(Part.SCAN_WORKERS, Map.of()).words()).contains("-Xmx192m");
    }

    @Test
    void workers_that_wait_are_shipped_with_a_heap_that_begins_small_and_with_few_arenas() throws IOException {
        for (Part part : THAT_WAIT) {
            ServerStart start = ServerStart.of(SHIPPED.resolve(part.title()));
            assertThat(start).as(part.title()).isEqualTo(ServerStart.of(SHIPPED.resolve("notifier")));
            assertThat(start.options())
                    .contains("-Xmx256m", "-Xms160m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");
            assertThat(start.environment()).containsExactlyEntriesOf(Map.of("MALLOC_ARENA_MAX", "2"));
        }
    }

    private Command prepare(Part part, Map<String, String> environment) throws IOException {
        return new LibertyProgram(part, 9999, layout(), environment).prepare();
    }

    private Path configuration(String file) {
        return layout().libertyConfiguration().resolve("notifier").resolve(file);
    }

    private Layout layout() {
        return new Layout(folder.resolve("root"), folder.resolve("data"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
