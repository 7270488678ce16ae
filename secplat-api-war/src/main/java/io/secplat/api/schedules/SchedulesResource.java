package io.secplat.api.schedules;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Scans that are due again and again. */
@Path("jobs/schedules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchedulesResource {

    @Inject
    Schedules schedules;

    @Inject
    Timetable timetable;

    @Inject
    Caller caller;

    /** Newest first. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<String> asset = query.text("asset_key");
        IdPage page = IdPage.asked(query);
        query.check();
        return page.of(schedules.page(asset, page), Schedule::id, Schedule::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public Response create(InputStream entity) {
        ScheduleForm.Wish wish = new ScheduleForm(timetable).wish(Body.read(entity));
        Schedule schedule = schedules.make(wish.assetId(), wish.type(), wish.rule(), caller);
        return Response.status(Response.Status.CREATED).entity(schedule.json()).build();
    }

    /** Changes what it is told and leaves the rest. */
    @PATCH
    @Path("{id: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject change(@PathParam("id") int id, InputStream entity) {
        return schedules
                .change(id, new ScheduleForm(timetable).change(Body.read(entity)), caller)
                .json();
    }

    @DELETE
    @Path("{id: \\d+}")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject delete(@PathParam("id") int id) {
        schedules.delete(id, caller);
        return new JsonWriter().put("ok", true).build();
    }
}
