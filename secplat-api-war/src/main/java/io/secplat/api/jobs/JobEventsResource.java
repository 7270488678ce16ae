package io.secplat.api.jobs;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.auth.Listening;
import io.secplat.api.live.servlet.ServletOutlet;
import io.secplat.api.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One job's log and status, as server-sent events. */
@Path("jobs")
@RequestScoped
public class JobEventsResource {

    @Inject
    JobFollowers followers;

    @Inject
    Listening listening;

    /** From the beginning, or from what {@code Last-Event-ID} names; ends after the final state. */
    @GET
    @Path("{id: \\d+}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public void events(
            @PathParam("id") int id,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse open) {
        if (followers.full()) {
            throw ProblemType.TOO_MANY_LISTENERS.because().with("Retry-After", "10");
        }
        followers.follow(
                id, Optional.ofNullable(last), () -> ServletOutlet.open(request), listening.asLongAsEntitled());
    }
}
