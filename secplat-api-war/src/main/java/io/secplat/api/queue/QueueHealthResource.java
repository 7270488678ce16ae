package io.secplat.api.queue;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.CourierUnavailableException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How the streams stand, without a token; a 503 here is a report, not an error. */
@Path("/queue/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QueueHealthResource {

    @Inject
    QueueHealth queue;

    @GET
    @PermitAll
    public Response health() {
        if (!queue.configured()) {
            return Response.ok(QueueHealth.notConfigured()).build();
        }
        try {
            return Response.ok(queue.report()).build();
        } catch (CourierUnavailableException e) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity(new JsonWriter()
                            .put("redis", "error")
                            .put("error", "unavailable")
                            .build())
                    .build();
        }
    }
}
