package io.secplat.api.alerts;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** Alerts by bucket, and what people do with them. */
@Path("alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NAME = 200;

    @Inject
    AlertList list;

    @Inject
    Alerts alerts;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Always complete. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list() {
        return list.json();
    }

    /** Marks an open alert as known. */
    @POST
    @Path("ack")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject acknowledge(InputStream entity) {
        Body body = Body.read(entity);
        String asset = body.requiredText("asset_key", LONGEST_KEY);
        String reason = body.text("reason", LONGEST_REASON).orElse("");
        body.check();
        alerts.acknowledge(asset, reason, caller);
        return done(asset).put("state", AlertBucket.ACKED.wire()).build();
    }

    /** Keeps an asset quiet until a time. */
    @POST
    @Path("suppress")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject suppress(InputStream entity) {
        Body body = Body.read(entity);
        String asset = body.requiredText("asset_key", LONGEST_KEY);
        Instant until = body.requiredTime("until_iso");
        if (body.time("until_iso").isPresent() && !until.isAfter(clock.instant())) {
            body.violation("until_iso", "value_error", "until_iso must be in the future");
        }
        body.check();
        alerts.suppress(asset, until, caller);
        return done(asset)
                .put("state", AlertBucket.SUPPRESSED.wire())
                .put("suppressed_until", until)
                .build();
    }

    /** Ends an open alert. */
    @POST
    @Path("resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject resolve(InputStream entity) {
        Body body = Body.read(entity);
        String asset = body.requiredText("asset_key", LONGEST_KEY);
        body.check();
        alerts.resolve(asset, caller);
        return done(asset).put("state", AlertBucket.RESOLVED.wire()).build();
    }

    /** Says who looks after an asset's alerts. */
    @POST
    @Path("assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject assign(InputStream entity) {
        Body body = Body.read(entity);
        String asset = body.requiredText("asset_key", LONGEST_KEY);
        String to = body.requiredText("assigned_to", LONGEST_NAME);
        body.check();
        alerts.assign(asset, to, caller);
        return done(asset).put("assigned_to", to).build();
    }

    private static JsonWriter done(String assetKey) {
        return new JsonWriter().put("ok", true).put("asset_key", assetKey);
    }
}
