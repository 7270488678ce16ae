package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.CORP_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.CORP_IMPLEMENTED_WITH_CROSS_ORIGIN;
import static io.secplat.workers.scan.headers.observatory.Rating.CORP_IMPLEMENTED_WITH_SAME_ORIGIN;
import static io.secplat.workers.scan.headers.observatory.Rating.CORP_IMPLEMENTED_WITH_SAME_SITE;
import static io.secplat.workers.scan.headers.observatory.Rating.CORP_NOT_IMPLEMENTED;

import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.Map;

/** Cross-Origin-Resource-Policy (Fetch Standard): anything that is one passes, and so does none. */
final class ResourcePolicyRule implements Rule {

    private static final int LONGEST = 256;
    private static final Map<String, Rating> VALUES = Map.of(
            "", CORP_NOT_IMPLEMENTED,
            "same-origin", CORP_IMPLEMENTED_WITH_SAME_ORIGIN,
            "same-site", CORP_IMPLEMENTED_WITH_SAME_SITE,
            "cross-origin", CORP_IMPLEMENTED_WITH_CROSS_ORIGIN);

    @Override
    public TestResult judge(Site site) {
        String value = site.reply()
                .headers()
                .value("cross-origin-resource-policy")
                .map(text -> Text.lower(Text.trimmed(Text.first(LONGEST, text))))
                .orElse("");
        Rating rating = VALUES.getOrDefault(value, CORP_HEADER_INVALID);
        return new TestResult(Topic.CROSS_ORIGIN_RESOURCE_POLICY, rating, rating != CORP_HEADER_INVALID);
    }
}
