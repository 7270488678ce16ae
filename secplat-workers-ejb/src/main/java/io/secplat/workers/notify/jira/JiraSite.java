package io.secplat.workers.notify.jira;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Jira and our account there, through MicroProfile Rest Client. Each call throws a JiraUnreachableException,
 * JiraAnswerException or JiraLostException; e-mail and token appear in none of them.
 */
final class JiraSite {

    private final JiraApi api;
    private final JiraQuota quota = new JiraQuota();

    JiraSite(JiraSettings settings) {
        api = RestClientBuilder.newBuilder()
                .baseUri(settings.baseUrl())
                .connectTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(new JiraLogin(settings))
                .build(JiraApi.class);
    }

    /** What is left of what it takes from us. */
    JiraQuota quota() {
        return quota;
    }

    JsonObject create(JsonObject issue) throws IOException {
        return ask(() -> api.create(issue.toString()));
    }

    /** The newest issue with this label. */
    JsonObject labelled(String label) throws IOException {
        return ask(() -> api.search("labels = \"" + label + "\" ORDER BY created DESC", "summary", 1));
    }

    /** The issue's status, and the transitions that lead away from it. */
    JsonObject issue(String key) throws IOException {
        return ask(() -> api.issue(key, "status", "transitions"));
    }

    /** The issue's newest hundred comments. */
    JsonObject comments(String key) throws IOException {
        return ask(() -> api.comments(key, "-created", 100));
    }

    JsonObject comment(String key, JsonObject comment) throws IOException {
        return ask(() -> api.comment(key, comment.toString()));
    }

    JsonObject transition(String key, JsonObject transition) throws IOException {
        return ask(() -> api.transition(key, transition.toString()));
    }

    private JsonObject ask(Supplier<Response> call) throws IOException {
        try (Response answer = call.get()) {
            quota.heed(answer);
            if (answer.getStatus() / 100 != 2) {
                throw JiraAnswerException.of(
                        answer.getStatus(),
                        answer.getHeaderString("Retry-After"),
                        answer.getHeaderString("X-RateLimit-Reset"));
            }
            return answer.getStatus() == 204 ? JsonObject.EMPTY_JSON_OBJECT : json(answer.readEntity(String.class));
        } catch (ProcessingException e) {
            throw isBeforeTheRequest(e) ? new JiraUnreachableException() : new JiraLostException();
        }
    }

    private static JsonObject json(String body) throws JiraLostException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new JiraLostException();
        }
    }

    /** Clients differ in how they tell that a connection took too long; what is not surely early counts as late. */
    private static boolean isBeforeTheRequest(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException
                    || cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "JiraSite";
    }
}
