package io.secplat.api.live;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens, as server-sent events. */
@Path("stream")
@RequestScoped
public class LiveResource {

    @Inject
    LiveHub hub;

    @Inject
    Listening listening;

    /** Everything from now on, or from the event after {@code Last-Event-ID}. Text there that is no event's id counts as unknown. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public void stream(
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse open) {
        if (hub.full()) {
            throw ProblemType.TOO_MANY_LISTENERS.because().with("Retry-After", "10");
        }
        Optional<Position> known =
                Optional.ofNullable(last).map(text -> Position.of(text).orElse(Position.UNKNOWN));
        hub.join(ServletOutlet.open(request), listening.asLongAsEntitled(), known);
    }
}
