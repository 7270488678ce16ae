package io.secplat.api.reports;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How posture moved, from snapshot to snapshot. */
@Path("posture/trend")
@RequestScoped
public class TrendResource {

    private static final String USUAL = "7d";
    private static final Map<String, Duration> RANGES =
            Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

    @Inject
    Overviews overviews;

    /** Oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject trend(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        String range = query.choice("range", text -> Optional.of(text).filter(RANGES::containsKey), "24h, 7d or 30d")
                .orElse(USUAL);
        query.check();
        return new JsonWriter()
                .put("range", range)
                .put("points", overviews.trend(RANGES.getOrDefault(range, Duration.ofDays(7))))
                .build();
    }
}
