package io.secplat.api.audit;

import io.secplat.api.audit.AuditChain.Extension;
import io.secplat.api.audit.AuditChain.Stored;
import io.secplat.api.audit.AuditChain.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one pass of a sealer makes of the rows that wait: links for those that are genuine, none for the others, which stay
 * where they are and are reported.
 *
 * @param stopped why nothing may be added at all; empty when all is well
 * @param refused ids of rows whose signature does not fit
 * @param extension what to add; empty when there is nothing
 */
record Sealing(Optional<Breach> stopped, List<Long> refused, Optional<Extension> extension) {

    static Sealing of(Waiting found, int max, AuditKeys keys, Watermark watermark) {
        Optional<Breach> breach = breach(found, keys, watermark);
        if (breach.isPresent()) {
            return new Sealing(breach, List.of(), Optional.empty());
        }
        ChainHead before = found.head().orElseThrow();
        ChainHead head = before;
        Map<Long, ChainLink> links = new LinkedHashMap<>();
        List<Long> refused = new ArrayList<>();
        for (Stored stored : found.waiting()) {
            if (stored.row().isUnsigned() ? before.legacyOpen() : stored.row().isGenuine(keys)) {
                ChainLink link = ChainLink.after(head, stored.id(), stored.row(), keys);
                links.put(stored.id(), link);
                head = new ChainHead(link.seq(), link.signature().mac(), before.legacyOpen(), null);
            } else {
                refused.add(stored.id());
            }
        }
        boolean legacyOpen = before.legacyOpen() && found.waiting().size() == max;
        boolean changes = !links.isEmpty() || legacyOpen != before.legacyOpen();
        Optional<Extension> extension = changes
                ? Optional.of(new Extension(links, ChainHead.signed(head.seq(), head.mac(), legacyOpen, keys)))
                : Optional.empty();
        return new Sealing(Optional.empty(), refused, extension);
    }

    private static Optional<Breach> breach(Waiting found, AuditKeys keys, Watermark watermark) {
        if (found.head().isEmpty()) {
            return Optional.of(Breach.HEAD_MISSING);
        }
        ChainHead head = found.head().get();
        boolean trusted = head.isUntouched() ? !found.begun() : head.isGenuine(keys);
        if (!trusted) {
            return Optional.of(Breach.HEAD_MISMATCH);
        }
        return watermark.isBeyond(head) ? Optional.of(Breach.HEAD_REWOUND) : Optional.empty();
    }
}
