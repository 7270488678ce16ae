package io.secplat.api.jobs;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a worker says about the job it runs. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkerCallsResource {

    private static final UUID NO_TOKEN = new UUID(0, 0);

    @Inject
    Jobs jobs;

    /** Takes the job, or any whose turn it is: 200 with a lease, or 409 with the job's status. */
    @POST
    @Path("{id: \\d+}/claim")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject claim(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        String worker = body.requiredText("worker_id", 200);
        boolean any = body.bool("any").orElse(false);
        body.check();
        Claim claim = any ? jobs.claimAny(id, worker) : jobs.claim(id, worker);
        if (claim instanceof Claim.Granted granted) {
            return granted.json();
        }
        if (claim instanceof Claim.Refused refused) {
            JsonObject detail =
                    new JsonWriter().put("status", refused.status().wire()).build();
            throw ProblemType.CONFLICT.because(refused.why(), detail);
        }
        throw ProblemType.JOB_UNKNOWN.because();
    }

    /** Keeps the lease. */
    @PUT
    @Path("{id: \\d+}/heartbeat")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject heartbeat(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        UUID token = token(body);
        body.check();
        return new JsonWriter()
                .put("lease_expires_at", jobs.heartbeat(id, token))
                .build();
    }

    /** Adds at most 500 lines to the log. */
    @POST
    @Path("{id: \\d+}/log")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject log(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        UUID token = token(body);
        List<String> lines = body.texts("lines").orElse(List.of());
        if (lines.size() > LogLines.MOST_PER_CALL) {
            body.violation("lines", "too_long", "lines: 500 at most");
        }
        body.check();
        return new JsonWriter()
                .put("ok", true)
                .put("next_seq", jobs.log(id, token, lines))
                .build();
    }

    /** Ends the job. */
    @POST
    @Path("{id: \\d+}/complete")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject complete(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        UUID token = token(body);
        JobStatus status =
                body.requiredChoice("status", WorkerCallsResource::ending, "done or failed", JobStatus.FAILED);
        Optional<JsonObject> summary = body.object("summary");
        summary.map(Body::of).ifPresent(inner -> {
            inner.texts("checked_finding_keys");
            inner.check();
        });
        Optional<String> error = body.cleanedText("error", 2_000);
        body.check();
        jobs.complete(id, new Completion(token, status, error.orElse(null), summary.orElse(null)));
        return JobsResource.ok(status);
    }

    private static UUID token(Body body) {
        return body.requiredChoice("lease_token", LeaseToken::parse, "a UUID", NO_TOKEN);
    }

    private static Optional<JobStatus> ending(String text) {
        return JobStatus.of(text).filter(status -> status == JobStatus.DONE || status == JobStatus.FAILED);
    }
}
