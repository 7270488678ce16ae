package io.secplat.workers.scan.tls.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class KnownPrimesTest {

    private static final int CERTAINTY = 20;

    @Test
    void each_is_a_prime_of_the_size_in_its_definition_and_the_shorter_ones_are_proved_safe() {
        assertThat(KnownPrimes.names()).hasSize(9);
        assertThat(KnownPrimes.names().keySet()).allSatisfy(prime -> {
            assertThat(prime.isProbablePrime(CERTAINTY)).isTrue();
            assertThat(prime.bitLength() > 2_048 || prime.shiftRight(1).isProbablePrime(CERTAINTY))
                    .isTrue();
            assertThat(prime.bitLength()).isIn(768, 1_024, 1_536, 2_048, 3_072, 4_096);
        });
    }

    @Test
    void the_second_group_is_the_one_that_the_rfc_prints() {
        BigInteger printed = new BigInteger(
                "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                        + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                        + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                16);

        assertThat(KnownPrimes.name(printed)).contains("RFC 2409 group 2");
        assertThat(KnownPrimes.name(printed.add(BigInteger.TWO))).isEmpty();
    }
}
