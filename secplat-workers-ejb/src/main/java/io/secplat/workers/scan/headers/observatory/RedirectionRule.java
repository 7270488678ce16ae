package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_ALL_REDIRECTS_PRELOADED;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_INVALID_CERT;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_MISSING;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_NOT_NEEDED_NO_HTTP;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_NOT_TO_HTTPS;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_NOT_TO_HTTPS_ON_INITIAL_REDIRECTION;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_OFF_HOST_FROM_HTTP;
import static io.secplat.workers.scan.headers.observatory.Rating.REDIRECTION_TO_HTTPS;

import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.WebAddress;
import java.util.List;
import java.util.Set;

/** From http:// to https:// of the same host at once, so that the host can tell browsers to stay there. */
final class RedirectionRule implements Rule {

    private static final Set<Rating> PASSING =
            Set.of(REDIRECTION_NOT_NEEDED_NO_HTTP, REDIRECTION_ALL_REDIRECTS_PRELOADED, REDIRECTION_TO_HTTPS);

    private final Preloads preloads;

    RedirectionRule(Preloads preloads) {
        this.preloads = preloads;
    }

    @Override
    public TestResult judge(Site site) {
        return TestResult.of(Topic.REDIRECTION, rating(site), PASSING);
    }

    private Rating rating(Site site) {
        if (site.http().isEmpty()) {
            return REDIRECTION_NOT_NEEDED_NO_HTTP;
        }
        if (!site.http().get().verified()) {
            return REDIRECTION_INVALID_CERT;
        }
        List<WebAddress> route = site.route();
        return route.stream().allMatch(step -> preloads.cover(step.host()))
                ? REDIRECTION_ALL_REDIRECTS_PRELOADED
                : rating(route);
    }

    private static Rating rating(List<WebAddress> route) {
        if (route.size() == 1) {
            return REDIRECTION_MISSING;
        }
        WebAddress start = route.get(0);
        WebAddress first = route.get(1);
        if (!route.get(route.size() - 1).secure()) {
            return REDIRECTION_NOT_TO_HTTPS;
        }
        if (!first.secure()) {
            return REDIRECTION_NOT_TO_HTTPS_ON_INITIAL_REDIRECTION;
        }
        return start.secure() || start.host().equals(first.host())
                ? REDIRECTION_TO_HTTPS
                : REDIRECTION_OFF_HOST_FROM_HTTP;
    }
}
