package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.REFERRER_POLICY_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.REFERRER_POLICY_NOT_IMPLEMENTED;
import static io.secplat.workers.scan.headers.observatory.Rating.REFERRER_POLICY_PRIVATE;
import static io.secplat.workers.scan.headers.observatory.Rating.REFERRER_POLICY_UNSAFE;

import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Referrer-Policy (W3C): of header and page, the last policy that is one counts. */
final class ReferrerRule implements Rule {

    private static final Set<String> GOOD =
            Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
    private static final Set<String> BAD =
            Set.of("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade");
    private static final Set<Rating> PASSING = Set.of(REFERRER_POLICY_PRIVATE, REFERRER_POLICY_NOT_IMPLEMENTED);

    @Override
    public TestResult judge(Site site) {
        Optional<String> header = site.reply().headers().value("referrer-policy");
        List<String> all =
                Stream.concat(header.stream(), site.page().referrer().stream()).toList();
        Rating rating = all.isEmpty() ? REFERRER_POLICY_NOT_IMPLEMENTED : rating(all);
        return TestResult.of(Topic.REFERRER_POLICY, rating, PASSING);
    }

    private static Rating rating(List<String> all) {
        return Arrays.stream(String.join(", ", all).split(",", -1))
                .map(policy -> Text.trimmed(Text.lower(policy)))
                .filter(policy -> GOOD.contains(policy) || BAD.contains(policy))
                .reduce((earlier, later) -> later)
                .map(policy -> GOOD.contains(policy) ? REFERRER_POLICY_PRIVATE : REFERRER_POLICY_UNSAFE)
                .orElse(REFERRER_POLICY_HEADER_INVALID);
    }
}
