package io.secplat.api.assets;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
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

/** The inventory over HTTP. */
@Path("/assets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssetResource {

    @Inject
    Assets assets;

    @Inject
    DomainVerifier verifier;

    @Inject
    VerificationRules rules;

    @Inject
    Caller caller;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed({AccessRole.VIEW, AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public Response list() {
        return AssetPage.read(QueryValues.of(uri), assets).answer(uri, caller, rules);
    }

    @GET
    @Path("/{id: [0-9]{1,9}}")
    @RolesAllowed({AccessRole.VIEW, AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject get(@PathParam("id") int id) {
        return AssetView.of(assets.find(id).orElseThrow(ProblemType.ASSET_UNKNOWN::because), caller, rules);
    }

    @GET
    @Path("/by-key/{key}")
    @RolesAllowed({AccessRole.VIEW, AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject get(@PathParam("key") String key) {
        return AssetView.of(assets.find(key(key)).orElseThrow(ProblemType.ASSET_UNKNOWN::because), caller, rules);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public Response create(InputStream entity) {
        AssetFields fields = AssetForm.create(Body.read(entity));
        Asset asset =
                assets.create(fields, caller).orElseThrow(() -> ProblemType.CONFLICT.because("Asset already exists"));
        return Response.status(Response.Status.CREATED)
                .entity(AssetView.of(asset, caller, rules))
                .build();
    }

    @PATCH
    @Path("/by-key/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject change(@PathParam("key") String key, InputStream entity) {
        Body body = Body.read(entity);
        Assets.Changed changed = assets.change(key(key), before -> AssetForm.change(body, before), caller);
        if (changed instanceof Assets.Changed.To to) {
            return AssetView.of(to.asset(), caller, rules);
        }
        if (changed instanceof Assets.Changed.Unknown) {
            throw ProblemType.ASSET_UNKNOWN.because();
        }
        return new JsonWriter().put("ok", true).put("message", "No changes").build();
    }

    @DELETE
    @Path("/by-key/{key}")
    @RolesAllowed(AccessRole.ADMINISTER)
    public JsonObject delete(@PathParam("key") String key) {
        Assets.Deleted deleted = assets.delete(key(key), caller);
        if (deleted instanceof Assets.Deleted.StillNeeded) {
            throw ProblemType.CONFLICT.because("Asset has findings or jobs");
        }
        if (deleted instanceof Assets.Deleted.Gone gone) {
            return new JsonWriter()
                    .put("ok", true)
                    .put("asset_id", gone.assetId())
                    .put("asset_key", key)
                    .build();
        }
        throw ProblemType.ASSET_UNKNOWN.because();
    }

    @POST
    @Path("/{id: [0-9]{1,9}}/verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject verify(@PathParam("id") int id, InputStream entity) {
        Body body = Body.read(entity);
        VerificationMethod method = body.requiredChoice(
                "method", VerificationMethod::of, VerificationMethod.EXPECTED, VerificationMethod.WELL_KNOWN);
        body.check();
        Asset asset = verifier.verify(id, method, caller);
        return new JsonWriter()
                .put("asset_id", asset.id())
                .put("verified", true)
                .put("verification_method", method.wire())
                .build();
    }

    private static AssetKey key(String text) {
        if (!AssetKey.isValid(text)) {
            throw ProblemType.ASSET_UNKNOWN.because();
        }
        return new AssetKey(text);
    }
}
