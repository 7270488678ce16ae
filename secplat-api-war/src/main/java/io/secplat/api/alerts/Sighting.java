package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import java.util.Optional;

/** What an evaluation sees of one asset. */
public sealed interface Sighting {

    /** Its current status document, and whether a maintenance window or suppression rule covers it now. */
    record Watched(AssetStatusDocument document, boolean suppressed) implements Sighting {}

    /** The asset was deleted, deactivated, or is no longer probed. */
    record Gone() implements Sighting {}

    /** The asset is monitored, but its status is not known yet. */
    record Unseen() implements Sighting {}

    /** What the two stores say together. */
    static Sighting of(boolean monitored, Optional<AssetStatusDocument> document, boolean suppressed) {
        if (!monitored) {
            return new Gone();
        }
        return document.<Sighting>map(found -> new Watched(found, suppressed)).orElseGet(Unseen::new);
    }
}
