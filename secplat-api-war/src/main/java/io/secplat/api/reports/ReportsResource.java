package io.secplat.api.reports;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Reports of now, stored ones, and what changed between two. */
@Path("posture/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;
    private static final String PDF = "application/pdf";
    private static final String DOWNLOAD = "attachment; filename=\"secplat-executive.pdf\"";

    @Inject
    PostureReports reports;

    @Inject
    Snapshots snapshots;

    @Inject
    Caller caller;

    /** The report of now. */
    @GET
    @Path("summary")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject summary(@Context UriInfo uri) {
        return reports.summary(period(uri)).json().build();
    }

    /** Stores the report of now. */
    @POST
    @Path("snapshot")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject snapshot(@Context UriInfo uri) {
        return reports.snapshot(period(uri), caller).json();
    }

    /** Stored reports, newest first. */
    @GET
    @Path("history")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject history(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        int limit = query.limit(PAGE, LONGEST_PAGE);
        Optional<Integer> below = SnapshotPage.place(query);
        query.check();
        return SnapshotPage.of(snapshots.page(limit + 1, below), limit);
    }

    /** One stored report. */
    @GET
    @Path("history/{id: \\d+}")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject stored(@PathParam("id") int id) {
        return reports.stored(id).json();
    }

    /** From one stored report to another, or to now. */
    @GET
    @Path("what-changed")
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject whatChanged(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<Integer> from = id(query, "from_id");
        Optional<Integer> to = id(query, "to_id");
        if (query.text("from_id").isEmpty()) {
            query.violation("from_id", "missing", "from_id is required");
        }
        query.check();
        return reports.whatChanged(from.orElseThrow(), to).json();
    }

    /** A stored report, or that of now, on one page. */
    @GET
    @Path("executive.pdf")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response executive(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<Integer> snapshot = id(query, "snapshot_id");
        ReportPeriod period = ReportPeriod.asked(query);
        query.check();
        return Response.ok(reports.executive(snapshot, period), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, DOWNLOAD)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static Optional<Integer> id(QueryValues query, String name) {
        return query.integer(name, 1, Integer.MAX_VALUE);
    }

    private static ReportPeriod period(UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        ReportPeriod period = ReportPeriod.asked(query);
        query.check();
        return period;
    }
}
