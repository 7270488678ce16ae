package io.secplat.workers.scan.tls.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherSuitesTest {

    @Test
    void every_suite_of_the_jdk_is_known() throws Exception {
        Set<String> known = CipherSuites.all().stream().map(CipherSuite::name).collect(Collectors.toSet());
        List<String> ofJdk = Arrays.stream(
                        SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
                .map(name -> name.replaceFirst("^SSL_", "TLS_"))
                .filter(name -> !name.contains("KRB5") && !name.endsWith("_SCSV"))
                .toList();

        assertThat(ofJdk).isNotEmpty().allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void each_number_stands_once() {
        assertThat(CipherSuites.all()).extracting(CipherSuite::code).doesNotHaveDuplicates();
        assertThat(CipherSuites.all()).extracting(CipherSuite::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_AES_128_GCM_SHA256, 128, true, true, false",
        "TLS_CHACHA20_POLY1305_SHA256, 256, true, true, false",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, 256, true, false, false",
        "TLS_RSA_WITH_AES_128_CCM_8, 128, false, true, false",
        "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA, 168, true, false, true",
        "TLS_RSA_WITH_DES_CBC_SHA, 56, false, false, true",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5, 40, false, false, true",
        "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA, 40, false, false, true",
        "TLS_RSA_EXPORT1024_WITH_RC2_CBC_56_MD5, 56, false, false, true",
        "TLS_RSA_WITH_NULL_SHA256, 0, false, false, true",
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384, 256, false, true, true",
        "TLS_RSA_WITH_SEED_CBC_SHA, 128, false, false, false",
        "SSL_CK_DES_192_EDE3_CBC_WITH_MD5, 168, false, false, true",
        "SSL_CK_RC4_128_EXPORT40_WITH_MD5, 40, false, false, true"
    })
    void a_name_tells_everything(String name, int bits, boolean secret, boolean aead, boolean weak) {
        CipherSuite suite = new CipherSuite(1, name);

        assertThat(suite.bits()).isEqualTo(bits);
        assertThat(suite.isForwardSecret()).isEqualTo(secret);
        assertThat(suite.isAead()).isEqualTo(aead);
        assertThat(suite.isWeak()).isEqualTo(weak);
    }

    @Test
    void each_version_has_its_own_suites() {
        assertThat(CipherSuites.of(Protocol.TLS_1_3)).hasSize(5).allMatch(CipherSuite::isTls13);
        assertThat(CipherSuites.of(Protocol.SSL_2)).hasSize(7).allMatch(CipherSuite::isSsl2);
        assertThat(CipherSuites.of(Protocol.TLS_1_1)).noneMatch(CipherSuite::isAead);
        assertThat(CipherSuites.of(Protocol.TLS_1_2)).containsAll(CipherSuites.of(Protocol.TLS_1_0));
    }

    @Test
    void the_best_are_offered_first_and_the_weak_last() {
        List<CipherSuite> offered = CipherSuites.of(Protocol.TLS_1_2);

        assertThat(offered.get(0)).matches(CipherSuite::isForwardSecret).matches(CipherSuite::isAead);
        assertThat(offered.get(offered.size() - 1)).matches(CipherSuite::isWeak);
    }

    @Test
    void a_number_that_nobody_knows_has_a_name_all_the_same() {
        assertThat(CipherSuites.of(0xFAFA).name()).isEqualTo("TLS_UNKNOWN_WITH_FAFA");
    }
}
