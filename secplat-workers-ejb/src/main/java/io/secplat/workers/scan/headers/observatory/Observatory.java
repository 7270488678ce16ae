package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.List;

/** Scores sites. */
public final class Observatory {

    private final List<Rule> rules;

    /** With the lists that some tests look into. */
    public Observatory(PublicSuffixes suffixes, Preloads preloads) {
        TransportSecurityRule transportSecurity = new TransportSecurityRule(preloads);
        rules = List.of(
                new PolicyRule(),
                new CookieRule(suffixes, transportSecurity),
                new SharingRule(),
                new RedirectionRule(preloads),
                new ReferrerRule(),
                transportSecurity,
                new IntegrityRule(suffixes),
                new ContentTypeOptionsRule(),
                new FrameOptionsRule(),
                new ResourcePolicyRule());
    }

    /** Whether an answer of that status is a page that can be judged: success, redirect, or a door that is locked. */
    public static boolean judges(int status) {
        return (status >= 200 && status < 400) || status == 401 || status == 403;
    }

    public Scorecard judge(Site site) {
        return new Scorecard(rules.stream().map(rule -> rule.judge(site)).toList());
    }
}
