package io.secplat.workers.notify.route;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.letter.Plot;
import java.util.List;

/** What a route looks at in a notice. */
public record Facts(
        String kind,
        Severity severity,
        List<String> assets,
        List<String> assetTags,
        List<String> environments,
        int escalation) {

    public Facts {
        assets = List.copyOf(assets);
        assetTags = List.copyOf(assetTags);
        environments = List.copyOf(environments);
    }

    /** Those of a notice. A list of assets that are down states no severity; it counts as high, as {@code asset.down} is. */
    public static Facts of(Notice notice) {
        return notice.told().map(Facts::told).orElseGet(() -> outage(notice));
    }

    /** Whether it tells the end of what a channel was told or not: that decides then, and not how bad an end is, or when it comes. */
    boolean areAnEnd() {
        return Plot.of(kind, escalation).ends();
    }

    private static Facts told(Notification told) {
        return new Facts(
                told.kind(),
                told.severity(),
                told.assetKeys(),
                told.assetTags(),
                told.environments(),
                told.escalation());
    }

    private static Facts outage(Notice notice) {
        return new Facts(notice.kind(), Severity.HIGH, notice.assets(), List.of(), List.of(), 0);
    }
}
