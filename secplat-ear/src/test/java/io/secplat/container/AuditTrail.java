package io.secplat.container;

import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.util.List;

/** What the audit says of other features. */
final class AuditTrail {

    private AuditTrail() {}

    /** The newest rows of an action. */
    static List<JsonObject> of(Http admin, String action) {
        return admin.get("/api/audit?action=" + action)
                .expect(200)
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
