package io.secplat.api.alerts;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;

import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends on, when a person asks for it, which assets are down. */
@Path("posture/alert")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PostureAlertResource {

    @Inject
    Alerts alerts;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "REDIS_URL")
    Optional<String> redisUrl;

    /** Queues one message about all alerts that fire now. */
    @POST
    @Path("send")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject send() {
        List<String> firing = alerts.sendFiring(redisUrl.isPresent(), caller);
        if (firing.isEmpty()) {
            return answer("sent", false, firing, "No down assets; no notification sent.");
        }
        return redisUrl.isPresent()
                ? answer("queued", true, firing, "Notification queued.")
                : answer("sent", false, firing, "No alert channel configured; no notification sent.");
    }

    private static JsonObject answer(String what, boolean happened, List<String> down, String message) {
        return new JsonWriter()
                .put(what, happened)
                .put("down_assets", down)
                .put("message", message)
                .build();
    }
}
