package io.secplat.api.notifications;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
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
import java.util.Optional;
import java.util.Set;

/** What was told to people, and what could not be. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final Set<String> STATES = Set.of("sent", "failed");

    @Inject
    Deliveries deliveries;

    @Inject
    Caller caller;

    /** Newest first. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Deliveries.Filter filter = new Deliveries.Filter(
                query.text("asset_key"),
                query.integer("incident_id", 1, Integer.MAX_VALUE),
                query.text("channel"),
                query.choice("status", text -> Optional.of(text).filter(STATES::contains), "sent or failed"));
        int limit = query.limit(PAGE, LONGEST_PAGE);
        Optional<Long> below = DeliveryPage.place(query);
        query.check();
        return new DeliveryPage(deliveries.page(filter, limit + 1, below), limit, caller.isViewer()).json();
    }
}
