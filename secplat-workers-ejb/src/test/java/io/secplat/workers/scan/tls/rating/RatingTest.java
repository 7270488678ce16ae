package io.secplat.workers.scan.tls.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    private static final String STRONG = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";

    @ParameterizedTest
    @CsvSource({
        "100, A", "80, A", "79.9, B", "65, B", "64.9, C", "50, C", "49, D", "35, D", "34, E", "20, E", "19.9, F", "0, F"
    })
    void a_score_has_the_letter_of_table_1(double score, Letter letter) {
        assertThat(Letter.of(score)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"511, 20", "512, 40", "1023, 40", "1024, 80", "2047, 80", "2048, 90", "4095, 90", "4096, 100"})
    void a_key_has_the_score_of_the_guide(int bits, int score) {
        assertThat(Score.of(facts(bits, STRONG)).keyExchange()).isEqualTo(score);
    }

    @Test
    void protocols_and_ciphers_count_by_the_best_and_the_worst() {
        ServerFacts facts = new ServerFacts(
                List.of(
                        offer(Protocol.TLS_1_2, STRONG, "TLS_RSA_WITH_AES_128_CBC_SHA"),
                        offer(Protocol.SSL_3, "TLS_RSA_WITH_DES_CBC_SHA")),
                List.of(),
                List.of(certificate(2_048)),
                false,
                Optional.of(true),
                Optional.of(true),
                0);

        assertThat(Score.of(facts)).isEqualTo(new Score(90, 90, 60));
        assertThat(Score.of(facts).total()).isEqualTo(78);
    }

    @Test
    void a_mean_keeps_its_half() {
        ServerFacts facts = new ServerFacts(
                List.of(offer(Protocol.TLS_1_2, STRONG), offer(Protocol.TLS_1_1, STRONG)),
                List.of(),
                List.of(certificate(2_048)),
                false,
                Optional.of(true),
                Optional.of(true),
                0);

        assertThat(Score.of(facts).protocol()).isEqualTo(97.5);
    }

    @Test
    void nothing_in_one_category_is_nothing_at_all() {
        assertThat(new Score(100, 0, 100).total()).isZero();
        assertThat(new Score(100, 100, 0).total()).isZero();
        assertThat(new Score(0, 100, 100).total()).isZero();
        assertThat(new Score(100, 90, 100).total()).isEqualTo(97);
    }

    @Test
    void the_weakest_exchange_counts() {
        ServerFacts facts = new ServerFacts(
                List.of(offer(Protocol.TLS_1_2, STRONG)),
                List.of(new EphemeralKey("DH", 1_024, false), new EphemeralKey("ECDH", 3_072, true)),
                List.of(certificate(4_096)),
                false,
                Optional.of(true),
                Optional.empty(),
                0);

        assertThat(Score.of(facts).keyExchange()).isEqualTo(80);
    }

    @Test
    void trust_goes_before_name_and_both_before_security() {
        Rating rating = Rating.of(withCertificate(
                new CertificateFacts(Optional.of("nobody"), false, true, "RSA", 2_048, List.of("SHA256withRSA"))));

        assertThat(rating.letter()).isEqualTo(Letter.T);
        assertThat(rating.security()).isEqualTo(Letter.A);
        assertThat(rating.reasons()).extracting(Reason::cap).containsExactly(Letter.M, Letter.T, Letter.T, Letter.A);
    }

    @Test
    void an_insecure_signature_has_a_letter_of_its_own_although_nobody_trusts_it() {
        Rating rating = Rating.of(withCertificate(
                new CertificateFacts(Optional.of("weak"), true, false, "RSA", 2_048, List.of("MD5withRSA"))));

        assertThat(rating.letter()).isEqualTo(Letter.F);
    }

    @Test
    void a_reason_names_its_cap_and_its_section() {
        assertThat(Rating.of(facts(2_048, STRONG)).reasons())
                .extracting(Reason::toString)
                .containsExactly("at best A: no HSTS of 180 days or more was seen (2009e)");
    }

    @ParameterizedTest
    @CsvSource({
        "521, 15360",
        "512, 15360",
        "384, 7680",
        "256, 3072",
        "255, 3072",
        "224, 2048",
        "192, 1024",
        "160, 1024",
        "112, 512"
    })
    void a_curve_is_as_strong_as_an_rsa_key(int curve, int rsa) {
        assertThat(KeyStrength.ofCurve(curve)).isEqualTo(rsa);
    }

    private static ServerFacts facts(int bits, String... suites) {
        return new ServerFacts(
                List.of(offer(Protocol.TLS_1_2, suites)),
                List.of(),
                List.of(certificate(bits)),
                false,
                Optional.of(true),
                Optional.empty(),
                0);
    }

    private static ServerFacts withCertificate(CertificateFacts certificate) {
        return new ServerFacts(
                List.of(offer(Protocol.TLS_1_2, STRONG)),
                List.of(),
                List.of(certificate),
                false,
                Optional.of(true),
                Optional.empty(),
                0);
    }

    private static Offer offer(Protocol version, String... suites) {
        return new Offer(
                version,
                java.util.Arrays.stream(suites)
                        .map(name -> new CipherSuite(name.hashCode(), name))
                        .toList());
    }

    private static CertificateFacts certificate(int bits) {
        return new CertificateFacts(Optional.empty(), true, false, "RSA", bits, List.of("SHA256withRSA"));
    }
}
