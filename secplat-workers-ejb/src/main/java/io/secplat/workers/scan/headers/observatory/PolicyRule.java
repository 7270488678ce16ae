package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.CSP_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_BUT_DUPLICATE_DIRECTIVES;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_INSECURE_SCHEME;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_NO_UNSAFE;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_UNSAFE_EVAL;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_UNSAFE_INLINE;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_NOT_IMPLEMENTED;
import static io.secplat.workers.scan.headers.observatory.Rating.CSP_NOT_IMPLEMENTED_BUT_REPORTING_ENABLED;

import io.secplat.workers.scan.headers.csp.Csp;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.Set;

/** Content-Security-Policy (W3C CSP Level 3): the worst thing that the policies of a page allow together. */
final class PolicyRule implements Rule {

    private static final Set<Rating> PASSING = Set.of(
            CSP_IMPLEMENTED_WITH_NO_UNSAFE,
            CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE,
            CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY,
            CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY);

    @Override
    public TestResult judge(Site site) {
        PagePolicy policy = PagePolicy.of(site);
        if (!policy.readable()) {
            return failed(CSP_HEADER_INVALID);
        }
        return policy.csp()
                .map(csp -> judge(csp, site.secure()))
                .orElseGet(() ->
                        failed(isReported(site) ? CSP_NOT_IMPLEMENTED_BUT_REPORTING_ENABLED : CSP_NOT_IMPLEMENTED));
    }

    private static TestResult judge(Csp csp, boolean secure) {
        Rating rating = rating(new SourceLists(csp), secure);
        if (!PASSING.contains(rating)) {
            return failed(rating);
        }
        return new TestResult(
                Topic.CONTENT_SECURITY_POLICY,
                csp.repeated().isEmpty() ? rating : CSP_IMPLEMENTED_BUT_DUPLICATE_DIRECTIVES,
                true);
    }

    private static Rating rating(SourceLists lists, boolean secure) {
        if (lists.isDeadlocked()) {
            return CSP_HEADER_INVALID;
        }
        if (lists.scriptsAreOpen()) {
            return CSP_IMPLEMENTED_WITH_UNSAFE_INLINE;
        }
        if (secure && lists.loadsActiveInsecurely()) {
            return CSP_IMPLEMENTED_WITH_INSECURE_SCHEME;
        }
        if (lists.evaluates()) {
            return CSP_IMPLEMENTED_WITH_UNSAFE_EVAL;
        }
        if (secure && lists.loadsPassiveInsecurely()) {
            return CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY;
        }
        if (lists.stylesAreOpen()) {
            return CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY;
        }
        return lists.startsFromNothing()
                ? CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE
                : CSP_IMPLEMENTED_WITH_NO_UNSAFE;
    }

    private static boolean isReported(Site site) {
        return site.reply()
                .headers()
                .nonEmpty("content-security-policy-report-only")
                .isPresent();
    }

    private static TestResult failed(Rating rating) {
        return new TestResult(Topic.CONTENT_SECURITY_POLICY, rating, false);
    }
}
