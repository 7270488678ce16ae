package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.api.assets.AssetType;
import io.secplat.api.assets.Criticality;
import io.secplat.api.assets.Labels;
import io.secplat.api.assets.Owner;
import io.secplat.api.assets.Verification;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.api.postgres.Columns;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Assets as rows and rows as assets. */
final class AssetRows {

    private AssetRows() {}

    static Asset read(ResultSet row, StatementContext context) throws SQLException {
        Columns columns = new Columns(row, context);
        return new Asset(
                columns.get("asset_id", Integer.class),
                fields(columns),
                verification(columns),
                columns.get("created_at", Instant.class),
                columns.get("updated_at", Instant.class));
    }

    private static AssetFields fields(Columns columns) throws SQLException {
        JsonObject probe = columns.optional("probe", JsonObject.class);
        return new AssetFields(
                new AssetKey(columns.text("asset_key")),
                AssetType.of(columns.text("type")).orElseThrow(),
                columns.text("name"),
                new Owner(
                        columns.textOrNull("owner"),
                        columns.textOrNull("owner_team"),
                        columns.textOrNull("owner_email")),
                labels(columns),
                columns.textOrNull("address"),
                columns.optional("port", Integer.class),
                columns.get("is_active", Boolean.class),
                probe == null ? null : Probe.fromJson(probe));
    }

    private static Labels labels(Columns columns) throws SQLException {
        return new Labels(
                columns.text("asset_type"),
                columns.text("environment"),
                Criticality.of(columns.text("criticality")).orElseThrow(),
                columns.texts("tags"),
                columns.get("metadata", JsonObject.class));
    }

    private static Verification verification(Columns columns) throws SQLException {
        String method = columns.textOrNull("verification_method");
        return new Verification(
                columns.get("verified", Boolean.class),
                method == null ? null : VerificationMethod.of(method).orElseThrow(),
                columns.textOrNull("verification_token"),
                columns.optional("verified_at", Instant.class));
    }

    static <S extends SqlStatement<S>> S bind(S statement, AssetFields fields, Verification verification) {
        Probe probe = fields.probe();
        VerificationMethod method = verification.method();
        statement
                .bind("key", fields.key().value())
                .bind("type", fields.type().wire())
                .bind("name", fields.name())
                .bind("owner", fields.owner().name())
                .bind("ownerTeam", fields.owner().team())
                .bind("ownerEmail", fields.owner().email())
                .bind("address", fields.address())
                .bind("port", fields.port())
                .bind("active", fields.active())
                .bindByType("probe", probe == null ? null : probe.toJson(), JsonObject.class);
        bind(statement, fields.labels());
        return bind(statement, verification, method == null ? null : method.wire());
    }

    private static void bind(SqlStatement<?> statement, Labels labels) {
        statement
                .bind("assetType", labels.assetType())
                .bind("environment", labels.environment())
                .bind("criticality", labels.criticality().wire())
                .bindArray("tags", String.class, labels.tags().toArray())
                .bindByType("metadata", labels.metadata(), JsonObject.class);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Verification verification, @Nullable String method) {
        return statement
                .bind("verified", verification.verified())
                .bind("method", method)
                .bind("token", verification.token())
                .bindByType("verifiedAt", verification.at(), Instant.class);
    }
}
