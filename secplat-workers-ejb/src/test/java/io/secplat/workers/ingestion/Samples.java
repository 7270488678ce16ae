package io.secplat.workers.ingestion;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.runtime.Journal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Assets and a journal for tests. */
final class Samples {

    private Samples() {}

    static MonitoredAsset asset(String key, int intervalSeconds) {
        return new MonitoredAsset(new AssetKey(key), probe("http://127.0.0.1/", intervalSeconds));
    }

    static Probe probe(String url, int intervalSeconds) {
        return new Probe(ProbeKind.HTTP, url, null, intervalSeconds, 2_000, "2xx-3xx", null, false);
    }

    static Journal silentJournal() {
        return journal(new ByteArrayOutputStream());
    }

    static Journal journal(ByteArrayOutputStream into) {
        return new Journal("ingestion", Clock.systemUTC(), new PrintStream(into, true, StandardCharsets.UTF_8));
    }
}
