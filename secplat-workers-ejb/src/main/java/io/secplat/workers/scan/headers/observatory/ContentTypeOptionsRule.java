package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.X_CONTENT_TYPE_OPTIONS_HEADER_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.X_CONTENT_TYPE_OPTIONS_NOSNIFF;
import static io.secplat.workers.scan.headers.observatory.Rating.X_CONTENT_TYPE_OPTIONS_NOT_IMPLEMENTED;

import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.Text;
import java.util.Set;

/** X-Content-Type-Options: {@code nosniff}, once. */
final class ContentTypeOptionsRule implements Rule {

    private static final int LONGEST = 256;

    @Override
    public TestResult judge(Site site) {
        Rating rating = site.reply()
                .headers()
                .nonEmpty("x-content-type-options")
                .map(ContentTypeOptionsRule::rating)
                .orElse(X_CONTENT_TYPE_OPTIONS_NOT_IMPLEMENTED);
        return TestResult.of(Topic.X_CONTENT_TYPE_OPTIONS, rating, Set.of(X_CONTENT_TYPE_OPTIONS_NOSNIFF));
    }

    private static Rating rating(String value) {
        return Text.lower(Text.trimmed(Text.first(LONGEST, value))).equals("nosniff")
                ? X_CONTENT_TYPE_OPTIONS_NOSNIFF
                : X_CONTENT_TYPE_OPTIONS_HEADER_INVALID;
    }
}
