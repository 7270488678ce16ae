package io.secplat.workers.scan.tls.probe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Primes that many servers share, which makes them worth a great effort of precomputation. They follow from their definitions:
 * {@code 2^n - 2^(n-64) - 1 + 2^64 * (floor(2^(n-130) * c) + k)} with pi for c in RFC 2409 and RFC 3526, and e in RFC 7919.
 */
final class KnownPrimes {

    private static final int DIGITS = 1_300;

    private record Definition(String name, int bits, BigDecimal constant, int offset) {

        BigInteger prime() {
            BigInteger middle = constant.multiply(new BigDecimal(power(bits - 130)))
                    .toBigInteger()
                    .add(BigInteger.valueOf(offset));
            return power(bits)
                    .subtract(power(bits - 64))
                    .subtract(BigInteger.ONE)
                    .add(middle.shiftLeft(64));
        }

        private static BigInteger power(int exponent) {
            return BigInteger.ONE.shiftLeft(exponent);
        }
    }

    private static final BigDecimal PI = pi();
    private static final BigDecimal E = e();

    private static final Map<BigInteger, String> NAMES = java.util.stream.Stream.of(
                    new Definition("RFC 2409 group 1", 768, PI, 149_686),
                    new Definition("RFC 2409 group 2", 1_024, PI, 129_093),
                    new Definition("RFC 3526 group 5", 1_536, PI, 741_804),
                    new Definition("RFC 3526 group 14", 2_048, PI, 124_476),
                    new Definition("RFC 3526 group 15", 3_072, PI, 1_690_314),
                    new Definition("RFC 3526 group 16", 4_096, PI, 240_904),
                    new Definition("RFC 7919 ffdhe2048", 2_048, E, 560_316),
                    new Definition("RFC 7919 ffdhe3072", 3_072, E, 2_625_351),
                    new Definition("RFC 7919 ffdhe4096", 4_096, E, 5_736_041))
            .collect(Collectors.toUnmodifiableMap(Definition::prime, Definition::name));

    private KnownPrimes() {}

    static Map<BigInteger, String> names() {
        return NAMES;
    }

    /** Where that prime stands, when it is a common one. */
    static Optional<String> name(BigInteger prime) {
        return Optional.ofNullable(NAMES.get(prime));
    }

    /** By the formula of Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
    private static BigDecimal pi() {
        return arctanOfInverse(5)
                .multiply(BigDecimal.valueOf(16))
                .subtract(arctanOfInverse(239).multiply(BigDecimal.valueOf(4)));
    }

    private static BigDecimal arctanOfInverse(int x) {
        BigDecimal square = BigDecimal.valueOf((long) x * x);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(x), DIGITS, RoundingMode.DOWN);
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; power.signum() != 0; n += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(n), DIGITS, RoundingMode.DOWN);
            sum = n % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square, DIGITS, RoundingMode.DOWN);
        }
        return sum;
    }

    private static BigDecimal e() {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0; n++) {
            term = term.divide(BigDecimal.valueOf(n), DIGITS, RoundingMode.DOWN);
            sum = sum.add(term);
        }
        return sum;
    }
}
