package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.guard.Host;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {

    @ParameterizedTest
    @CsvSource({
        "www.example.com, www.example.com, true",
        "WWW.Example.com, www.example.com, true",
        "www.example.com, example.com, false",
        "*.example.com, www.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.b.example.com, false",
        "*.com, example.com, false",
        "w*.example.com, www.example.com, false",
        "*, localhost, false",
        "*.example.com, 192.0.2.1, false"
    })
    void a_star_stands_for_the_leftmost_label_alone(String pattern, String host, boolean covered) {
        CertificateNames names = new CertificateNames(List.of(pattern), List.of());

        assertThat(names.cover(Host.parse(host))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8:0:0:0:0:0:1, 2001:db8::1, true"})
    void an_address_is_covered_by_itself_alone(String address, String host, boolean covered) {
        CertificateNames names = new CertificateNames(List.of(address), List.of(address));

        assertThat(names.cover(Host.parse(host))).isEqualTo(covered);
    }
}
