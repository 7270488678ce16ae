package io.secplat.api.posture;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.cache.FinishedAnswer;
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
import jakarta.ws.rs.core.Request;
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
    PostureAnswers answers;

    @Inject
    Caller caller;

    /** Worst first; without a limit complete, and as CSV with {@code format=csv}. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response list(@Context UriInfo uri, @Context Request request) {
        PostureQuestion asked = PostureQuestion.of(uri);
        if (asked.csv()) {
            PostureWalk walk = answers.walk(asked);
            return StreamedAnswer.csv(out -> PostureCsv.write(walk, out));
        }
        return known(asked).map(answer -> answer.to(request).build()).orElseGet(() -> {
            PostureWalk walk = answers.walk(asked);
            return StreamedAnswer.json(out -> PostureJson.write(walk, out));
        });
    }

    private Optional<FinishedAnswer> known(PostureQuestion asked) {
        try {
            return answers.list(asked);
        } catch (IllegalArgumentException e) {
            throw PostureQuestion.badCursor();
        }
    }

    /** Counts over all monitored assets that match. */
    @GET
    @Path("summary")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response summary(@Context UriInfo uri, @Context Request request) {
        return answers.counts(PostureQuestion.of(uri).filter()).to(request).build();
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
                    .seenBy(caller.role());
        } catch (IllegalArgumentException e) {
            throw PostureQuestion.badCursor();
        }
    }
}
