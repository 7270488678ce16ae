package io.secplat.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every role in one container, in the place of one for each role. */
@NeedsDocker
class SingleServerIT {

    @Test
    void one_server_with_every_role_tells_of_an_outage_and_of_its_end() throws IOException {
        try (ComposePlatform platform = ComposePlatform.ofOneServer()) {
            assertThat(platform.compose("ps", "--services"))
                    .contains("all")
                    .doesNotContain("api", "notifier", "deriver");
            JsonObject ready = platform.at("SECPLAT_API_PORT")
                    .get("/health/ready")
                    .expect(200)
                    .object();
            assertThat(ready.toString())
                    .contains("postgres", "redis", "opensearch", "worker-loops-run", "api-loops-run")
                    .doesNotContain("\"off\"");

            Http api = platform.admin();
            TargetOutage.check(platform, api);
        }
    }
}
