package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.PostureChanged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others must hear of: a first document, another status, or flapping that begins or ends. */
final class Change {

    private Change() {}

    static Optional<PostureChanged> between(@Nullable AssetStatusDocument before, AssetStatusDocument after) {
        if (before != null && before.status() == after.status() && before.flapping() == after.flapping()) {
            return Optional.empty();
        }
        return Optional.of(new PostureChanged(
                after.assetKey(),
                before == null ? null : before.status(),
                after.status(),
                after.postureScore(),
                after.postureState(),
                after.lastStatusChange(),
                after.flapping()));
    }
}
