package io.secplat.workers.scan;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Severity;
import java.util.List;

/**
 * A weakness that a scan saw.
 *
 * @param evidence what was seen, at most {@value #LONGEST_EVIDENCE} characters, no bodies and no secrets
 * @param remediation what a person can do about it
 * @param references addresses of public documents about it
 */
public record Finding(
        Check check,
        AssetKey asset,
        String title,
        Severity severity,
        String evidence,
        String remediation,
        List<String> references) {

    public static final int LONGEST_EVIDENCE = 1_000;

    public Finding {
        evidence = evidence.length() <= LONGEST_EVIDENCE ? evidence : evidence.substring(0, LONGEST_EVIDENCE);
        references = List.copyOf(references);
    }

    public String key() {
        return check.key(asset);
    }
}
