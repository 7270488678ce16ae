package io.secplat.workers.scan;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.IdempotencyKeys;

/**
 * One thing that a scan looks at; the table "Scan findings" of the API contract has a line for each.
 *
 * @param source which scanner says so
 * @param category what kind of weakness it is
 * @param part the key part
 * @param keyTitle the title that goes into the key; the same for every target and every day
 */
public record Check(String source, String category, String part, String keyTitle) {

    /** The key under which the API knows the finding of this check on that asset. */
    public String key(AssetKey asset) {
        return IdempotencyKeys.finding(asset, part, keyTitle);
    }
}
