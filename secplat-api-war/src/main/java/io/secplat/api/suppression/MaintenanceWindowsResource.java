package io.secplat.api.suppression;

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

/** Times in which an asset may be down quietly. */
@Path("suppression/maintenance-windows")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MaintenanceWindowsResource {

    @Inject
    Suppressions suppressions;

    @Inject
    Caller caller;

    /** Newest first. */
    @GET
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<String> asset = query.text("asset_key");
        boolean activeOnly = query.flag("active_only", false);
        IdPage page = IdPage.asked(query);
        query.check();
        return page.of(suppressions.windows(asset, activeOnly, page), MaintenanceWindow::id, MaintenanceWindow::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYZE, ADMINISTER})
    public Response create(InputStream entity) {
        MaintenanceWindow window = suppressions.open(SuppressionForm.window(Body.read(entity)), caller);
        return Response.status(Response.Status.CREATED).entity(window.json()).build();
    }

    /** Ends it, at once when it is in force. */
    @DELETE
    @Path("{id: \\d+}")
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject delete(@PathParam("id") int id) {
        suppressions.deleteWindow(id, caller);
        return new JsonWriter().put("ok", true).build();
    }
}
