package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_LOADED_SECURELY;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_NOT_IMPLEMENTED_BUT_ALL_SCRIPTS_LOADED_FROM_SECURE_ORIGIN;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_NOT_IMPLEMENTED_BUT_NO_SCRIPTS_LOADED;
import static io.secplat.workers.scan.headers.observatory.Rating.SRI_NOT_IMPLEMENTED_RESPONSE_NOT_HTML;

import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.scripts.ScriptOrigin;
import io.secplat.workers.scan.headers.seen.PageScript;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Subresource Integrity (W3C): scripts of other domains come over HTTPS and with a hash. */
final class IntegrityRule implements Rule {

    private static final Set<Rating> PASSING = Set.of(
            SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY,
            SRI_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_LOADED_SECURELY,
            SRI_NOT_IMPLEMENTED_RESPONSE_NOT_HTML,
            SRI_NOT_IMPLEMENTED_BUT_ALL_SCRIPTS_LOADED_FROM_SECURE_ORIGIN,
            SRI_NOT_IMPLEMENTED_BUT_NO_SCRIPTS_LOADED);

    private static final List<Rating> FROM_GOOD_TO_BAD = List.of(
            SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY,
            SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY,
            SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY,
            SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY);

    private final PublicSuffixes suffixes;

    IntegrityRule(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    @Override
    public TestResult judge(Site site) {
        return TestResult.of(Topic.SUBRESOURCE_INTEGRITY, rating(site), PASSING);
    }

    private Rating rating(Site site) {
        if (!site.isHtml()) {
            return SRI_NOT_IMPLEMENTED_RESPONSE_NOT_HTML;
        }
        List<PageScript> scripts = site.page().scripts();
        List<ScriptOrigin> origins = ScriptOrigin.all(site.page());
        if (scripts.isEmpty()) {
            return SRI_NOT_IMPLEMENTED_BUT_NO_SCRIPTS_LOADED;
        }
        return IntStream.range(0, scripts.size())
                .boxed()
                .flatMap(i -> rating(scripts.get(i), origins.get(i), site).stream())
                .reduce((one, other) -> one.orWorse(other, FROM_GOOD_TO_BAD))
                .orElseGet(() -> origins.stream().anyMatch(origin -> isForeign(origin, site))
                        ? SRI_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_LOADED_SECURELY
                        : SRI_NOT_IMPLEMENTED_BUT_ALL_SCRIPTS_LOADED_FROM_SECURE_ORIGIN);
    }

    /** What the script says by itself; a foreign one that is in order says nothing. */
    private Optional<Rating> rating(PageScript script, ScriptOrigin origin, Site site) {
        boolean hashed = script.integrity().isPresent();
        boolean secure = isSecure(origin, site);
        if (!isForeign(origin, site)) {
            return Optional.of(SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY).filter(bonus -> hashed && secure);
        }
        if (secure) {
            return Optional.of(SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY)
                    .filter(fault -> !hashed);
        }
        return Optional.of(
                hashed
                        ? SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY
                        : SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY);
    }

    private static boolean isSecure(ScriptOrigin origin, Site site) {
        return origin instanceof ScriptOrigin.Absolute absolute
                ? absolute.secure()
                : origin instanceof ScriptOrigin.Own && site.secure();
    }

    private boolean isForeign(ScriptOrigin origin, Site site) {
        return origin instanceof ScriptOrigin.AnyScheme
                || (origin instanceof ScriptOrigin.Absolute absolute
                        && !domain(absolute.host()).equals(domain(site.host())));
    }

    private Optional<String> domain(String host) {
        return suffixes.registrableDomain(host, PublicSuffixes.Scope.REGISTRIES);
    }
}
