package io.secplat.workers.notify.jira;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A Jira on loopback and the channel to it, without the container's fault tolerance. */
abstract class JiraBench {

    static final UUID KEY = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    static final String LINK = "https://secplat.example.org/incidents/42";
    static final Instant NOW = Instant.parse("2026-05-04T07:20:00Z");

    final FakeJira jira = newJira();

    private static FakeJira newJira() {
        try {
            return new FakeJira();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        jira.close();
    }

    final Channel channel() {
        return channel(Map.of());
    }

    final Channel channel(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(jira.settings());
        settings.putAll(changes);
        return JiraChannels.of(new GivenConfig(settings), new BoundedJiraCall(), Clock.fixed(NOW, ZoneOffset.UTC))
                .orElseThrow();
    }

    static Notification notification(String kind, String title, JsonObject jira) {
        return new Notification(
                kind,
                "k",
                title,
                "HTTP 503.",
                Severity.HIGH,
                List.of("billing-web", "shop"),
                42,
                LINK,
                List.of(),
                jira);
    }

    static Parcel created() {
        return created(notification("incident.created", "billing-web is down", null));
    }

    static Parcel created(Notification notification) {
        return new Parcel(new Notice.Told(notification), KEY, Optional.empty());
    }

    /** A message that follows the one that made SEC-1. */
    static Parcel following(String kind) {
        JsonObject reference =
                Json.createObjectBuilder().add("issue_key", "SEC-1").build();
        return new Parcel(
                new Notice.Told(notification(kind, "billing-web recovered", null)), KEY, Optional.of(reference));
    }

    final JsonObject reference(String key) {
        return Json.createObjectBuilder()
                .add("issue_key", key)
                .add("url", jira.url() + "/browse/" + key)
                .build();
    }

    final JsonObject reference(String key, String transition) {
        return Json.createObjectBuilder(reference(key))
                .add("transition", transition)
                .build();
    }
}
