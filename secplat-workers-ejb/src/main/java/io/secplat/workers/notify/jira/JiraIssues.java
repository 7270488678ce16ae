package io.secplat.workers.notify.jira;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.notify.channel.Parcel;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is done in Jira for a parcel. Each step can be repeated: what is there already is not done again. A reference is
 * {@code {"issue_key", "url"}}, with {@code "transition"} for a message that ends an issue.
 */
final class JiraIssues {

    /** The issue knows no transition of that name. */
    private static final String NONE = "none";
    /** Jira knows the transition and does not let us make it. */
    private static final String REFUSED = "refused";

    private static final Set<String> ENDS = Set.of("asset.recovered", "incident.closed");

    private final JiraSettings settings;
    private final JiraSite site;
    private final GuardedJiraCall call;

    JiraIssues(JiraSettings settings, JiraSite site, GuardedJiraCall call) {
        this.settings = settings;
        this.site = site;
        this.call = call;
    }

    /** How long Jira takes nothing more from us, by its own answers. */
    Optional<Duration> rest(Instant now) {
        return site.quota().rest(now);
    }

    JsonObject create(Parcel parcel) throws IOException {
        JsonObject created = call.make(() -> site.create(JiraText.issue(parcel, settings.projectKey())));
        return reference(key(created).orElseThrow(JiraLostException::new)).build();
    }

    Optional<JsonObject> created(UUID parcel) throws IOException {
        JsonObject found = call.make(() -> site.labelled(JiraText.label(parcel)));
        return first(found).flatMap(JiraIssues::key).map(key -> reference(key).build());
    }

    /** Comments unless it has been done, and then ends the issue if the message says so. */
    JsonObject follow(Parcel parcel, String issue) throws IOException {
        if (!isCommented(parcel, issue)) {
            JsonObject unused = call.make(() -> site.comment(issue, JiraText.comment(parcel)));
        }
        JsonWriter reference = reference(issue);
        return (ends(parcel) ? reference.put("transition", end(issue)) : reference).build();
    }

    /** Empty while anything of {@link #follow} is left to do. */
    Optional<JsonObject> followed(Parcel parcel, String issue) throws IOException {
        if (!isCommented(parcel, issue)) {
            return Optional.empty();
        }
        if (!ends(parcel)) {
            return Optional.of(reference(issue).build());
        }
        return isEnded(call.make(() -> site.issue(issue)))
                ? Optional.of(reference(issue)
                        .put("transition", settings.doneTransition())
                        .build())
                : Optional.empty();
    }

    private static boolean ends(Parcel parcel) {
        return ENDS.contains(parcel.notice().kind());
    }

    private boolean isCommented(Parcel parcel, String issue) throws IOException {
        String mark = JiraText.mark(parcel.key());
        return call.make(() -> site.comments(issue)).toString().contains(mark);
    }

    private String end(String issue) throws IOException {
        JsonObject state = call.make(() -> site.issue(issue));
        if (isEnded(state)) {
            return settings.doneTransition();
        }
        Optional<JsonObject> transition = JiraTransitions.named(settings.doneTransition(), state);
        if (transition.isEmpty()) {
            return NONE;
        }
        try {
            JsonObject unused = call.make(() -> site.transition(issue, JiraTransitions.request(transition.get())));
            return settings.doneTransition();
        } catch (JiraRefusalException e) {
            if (e.passing()) {
                throw e;
            }
            return REFUSED;
        }
    }

    private boolean isEnded(JsonObject issue) {
        return JiraTransitions.status(issue)
                .filter(settings.doneTransition()::equalsIgnoreCase)
                .isPresent();
    }

    private JsonWriter reference(String key) {
        return new JsonWriter().put("issue_key", key).put("url", settings.baseUrl() + "/browse/" + key);
    }

    private static Optional<String> key(JsonObject issue) {
        return new JsonReader(issue).text("key");
    }

    private static Optional<JsonObject> first(JsonObject found) {
        return new JsonReader(found)
                .array("issues").orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .findFirst();
    }
}
