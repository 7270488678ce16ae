package io.secplat.api.jobs;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.QueryValues;
import io.secplat.contracts.model.JobType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;

/** How jobs went lately. */
@Path("jobs/analytics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobAnalyticsResource {

    private static final int LONGEST_HOURS = 720;
    private static final int LONGEST_STALE_MINUTES = 10_080;

    @Inject
    JobStatistics statistics;

    /** Of the jobs created in the last hours. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject analytics(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        int hours = query.integer("lookback_hours", 1, LONGEST_HOURS).orElse(24);
        int staleMinutes =
                query.integer("running_stale_minutes", 1, LONGEST_STALE_MINUTES).orElse(30);
        Optional<JobType> type = query.choice("job_type", JobType::of, "web_exposure, tls_headers or health_http");
        query.check();
        JobStatistics.Question question =
                new JobStatistics.Question(Duration.ofHours(hours), Duration.ofMinutes(staleMinutes), type);
        return new JobAnalytics(question, statistics.answer(question)).json();
    }
}
