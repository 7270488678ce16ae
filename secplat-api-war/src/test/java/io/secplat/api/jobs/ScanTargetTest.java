package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanTargetTest {

    @Test
    void a_name_with_a_port_is_split() {
        assertThat(target("external_web", "shop.example.org:9091", true).host()).isEqualTo("shop.example.org");
        assertThat(target("external_web", "shop.example.org:9091", true).port()).isEqualTo(9091);
        assertThat(target("external_web", "shop.example.org", true).host()).isEqualTo("shop.example.org");
        assertThat(target("external_web", "shop.example.org", true).port()).isNull();
    }

    @Test
    void only_a_verified_website_may_be_scanned() {
        assertThat(target("external_web", "a", true).obstacle()).isEmpty();
        assertThat(target("external_web", "a", false).obstacle()).contains("Domain not verified");
        assertThat(target("app", "a", true).obstacle()).contains("Target is not external_web");
    }

    private static ScanTarget target(String type, String name, boolean verified) {
        return new ScanTarget(19, "shop", type, name, verified, null);
    }
}
