package io.secplat.api.posture;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;

/** The posture of all assets, of one, and what is behind it. */
@Path("posture")
@RequestScoped
public class PostureResource {

    private static final int LONGEST_PERIOD_HOURS = 168;
    private static final int USUAL_PERIOD_HOURS = 24;

    @Inject
    PostureList list;

    @Inject
    PostureAnswers answers;

    @Inject
    Caller caller;

    /** Worst first; as JSON, or complete as CSV with {@code format=csv}. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response list(@Context UriInfo uri) {
        PostureQuestion asked = PostureQuestion.of(uri);
        if (asked.csv()) {
            String csv =
                    PostureCsv.of(list.complete(asked.filter(), asked.scope()).items());
            return Response.ok(csv, "text/csv;charset=utf-8").build();
        }
        return Response.ok(PostureQuestion.json(page(asked)), MediaType.APPLICATION_JSON)
                .build();
    }

    private PostureList.Page page(PostureQuestion asked) {
        if (asked.limit().isEmpty() && asked.cursor().isEmpty()) {
            return list.complete(asked.filter(), asked.scope());
        }
        try {
            return list.page(asked.filter(), asked.scope(), asked.limit().orElse(PostureQuestion.PAGE), asked.cursor());
        } catch (IllegalArgumentException e) {
            throw PostureQuestion.badCursor();
        }
    }

    /** Counts over all monitored assets that match. */
    @GET
    @Path("summary")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject summary(@Context UriInfo uri) {
        return answers.counts(PostureQuestion.of(uri).filter()).json();
    }

    /** One asset, unmonitored ones too. */
    @GET
    @Path("{asset_key}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject one(@PathParam("asset_key") String assetKey) {
        return answers.state(assetKey)
                .orElseThrow(ProblemType.ASSET_UNKNOWN::because)
                .json();
    }

    /** One asset with its last hours; viewers see no evidence. */
    @GET
    @Path("{asset_key}/detail")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject detail(@PathParam("asset_key") String assetKey, @Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        int hours = query.integer("hours", 1, LONGEST_PERIOD_HOURS).orElse(USUAL_PERIOD_HOURS);
        Optional<String> cursor = query.text("cursor");
        query.check();
        try {
            return answers.detail(assetKey, Duration.ofHours(hours), cursor)
                    .orElseThrow(ProblemType.ASSET_UNKNOWN::because)
                    .json(!caller.isViewer());
        } catch (IllegalArgumentException e) {
            throw PostureQuestion.badCursor();
        }
    }
}
