package io.secplat.workers.scan.headers.suffix;

import static io.secplat.workers.scan.headers.PublicSuffixes.Scope.ALL;
import static io.secplat.workers.scan.headers.PublicSuffixes.Scope.REGISTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedSuffixesTest {

    private final ListedSuffixes suffixes = ListedSuffixes.bundled();

    @ParameterizedTest
    @CsvSource({
        "www.site.com, site.com",
        "a.b.site.co.uk, site.co.uk",
        "site.co.uk., site.co.uk",
        "www.ck, www.ck",
        "x.y.kawasaki.jp, x.y.kawasaki.jp",
        "www.city.kawasaki.jp, city.kawasaki.jp",
        "host.lan, host.lan",
        "a.host.lan, host.lan"
    })
    void the_registered_domain_is_one_label_more_than_its_suffix(String host, String domain) {
        assertThat(suffixes.registrableDomain(host, REGISTRIES)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "co.uk", "localhost", "127.0.0.1", "::1", "a..b", "", "-a.com", "y.kawasaki.jp"})
    void suffixes_addresses_and_what_is_no_name_have_none(String host) {
        assertThat(suffixes.registrableDomain(host, REGISTRIES)).isEmpty();
    }

    @Test
    void companies_that_give_out_names_count_when_asked_for() {
        assertThat(suffixes.registrableDomain("me.github.io", REGISTRIES)).contains("github.io");
        assertThat(suffixes.registrableDomain("me.github.io", ALL)).contains("me.github.io");
    }
}
