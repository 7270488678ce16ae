package io.secplat.api.notifications;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.event.DeliveryStatus;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was told to people, what could not be, and by which plan. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final List<String> CHANNELS = List.of("slack", "whatsapp", "sms", "jira");

    @Inject
    Deliveries deliveries;

    @Inject
    TestNotices notices;

    @Inject
    NotifierRoutes routes;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "REDIS_URL")
    Optional<String> redisUrl;

    /** Newest first: who was told what, on which try, and why somebody was not told. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Deliveries.Filter filter = new Deliveries.Filter(
                query.text("asset_key"),
                query.integer("incident_id", 1, Integer.MAX_VALUE),
                query.text("channel"),
                query.choice("status", DeliveryStatus::of, "sent, failed or suppressed")
                        .map(DeliveryStatus::wire));
        int limit = query.limit(PAGE, LONGEST_PAGE);
        Optional<Long> below = DeliveryPage.place(query);
        query.check();
        return new DeliveryPage(deliveries.page(filter, limit + 1, below), limit, caller.isViewer()).json();
    }

    /** The plan by which the running notifiers choose channels. */
    @GET
    @Path("routes")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject routes() {
        return new RoutesView(routes.running(), caller.isViewer()).json();
    }

    /**
     * Sends a message that says nothing but that messages arrive: one of its own to each of these channels, so that one that
     * fails shows by itself, or one to all that are configured.
     */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMINISTER)
    public JsonObject test(InputStream entity) {
        Body body = Body.read(entity);
        List<String> channels = body.texts("channels").orElse(List.of());
        if (!CHANNELS.containsAll(channels)) {
            body.violation("channels", "enum", "channels must be of " + String.join(", ", CHANNELS));
        }
        body.check();
        if (redisUrl.isEmpty()) {
            throw ProblemType.DEPENDENCY_AWAY.because("Notifications are not configured");
        }
        return new JsonWriter()
                .put("queued", true)
                .put("dedupe_key", notices.send(channels.stream().distinct().toList(), caller))
                .build();
    }
}
