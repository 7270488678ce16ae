package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_PUBLIC_ACCESS;
import static io.secplat.workers.scan.headers.observatory.Rating.CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_RESTRICTED_ACCESS;
import static io.secplat.workers.scan.headers.observatory.Rating.CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_UNIVERSAL_ACCESS;
import static io.secplat.workers.scan.headers.observatory.Rating.CROSS_ORIGIN_RESOURCE_SHARING_NOT_IMPLEMENTED;

import io.secplat.workers.scan.headers.seen.CorsReply;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;

/** Cross-origin resource sharing (Fetch Standard): a site that lets any origin in with credentials is open to all. */
final class SharingRule implements Rule {

    private static final int LONGEST = 256;

    @Override
    public TestResult judge(Site site) {
        Rating rating = site.cors().map(SharingRule::rating).orElse(CROSS_ORIGIN_RESOURCE_SHARING_NOT_IMPLEMENTED);
        return new TestResult(
                Topic.CROSS_ORIGIN_RESOURCE_SHARING,
                rating,
                rating != CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_UNIVERSAL_ACCESS);
    }

    private static Rating rating(CorsReply reply) {
        String allowed = reply.headers().value("access-control-allow-origin").orElse("");
        if (allowed.isEmpty()) {
            return CROSS_ORIGIN_RESOURCE_SHARING_NOT_IMPLEMENTED;
        }
        if (Text.trimmed(Text.first(LONGEST, allowed)).equals("*")) {
            return CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_PUBLIC_ACCESS;
        }
        return allowed.equals(reply.origin()) && takesCredentials(reply)
                ? CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_UNIVERSAL_ACCESS
                : CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_RESTRICTED_ACCESS;
    }

    private static boolean takesCredentials(CorsReply reply) {
        String value = reply.headers().value("access-control-allow-credentials").orElse("");
        return Text.trimmed(Text.lower(value)).equals("true");
    }
}
