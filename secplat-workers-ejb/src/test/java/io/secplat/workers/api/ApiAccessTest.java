package io.secplat.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiAccessTest {

    @Test
    void each_missing_setting_is_named_and_stops_the_start() {
        assertThatThrownBy(() -> access(Map.of()).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("API_URL is not set");
        assertThatThrownBy(() -> access(Map.of("API_URL", "http://api/api", "SCANNER_SERVICE_PASSWORD", " "))
                        .run())
                .hasMessageStartingWith("SCANNER_SERVICE_PASSWORD is not set")
                .hasMessageContaining("scan-workers");
    }

    @Test
    void with_both_the_role_starts() {
        assertThatCode(() -> access(Map.of("API_URL", "http://api/api", "SCANNER_SERVICE_PASSWORD", "xK4!pq9zLw"))
                        .run())
                .doesNotThrowAnyException();
    }

    @Test
    void it_comes_before_everything_else() {
        assertThat(access(Map.of()).order()).isEqualTo(StartStep.SETTINGS);
    }

    private static ApiAccess access(Map<String, String> settings) {
        return new ApiAccess(
                Role.SCAN_WORKERS, ServiceAccount.SCANNER, name -> Optional.ofNullable(settings.get(name)));
    }
}
