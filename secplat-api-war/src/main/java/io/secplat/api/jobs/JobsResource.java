package io.secplat.api.jobs;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;

/** Jobs as people see and order them. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    private static final int LARGEST_ID = Integer.MAX_VALUE;

    @Inject
    Jobs jobs;

    @Inject
    Caller caller;

    /** Newest first. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<JobStatus> status =
                query.choice("status", JobStatus::of, "queued, running, done, failed or cancelled");
        IdPage page = IdPage.asked(query);
        query.check();
        return page.of(jobs.page(status, page.wanted(), page.below()), Job::id, job -> job.json()
                .build());
    }

    /** One job with its log and summary. */
    @GET
    @Path("{id: \\d+}")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject one(@PathParam("id") int id) {
        return jobs.find(id).orElseThrow(ProblemType.JOB_UNKNOWN::because).json();
    }

    /** Orders a scan: 201, or 200 with the job that the same wish made within the hour. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public Response order(InputStream entity) {
        Body body = Body.read(entity);
        JobOrder order = new JobOrder(
                body.requiredChoice(
                        "job_type", JobType::of, "web_exposure, tls_headers or health_http", JobType.HEALTH_HTTP),
                body.requiredInteger("target_asset_id", 1, LARGEST_ID),
                body.object("job_params_json").orElse(JsonObject.EMPTY_JSON_OBJECT),
                body.bool("force").orElse(false),
                body.choice("priority", JobPriority::of, "low, normal or high").orElse(JobPriority.NORMAL));
        body.check();
        Jobs.Ordered ordered = jobs.order(order, caller);
        return Response.status(ordered.deduped() ? Response.Status.OK : Response.Status.CREATED)
                .entity(ordered.job().json().put("deduped", ordered.deduped()).build())
                .build();
    }

    /** Queues a job that is over once more. */
    @POST
    @Path("{id: \\d+}/retry")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject retry(@PathParam("id") int id) {
        jobs.retry(id, caller);
        return ok(JobStatus.QUEUED);
    }

    /** Ends a job that waits or runs. */
    @POST
    @Path("{id: \\d+}/cancel")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject cancel(@PathParam("id") int id) {
        jobs.cancel(id, caller);
        return ok(JobStatus.CANCELLED);
    }

    static JsonObject ok(JobStatus status) {
        return new JsonWriter().put("ok", true).put("status", status.wire()).build();
    }
}
