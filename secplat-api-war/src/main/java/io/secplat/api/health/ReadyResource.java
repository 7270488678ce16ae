package io.secplat.api.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Whether the API and what it stands on answer; a 503 here is a report, not an error. */
@Path("/ready")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReadyResource {

    @Inject
    Dependencies dependencies;

    @GET
    @PermitAll
    public Response ready() {
        Dependencies.Report report = dependencies.ask();
        Response.Status status = report.allWell() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status).entity(report.toJson()).build();
    }
}
