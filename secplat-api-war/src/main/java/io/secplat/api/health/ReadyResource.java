package io.secplat.api.health;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyState;
import io.secplat.runtime.DependencyWatches;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the API and what it stands on answer; a 503 here is a report, not an error. */
@Path("/ready")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReadyResource {

    private static final List<Dependency> ASKED = List.of(Dependency.POSTGRES, Dependency.OPENSEARCH);

    @Inject
    DependencyWatches watches;

    @GET
    @PermitAll
    public Response ready() {
        Map<Dependency, DependencyState> states = new LinkedHashMap<>();
        ASKED.forEach(dependency -> watches.state(dependency).ifPresent(state -> states.put(dependency, state)));
        ReadyReport report = new ReadyReport(states);
        Response.Status status = report.allWell() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status).entity(report.toJson()).build();
    }
}
