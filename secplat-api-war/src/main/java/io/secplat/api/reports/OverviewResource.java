package io.secplat.api.reports;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;
import static io.secplat.api.request.AccessRole.VIEW;

import io.secplat.api.posture.PostureQuestion;
import io.secplat.api.request.QueryValues;
import io.secplat.search.PostureFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the first page of the website shows. */
@Path("posture/overview")
@RequestScoped
public class OverviewResource {

    @Inject
    Overviews overviews;

    /** Counts, their change since yesterday, and what drives them. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEW, ANALYZE, ADMINISTER})
    public Response overview(@Context UriInfo uri, @Context Request request) {
        QueryValues query = QueryValues.of(uri);
        PostureFilter filter = PostureQuestion.filter(query);
        query.check();
        return overviews.answer(filter).to(request).build();
    }
}
