package io.secplat.workers.scan.headers.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secplat.workers.scan.headers.observatory.Preloads;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreloadFileTest {

    @TempDir
    Path folder;

    @Test
    void hosts_that_force_https_are_read_and_comments_and_others_are_not() throws Exception {
        Path file = file(
                """
                // A comment.
                {
                  "pinsets": [{"name": "test"}],
                  // Another.
                  "entries": [
                    { "name": "Shop.example", "policy": "custom", "mode": "force-https", "include_subdomains": true },
                    { "name": "alone.example", "mode": "force-https" },
                    // { "name": "gone.example", "mode": "force-https" },
                    { "name": "pinned.example", "include_subdomains": true }
                  ]
                }
                """);

        assertThat(PreloadFile.read(Optional.of(file)))
                .isEqualTo(new Preloads(Map.of("shop.example", true, "alone.example", false)));
    }

    @Test
    void without_a_file_no_host_is_known() {
        assertThat(PreloadFile.read(Optional.empty())).isEqualTo(Preloads.NONE);
    }

    @Test
    void a_file_that_is_no_list_is_refused_by_the_name_of_its_setting() throws Exception {
        for (String text : List.of(
                "",
                "{}",
                "[]",
                "{\"entries\": 7}",
                "{\"entries\": [7]}",
                "{\"entries\": [{\"mode\": \"force-https\"}]}",
                "{\"entries\": [")) {
            Path file = file(text);
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> PreloadFile.read(Optional.of(file)))
                    .withMessage("HSTS_PRELOAD_FILE names a file that is no preload list");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreloadFile.read(Optional.of(folder.resolve("nothing"))))
                .withMessage("HSTS_PRELOAD_FILE names a file that cannot be read");
    }

    @Test
    void a_file_that_is_too_long_is_not_read() throws Exception {
        Path file = file("");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(PreloadFile.LONGEST + 1);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreloadFile.read(Optional.of(file)))
                .withMessageContaining("more than");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("list.json"), text);
    }
}
