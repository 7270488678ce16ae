package io.secplat.api.findings;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.jobs.LeaseToken;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Findings: the list, reports of scanners, and what people decide. */
@Path("findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {

    private static final int LARGEST_BATCH = 500;
    private static final int LARGEST_ID = Integer.MAX_VALUE;
    private static final String STATES = "open, in_progress, remediated or accepted_risk";

    @Inject
    Findings findings;

    @Inject
    FindingPages pages;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Last seen first; the next page is in the header {@code Link}. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response list(@Context UriInfo uri, @Context Request request) {
        FinishedAnswer page = pages.of(FindingPage.asked(uri, caller.isViewer()));
        return FindingPage.answer(page, uri, request);
    }

    /** Reports one finding: 201 when its key is new, else 200. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public Response report(InputStream entity) {
        Body body = Body.read(entity);
        FindingReport report = ReportReader.read(body);
        body.check();
        Findings.Reported reported =
                findings.report(List.of(report), Optional.empty(), caller).get(0);
        if (reported instanceof Findings.Reported.Stored stored) {
            return Response.status(stored.updated() ? Response.Status.OK : Response.Status.CREATED)
                    .entity(view(stored))
                    .build();
        }
        throw ProblemType.ASSET_UNKNOWN.because();
    }

    /** Reports at most 500 findings at once, of a scan job with its lease or of nobody's. */
    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject batch(InputStream entity) {
        Body body = Body.read(entity);
        Optional<Integer> job = body.integer("job_id", 1, LARGEST_ID);
        Optional<UUID> token = body.choice("lease_token", LeaseToken::parse, "a UUID");
        JsonArray items = body.array("findings").orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (!body.has("findings") || items.size() > LARGEST_BATCH) {
            body.violation("findings", "list_size", "findings must be a list of 500 at most");
        }
        if (job.isPresent() != token.isPresent()) {
            body.violation("lease_token", "missing", "job_id and lease_token come together");
        }
        body.check();
        Batch batch = new Batch(items);
        Optional<Findings.Lease> lease = job.flatMap(id -> token.map(held -> new Findings.Lease(id, held)));
        return batch.answer(findings.report(batch.reports(), lease, caller));
    }

    /** Moves a finding to another status. */
    @PATCH
    @Path("{id: \\d+}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject move(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        FindingStatus status = body.requiredChoice("status", FindingStatus::of, STATES, FindingStatus.OPEN);
        body.check();
        findings.move(id, status, caller);
        return done(id, status);
    }

    /** Accepts the risk of a finding until a time in the future. */
    @POST
    @Path("{id: \\d+}/accept-risk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject accept(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        String reason = body.requiredText("reason", 2_000);
        Instant until = body.requiredTime("expires_at");
        if (body.time("expires_at").filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            body.violation("expires_at", "past", "expires_at must be in the future");
        }
        body.check();
        findings.accept(id, reason, until, caller);
        return done(id, FindingStatus.ACCEPTED_RISK);
    }

    private static byte[] view(Findings.Reported.Stored stored) {
        Finding finding = stored.finding();
        return new FindingView(finding, finding.risk(finding.sightings().lastSeen()), false)
                .with(json -> json.write("ok", true).write("updated", stored.updated()));
    }

    private static JsonObject done(int id, FindingStatus status) {
        return new JsonWriter()
                .put("ok", true)
                .put("finding_id", id)
                .put("status", status.wire())
                .build();
    }
}
