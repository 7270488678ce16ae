package io.secplat.api.inbound;

import io.secplat.api.auth.Clients;
import io.secplat.api.request.RawForm;
import io.secplat.api.request.RequestIds;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/** Calls of Slack and Twilio. Nobody signs in: each call is signed with the secret that they share with us. */
@Path("integrations")
@RequestScoped
public class IntegrationsResource {

    @Inject
    Inbound inbound;

    @Inject
    Clients clients;

    @Context
    HttpServletRequest request;

    /** Somebody clicked a button in a message; the answer is empty, or a text for that person alone. */
    @POST
    @Path("slack/interactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response slack(InputStream entity) {
        RawForm form = RawForm.read(entity);
        String timestamp = header("X-Slack-Request-Timestamp");
        String signature = header("X-Slack-Signature");
        inbound.slackGate().check(clients.counted(request), known -> known.isGood(timestamp, signature, form.text()));
        return inbound.slack()
                .take(signature, form.values().getOrDefault("payload", ""), RequestIds.of(request))
                .map(IntegrationsResource::forThatPerson)
                .orElseGet(IntegrationsResource::empty);
    }

    /** Somebody wrote back by WhatsApp. */
    @POST
    @Path("whatsapp/incoming")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response whatsapp(InputStream entity) {
        RawForm form = RawForm.read(entity);
        String signature = header("X-Twilio-Signature");
        String url = inbound.url()
                .of(
                        request.getRequestURL().toString(),
                        request.getRequestURI(),
                        Optional.ofNullable(request.getQueryString()));
        inbound.twilioGate().check(clients.counted(request), known -> known.isGood(url, form.values(), signature));
        inbound.whatsapp().take(form.values(), signature, RequestIds.of(request));
        return empty();
    }

    private String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static Response forThatPerson(String text) {
        return Response.ok(
                        new JsonWriter()
                                .put("response_type", "ephemeral")
                                .put("replace_original", false)
                                .put("text", text)
                                .build(),
                        MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response empty() {
        return Response.ok().build();
    }
}
