package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.search.AssetMirror.Change.Remove;
import io.secplat.search.AssetMirror.Change.Save;
import io.secplat.search.Documents;
import io.secplat.search.memory.InMemoryRecord;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.Message;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A whole deriver over a record and a courier in memory, at a time that the test sets. */
final class DerivationStage {

    private volatile Instant now = Checks.NOW;

    final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    final InMemoryRecord record = new InMemoryRecord();
    final InMemoryCourier courier = new InMemoryCourier(clock);
    final Journal journal =
            new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    final PosturePasses passes = new PosturePasses(
            record.assets(),
            record.statuses(),
            new Derivation(
                    new Histories(record.events()),
                    record.statuses(),
                    new PostureDeriver(DeriverSettings.DEFAULT),
                    new ChangeNotices(courier.publisher(), clock, UUID::randomUUID),
                    clock,
                    journal),
            clock);
    final RangeReplay ranges = new RangeReplay(passes, record.events(), clock);
    final DeriveRequests requests = new DeriveRequests(passes);

    void pass(Duration time) {
        now = now.plus(time);
    }

    void monitor(String... assets) {
        for (String asset : assets) {
            save(Documents.monitored(asset));
        }
    }

    void save(AssetDocument asset) {
        record.assets().apply(List.of(new Save(asset)));
    }

    void delete(String asset) {
        record.assets().apply(List.of(new Remove(Documents.key(asset))));
    }

    /** A success or failure that was found just now. */
    void check(String asset, boolean success) {
        HealthEventDocument event = success ? Documents.up(asset, now) : Documents.down(asset, now);
        record.events().append(List.of(event));
    }

    AssetStatusDocument status(String asset) {
        return record.statuses().find(Documents.key(asset)).orElseThrow();
    }

    boolean hasStatus(String asset) {
        return record.statuses().find(Documents.key(asset)).isPresent();
    }

    /** What was told, as {@code asset from>to}, with an exclamation mark when flapping. */
    List<String> told() {
        return courier.entries(StreamName.CORRELATION).stream()
                .map(DerivationStage::text)
                .toList();
    }

    private static String text(Message message) {
        var fields = message.fields();
        return fields.get("asset_key") + " " + fields.get("from") + ">" + fields.get("to")
                + (fields.get("flapping").equals("true") ? "!" : "");
    }
}
