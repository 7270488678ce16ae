package io.secplat.api.queue;

import static io.secplat.api.request.AccessRole.ADMINISTER;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.queue.DeadLetterDesk.Replayed;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Messages that were given up: looked at, sent back, or thrown away. */
@Path("queue/dlq")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    @Inject
    DeadLetterDesk desk;

    @Inject
    Caller caller;

    /** Newest first. */
    @GET
    @RolesAllowed(ADMINISTER)
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        StreamName stream = DeadLetterForm.stream(query);
        int limit = query.limit(PAGE, LONGEST_PAGE);
        Optional<String> olderThan = DeadLetterPage.place(query);
        query.check();
        return new DeadLetterPage(stream, desk.page(stream, limit + 1, olderThan), limit).json();
    }

    /** Sends some or all back to the stream they came from. */
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMINISTER)
    public JsonObject replay(InputStream entity) {
        Body body = Body.read(entity);
        StreamName stream = DeadLetterForm.stream(body);
        Optional<List<String>> ids = DeadLetterForm.ids(body);
        body.check();
        Replayed replayed =
                ids.map(some -> desk.replay(stream, some, caller)).orElseGet(() -> desk.replayAll(stream, caller));
        return new JsonWriter()
                .put("replayed", replayed.count())
                .put("missing", replayed.missing())
                .build();
    }

    /** Throws one away. */
    @DELETE
    @RolesAllowed(ADMINISTER)
    public JsonObject discard(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        StreamName stream = DeadLetterForm.stream(query);
        Optional<String> id = DeadLetterForm.id(query);
        query.check();
        desk.discard(stream, id.orElseThrow(ProblemType.DEAD_LETTER_UNKNOWN::because), caller);
        return new JsonWriter().put("ok", true).build();
    }
}
