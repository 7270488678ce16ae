package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.X_FRAME_OPTIONS_ALLOW_FROM_ORIGIN;
import static io.secplat.workers.scan.headers.observatory.Rating.X_FRAME_OPTIONS_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.X_FRAME_OPTIONS_IMPLEMENTED_VIA_CSP;
import static io.secplat.workers.scan.headers.observatory.Rating.X_FRAME_OPTIONS_NOT_IMPLEMENTED;
import static io.secplat.workers.scan.headers.observatory.Rating.X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY;

import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.Set;

/** X-Frame-Options (RFC 7034); a policy that names {@code frame-ancestors} makes it needless. */
final class FrameOptionsRule implements Rule {

    private static final int LONGEST = 1_024;
    private static final Set<Rating> PASSING = Set.of(
            X_FRAME_OPTIONS_ALLOW_FROM_ORIGIN, X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY, X_FRAME_OPTIONS_IMPLEMENTED_VIA_CSP);

    @Override
    public TestResult judge(Site site) {
        Rating rating = PagePolicy.of(site).namesFrameAncestors()
                ? X_FRAME_OPTIONS_IMPLEMENTED_VIA_CSP
                : site.reply()
                        .headers()
                        .nonEmpty("x-frame-options")
                        .map(FrameOptionsRule::rating)
                        .orElse(X_FRAME_OPTIONS_NOT_IMPLEMENTED);
        return TestResult.of(Topic.X_FRAME_OPTIONS, rating, PASSING);
    }

    private static Rating rating(String value) {
        String option = Text.lower(Text.trimmed(Text.first(LONGEST, value)));
        if (option.equals("deny") || option.equals("sameorigin")) {
            return X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY;
        }
        return option.startsWith("allow-from") ? X_FRAME_OPTIONS_ALLOW_FROM_ORIGIN : X_FRAME_OPTIONS_HEADER_INVALID;
    }
}
