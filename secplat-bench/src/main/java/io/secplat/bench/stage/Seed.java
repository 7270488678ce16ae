package io.secplat.bench.stage;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.search.AssetStatuses;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up content, the same in each run: assets of which one in fifty is down, one in twenty amber, and findings that spread
 * over them. Rows are made by the database itself, documents in bulk.
 */
final class Seed {

    private static final int DOWN = 50;
    private static final int AMBER = 20;
    private static final List<String> ENVIRONMENTS = List.of("prod", "staging", "dev");

    private final int assets;
    private final int findings;

    Seed(int assets, int findings) {
        this.assets = assets;
        this.findings = findings;
    }

    void tables(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO assets (asset_key, type, name, owner, owner_team, environment, criticality, verified, probe)
                    SELECT 'asset-' || n, 'external_web', 'asset-' || n || '.example.org', 'team-' || n %% 20,
                           'team-' || n %% 20, (ARRAY['prod', 'staging', 'dev'])[1 + n %% 3],
                           (ARRAY['high', 'medium', 'low'])[1 + n %% 3], true,
                           '{"kind":"http","url":"http://127.0.0.1:1/","interval_seconds":60}'
                    FROM generate_series(1, %d) n
                    """
                            .formatted(assets));
            statement.execute(
                    """
                    INSERT INTO findings (finding_key, asset_id, time, first_seen, last_seen, category, title, severity,
                                          confidence, evidence, remediation, status, source, risk_score, risk_level,
                                          risk_factors_json)
                    SELECT md5('finding ' || n), a.asset_id, now() - n * interval '1 second', now() - n * interval '1 second',
                           now() - n * interval '1 second', 'security_headers', 'Missing Content-Security-Policy',
                           (ARRAY['critical', 'high', 'medium', 'low'])[1 + n %% 4], 'high',
                           'GET / answered 200 without the header; seen ' || n || ' times in the sample',
                           'Send a Content-Security-Policy that allows only what the page needs.',
                           CASE WHEN n %% 10 = 0 THEN 'remediated' WHEN n %% 11 = 0 THEN 'in_progress' ELSE 'open' END,
                           (ARRAY['header_scan', 'tls_scan', 'web_probe'])[1 + n %% 3], n %% 101,
                           CASE WHEN n %% 101 >= 85 THEN 'critical' WHEN n %% 101 >= 70 THEN 'high'
                                WHEN n %% 101 >= 40 THEN 'medium' ELSE 'low' END,
                           '{"severity":48,"confidence":8,"asset_criticality":12,"asset_environment":10,"source":4}'
                    FROM generate_series(1, %d) n
                    JOIN assets a ON a.asset_key = 'asset-' || (1 + n %% %d)
                    """
                            .formatted(findings, assets));
            statement.execute("VACUUM ANALYZE");
        }
    }

    void documents(AssetStatuses statuses, Instant now) {
        List<AssetStatuses.Write> writes = new ArrayList<>();
        for (int n = 1; n <= assets; n++) {
            writes.add(new AssetStatuses.Write(document(n, now), null));
        }
        int conflicts = statuses.write(writes).size();
        if (conflicts > 0) {
            throw new IllegalStateException(conflicts + " documents were there before");
        }
    }

    private static AssetStatusDocument document(int n, Instant now) {
        boolean down = n % DOWN == 0;
        boolean amber = !down && n % AMBER == 0;
        AssetStatus status = down ? AssetStatus.DOWN : amber ? AssetStatus.STALE : AssetStatus.UP;
        PostureState state = down ? PostureState.RED : amber ? PostureState.AMBER : PostureState.GREEN;
        return new AssetStatusDocument(
                now,
                new AssetKey("asset-" + n),
                "asset-" + n + ".example.org",
                "external_web",
                ENVIRONMENTS.get(n % ENVIRONMENTS.size()),
                "team-" + n % 20,
                "team-" + n % 20,
                1 + n % 3,
                status,
                down ? 503 : 200,
                40 + n % 60,
                now,
                0,
                down ? 0 : amber ? 60 : 100,
                state,
                now.minusSeconds(n),
                1,
                false,
                0,
                null,
                down ? 3 : 0,
                down ? 0 : 3,
                now,
                200,
                40 + n % 60,
                down ? "http_error" : amber ? "no_data_received" : null,
                now,
                1);
    }
}
