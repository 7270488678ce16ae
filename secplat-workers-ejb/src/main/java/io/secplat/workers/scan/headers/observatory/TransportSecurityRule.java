package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_IMPLEMENTED_MAX_AGE_LESS_THAN_SIX_MONTHS;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_INVALID_CERT;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_NOT_IMPLEMENTED;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_NOT_IMPLEMENTED_NO_HTTPS;
import static io.secplat.workers.scan.headers.observatory.Rating.HSTS_PRELOADED;

import io.secplat.workers.scan.headers.seen.Reply;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strict-Transport-Security (RFC 6797): an age of at least six months, on a host whose certificate is good. */
final class TransportSecurityRule implements Rule {

    /** Seconds; a little less than half a year, because many sites count so. */
    static final double SIX_MONTHS = 15_552_000;

    private static final int LONGEST = 1_024;
    private static final int LONGEST_PARAMETER = 128;
    private static final String MAX_AGE = "max-age=";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("([+-]?[0-9]+).*", Pattern.DOTALL);
    private static final Set<Rating> PASSING = Set.of(HSTS_PRELOADED, HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS);

    private final Preloads preloads;

    TransportSecurityRule(Preloads preloads) {
        this.preloads = preloads;
    }

    @Override
    public TestResult judge(Site site) {
        return TestResult.of(Topic.STRICT_TRANSPORT_SECURITY, rating(site), PASSING);
    }

    private Rating rating(Site site) {
        if (site.https().isEmpty()) {
            return HSTS_NOT_IMPLEMENTED_NO_HTTPS;
        }
        return preloads.cover(site.host())
                ? HSTS_PRELOADED
                : rating(site.https().get());
    }

    private static Rating rating(Reply reply) {
        return reply.verified()
                ? reply.headers()
                        .value("strict-transport-security")
                        .map(TransportSecurityRule::rating)
                        .orElse(HSTS_NOT_IMPLEMENTED)
                : HSTS_INVALID_CERT;
    }

    private static Rating rating(String header) {
        String value = Text.first(LONGEST, header);
        Optional<Double> age = value.contains(",") ? Optional.empty() : maxAge(value);
        return age.map(seconds -> seconds < SIX_MONTHS
                        ? HSTS_IMPLEMENTED_MAX_AGE_LESS_THAN_SIX_MONTHS
                        : HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS)
                .orElse(HSTS_HEADER_INVALID);
    }

    private static Optional<Double> maxAge(String value) {
        return Arrays.stream(value.split(";", -1))
                .map(part -> Text.lower(Text.trimmed(part)))
                .filter(part -> part.startsWith(MAX_AGE))
                .map(part -> Text.first(LONGEST_PARAMETER, part).substring(MAX_AGE.length()))
                .reduce((earlier, later) -> later)
                .map(TransportSecurityRule::seconds);
    }

    /** An age that is no number, such as one in quotes, is not less than six months: the Observatory reads it so. */
    private static double seconds(String text) {
        Matcher number = WHOLE_NUMBER.matcher(Text.trimmed(text));
        return number.matches() ? Double.parseDouble(number.group(1)) : Double.NaN;
    }
}
