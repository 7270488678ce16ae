package io.secplat.api.findings.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.findings.Acceptance;
import io.secplat.api.findings.Finding;
import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.FindingStatus;
import io.secplat.api.findings.FindingTale;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.Intake;
import io.secplat.api.findings.Known;
import io.secplat.api.findings.postgres.FindingTable.Placed;
import io.secplat.api.jobs.postgres.LeaseTable;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Findings in Postgres: a batch takes five statements, however many findings it holds. */
public final class PostgresFindings implements Findings {

    private final Database database;
    private final FindingTable table;
    private final OutboxTable outbox;
    private final FindingTale tale;
    private final IdSource ids;
    private final Clock clock;

    public PostgresFindings(
            Database database, FindingTable table, OutboxTable outbox, FindingTale tale, IdSource ids, Clock clock) {
        this.database = database;
        this.table = table;
        this.outbox = outbox;
        this.tale = tale;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Scored> page(Filter filter, int limit, Optional<Place> after) {
        return database.read(handle -> FindingQuery.page(handle, filter, limit, after));
    }

    @Override
    public List<Reported> report(List<FindingReport> reports, Optional<Lease> lease, Caller caller) {
        return Overtaken.notTwice(database, handle -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            lease.ifPresent(held -> LeaseTable.hold(handle, held.jobId(), held.token(), now));
            Map<Integer, Known> known = KnownFacts.of(handle, reports, now);
            Intake intake = new Intake(reports, known, lease.map(Lease::jobId).orElse(null), now);
            Map<String, Placed> placed = table.upsert(handle, intake.findings(), now);
            tell(handle, intake, placed, caller);
            audit(handle, placed, caller);
            return reported(reports, known, intake, placed);
        });
    }

    private void tell(Handle handle, Intake intake, Map<String, Placed> placed, Caller caller) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (Finding finding : intake.findings()) {
            String key = String.valueOf(finding.key());
            if (place(placed, key).created() && intake.isLoud(key)) {
                tale.of(finding).forEach(event -> entries.add(OutboxEntry.of(event, ids.next(), caller.requestId())));
            }
        }
        outbox.append(handle, entries);
    }

    private static void audit(Handle handle, Map<String, Placed> placed, Caller caller) {
        if (placed.isEmpty()) {
            return;
        }
        int created = (int) placed.values().stream().filter(Placed::created).count();
        JsonWriter details = new JsonWriter()
                .put("created", created)
                .put("updated", placed.size() - created)
                .put("finding_keys", placed.keySet());
        AuditTable.append(handle, AuditEntry.of(caller, "finding.upsert", null, details.build()));
    }

    private static List<Reported> reported(
            List<FindingReport> reports, Map<Integer, Known> known, Intake intake, Map<String, Placed> placed) {
        Map<String, Finding> findings = intake.byKey();
        Set<String> seen = new HashSet<>();
        List<Reported> answers = new ArrayList<>();
        for (int index = 0; index < reports.size(); index++) {
            String key = reports.get(index).key();
            Finding finding = findings.get(key);
            if (!known.containsKey(index) || finding == null) {
                answers.add(new Reported.AssetUnknown());
                continue;
            }
            Placed place = place(placed, key);
            boolean first = seen.add(key);
            answers.add(new Reported.Stored(finding.stored(place.id()), !(first && place.created())));
        }
        return answers;
    }

    private static Placed place(Map<String, Placed> placed, String key) {
        return Optional.ofNullable(placed.get(key))
                .orElseThrow(() -> new IllegalStateException("an upsert returns every row"));
    }

    @Override
    public void move(int findingId, FindingStatus to, Caller caller) {
        change(findingId, "finding_status", caller, finding -> finding.moved(to, clock.instant()));
    }

    @Override
    public void accept(int findingId, String reason, Instant expiresAt, Caller caller) {
        Acceptance terms = new Acceptance(clock.instant(), expiresAt, reason, caller.userName());
        change(findingId, "accept_risk", caller, finding -> finding.accepted(terms));
    }

    private void change(int findingId, String action, Caller caller, UnaryOperator<Finding> change) {
        boolean unused = Overtaken.notTwice(database, handle -> {
            Finding before = held(handle, findingId);
            Finding after = change.apply(before);
            table.move(handle, List.of(after), clock.instant());
            JsonWriter details = new JsonWriter()
                    .put("finding_id", findingId)
                    .put("from", before.status().wire())
                    .put("to", after.status().wire());
            AuditTable.append(
                    handle, AuditEntry.of(caller, action, after.asset().assetKey(), details.build()));
            return true;
        });
    }

    private static Finding held(Handle handle, int findingId) {
        return HeldFindings.where(handle, "f.finding_id = :id", "", Map.of("id", findingId)).stream()
                .map(Scored::finding)
                .findFirst()
                .orElseThrow(() -> isKnown(handle, findingId)
                        ? new Overtaken("the finding moves to another asset")
                        : ProblemType.FINDING_UNKNOWN.because());
    }

    private static boolean isKnown(Handle handle, int findingId) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM findings WHERE finding_id = :id AND asset_id IS NOT NULL)")
                .bind("id", findingId)
                .mapTo(Boolean.class)
                .one();
    }
}
