package io.secplat.api.findings;

import io.secplat.contracts.event.FindingCreated;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the others are told of a new finding: the correlator always, people when it is critical or high. */
public final class FindingTale {

    private final Optional<String> websiteUrl;

    /** The website's base URL makes the link; without it messages have none. */
    public FindingTale(Optional<String> websiteUrl) {
        this.websiteUrl = websiteUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The events of a finding with a key that nothing suppresses. */
    public List<SecPlatEvent> of(Finding finding) {
        String key = String.valueOf(finding.key());
        Severity severity = finding.details().severityOrDefault();
        List<SecPlatEvent> events = new ArrayList<>();
        events.add(new FindingCreated(new AssetKey(finding.asset().assetKey()), key, severity.wire()));
        if (severity == Severity.CRITICAL || severity == Severity.HIGH) {
            events.add(notification(finding, key, severity));
        }
        return events;
    }

    private Notification notification(Finding finding, String key, Severity severity) {
        String asset = finding.asset().assetKey();
        Notification notice = new Notification(
                "finding.created",
                "finding.created:" + key,
                "New " + severity.wire() + " finding on " + asset,
                finding.details().title(),
                severity,
                List.of(asset),
                null,
                websiteUrl.map(url -> url + "/findings?asset_key=" + asset).orElse(null),
                List.of(),
                null);
        return notice.about(
                finding.asset().tags().stream(), Stream.of(finding.asset().environment()));
    }
}
