package io.secplat.api.incidents.postgres;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What an incident's metadata tells of its Jira issue. Other features note an issue through here. */
public final class JiraMarks {

    static final String KEY = "jira_issue_key";
    static final String REQUESTED = "jira_requested_at";

    private JiraMarks() {}

    /** The issue was created; an incident that is gone, or has one, stays as it is. */
    public static void issued(Handle handle, int incidentId, String key, String url) {
        JsonObject marks =
                new JsonWriter().put(KEY, key).put("jira_issue_url", url).build();
        add(handle, incidentId, marks);
    }

    /** Somebody asks for one now. */
    static void requested(Handle handle, int incidentId, Instant now) {
        add(handle, incidentId, new JsonWriter().put(REQUESTED, now).build());
    }

    private static void add(Handle handle, int incidentId, JsonObject marks) {
        int unused = handle.createUpdate(
                        """
                        UPDATE incidents SET metadata = metadata || CAST(:marks AS jsonb)
                        WHERE id = :id AND NOT metadata ?? 'jira_issue_key'
                        """)
                .bind("marks", marks.toString())
                .bind("id", incidentId)
                .execute();
    }
}
