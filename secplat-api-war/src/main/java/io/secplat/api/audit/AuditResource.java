package io.secplat.api.audit;

import static io.secplat.api.request.AccessRole.ADMINISTER;
import static io.secplat.api.request.AccessRole.ANALYZE;

import io.secplat.api.audit.AuditLog.Filter;
import io.secplat.api.audit.AuditLog.Place;
import io.secplat.api.audit.Watermark.Mark;
import io.secplat.api.request.QueryValues;
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
import java.util.Optional;

/** Who changed what, and whether the record of it is still what was written. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;

    @Inject
    AuditLog log;

    @Inject
    AuditVerification verification;

    /** Newest first. */
    @GET
    @RolesAllowed({ANALYZE, ADMINISTER})
    public JsonObject list(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Filter filter = new Filter(query.text("user"), query.text("action"), query.time("since"));
        int limit = query.limit(PAGE, LONGEST_PAGE);
        Optional<Place> after = AuditPage.place(query);
        query.check();
        return AuditPage.of(log.page(filter, limit + 1, after), limit, log.actions());
    }

    /** The first row that is not as it was written, if any; {@code anchor} is one that was kept elsewhere. */
    @GET
    @Path("verify")
    @RolesAllowed(ADMINISTER)
    public JsonObject verify(@Context UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        Optional<Mark> anchor = query.choice("anchor", Mark::parse, "<chain_seq>:<chain_mac>");
        query.check();
        return verification.verify(anchor).json();
    }
}
