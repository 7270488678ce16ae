package io.secplat.workers.notify.jira;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The part of Jira's REST API, version 3, that is used; bodies are JSON texts. */
@Path("/rest/api/3")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface JiraApi {

    @POST
    @Path("/issue")
    Response create(String issue);

    @GET
    @Path("/search/jql")
    Response search(
            @QueryParam("jql") String jql, @QueryParam("fields") String fields, @QueryParam("maxResults") int most);

    @GET
    @Path("/issue/{key}")
    Response issue(
            @PathParam("key") String key, @QueryParam("fields") String fields, @QueryParam("expand") String expand);

    @GET
    @Path("/issue/{key}/comment")
    Response comments(
            @PathParam("key") String key, @QueryParam("orderBy") String order, @QueryParam("maxResults") int most);

    @POST
    @Path("/issue/{key}/comment")
    Response comment(@PathParam("key") String key, String comment);

    @POST
    @Path("/issue/{key}/transitions")
    Response transition(@PathParam("key") String key, String transition);
}
