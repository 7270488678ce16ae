package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
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

/** The users over HTTP, for administrators. */
@Path("/auth/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    UserAccounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject list(@Context UriInfo uri) {
        return UserPage.read(QueryValues.of(uri)).answer(accounts);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AccessRole.ADMINISTER)
    public Response create(InputStream entity) {
        UserForm form = UserForm.create(Body.read(entity));
        String hash = form.password().map(passwords::hash).orElse(null);
        UserAccount account = accounts.create(new User(form.userName(), form.role(), hash, form.disabled()), caller)
                .orElseThrow(() -> ProblemType.CONFLICT.because("User already exists"));
        return Response.status(Response.Status.CREATED).entity(account.toJson()).build();
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject change(@PathParam("name") String name, InputStream entity) {
        return changed(name, UserForm.change(Body.read(entity)));
    }

    @POST
    @Path("/{name}/disable")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject disable(@PathParam("name") String name) {
        return changed(name, UserChange.disable());
    }

    @POST
    @Path("/{name}/enable")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject enable(@PathParam("name") String name) {
        return changed(name, UserChange.enable());
    }

    @POST
    @Path("/{name}/reset-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject resetPassword(@PathParam("name") String name, InputStream entity) {
        String password = UserForm.newPassword(Body.read(entity), name);
        return changed(name, UserChange.resetPassword(passwords.hash(password)));
    }

    private JsonObject changed(String name, UserChange change) {
        UserAccounts.Changed changed =
                UserName.isValid(name) ? accounts.change(name, change, caller) : new UserAccounts.Changed.Unknown();
        if (changed instanceof UserAccounts.Changed.To to) {
            return to.account().toJson();
        }
        if (changed instanceof UserAccounts.Changed.LastAdmin) {
            throw ProblemType.CONFLICT.because("No enabled admin would remain");
        }
        throw ProblemType.USER_UNKNOWN.because();
    }
}
