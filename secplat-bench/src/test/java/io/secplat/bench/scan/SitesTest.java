package io.secplat.bench.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SitesTest {

    @TempDir
    Path folder;

    @Test
    void every_site_has_a_name_of_its_own_and_answers_whoever_believes_the_authority() throws Exception {
        try (Sites sites = Sites.start(folder, 3)) {
            assertThat(sites.assets())
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.endsWith(".bench.example:" + sites.port()));
            assertThat(Files.readString(folder.resolve("hosts")))
                    .contains(
                            "127.0.0.1 localhost", "127.0.0.1 site-1.bench.example", "127.0.0.1 site-3.bench.example");
            assertThat(new BareClient(sites).perSecond(Duration.ofMillis(200))).isPositive();
            assertThat(new Usage(sites.process()).processor()).isPositive();
        }
    }
}
