package io.secplat.api.problem;

import jakarta.json.JsonValue;

/** Every kind of error the API answers: its status, the title of the status, and its message when no other is given. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "Bad Request", "Malformed request"),
    VERIFICATION_FAILED(400, "Bad Request", "Domain verification failed"),
    NOT_AUTHENTICATED(401, "Unauthorized", "Not authenticated"),
    INVALID_TOKEN(401, "Unauthorized", "Invalid or expired token"),
    INVALID_CREDENTIALS(401, "Unauthorized", "Invalid username or password"),
    FORBIDDEN(403, "Forbidden", "Insufficient permissions"),
    NOT_FOUND(404, "Not Found", "Not found"),
    ALERT_UNKNOWN(404, "Not Found", "Alert not found"),
    ASSET_UNKNOWN(404, "Not Found", "Asset not found"),
    DEAD_LETTER_UNKNOWN(404, "Not Found", "Dead letter not found"),
    FINDING_UNKNOWN(404, "Not Found", "Finding not found"),
    INCIDENT_UNKNOWN(404, "Not Found", "Incident not found"),
    JOB_UNKNOWN(404, "Not Found", "Job not found"),
    SCHEDULE_UNKNOWN(404, "Not Found", "Schedule not found"),
    RULE_UNKNOWN(404, "Not Found", "Suppression rule not found"),
    WINDOW_UNKNOWN(404, "Not Found", "Maintenance window not found"),
    SNAPSHOT_UNKNOWN(404, "Not Found", "Snapshot not found"),
    USER_UNKNOWN(404, "Not Found", "User not found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not Acceptable", "Not acceptable"),
    CONFLICT(409, "Conflict", "Conflict"),
    STALE_LEASE(409, "Conflict", "Lease is stale"),
    BODY_TOO_LARGE(413, "Content Too Large", "Request body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "Unsupported media type"),
    VALIDATION(422, "Unprocessable Content", "Request validation failed"),
    RATE_LIMITED(429, "Too Many Requests", "Too many requests"),
    UNEXPECTED(500, "Internal Server Error", "Internal error"),
    DEPENDENCY_FAILED(502, "Bad Gateway", "A dependency failed"),
    DEPENDENCY_AWAY(503, "Service Unavailable", "A dependency is unavailable"),
    STARTING(503, "Service Unavailable", "The API is starting"),
    TOO_MANY_LISTENERS(503, "Service Unavailable", "Too many listeners"),
    DATABASE_AWAY(503, "Service Unavailable", "Database unavailable"),
    HOURS_UNCOUNTED(503, "Service Unavailable", "The checks of this period are still being counted"),
    SEARCH_AWAY(503, "Service Unavailable", "Search index unavailable"),
    DEPENDENCY_SLOW(504, "Gateway Timeout", "A dependency timed out");

    private final int status;
    private final String title;
    private final String message;

    ProblemType(int status, String title, String message) {
        this.status = status;
        this.title = title;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What is told when nothing more exact is. */
    public String message() {
        return message;
    }

    /** The problem with its default message. */
    public ProblemException because() {
        return new ProblemException(this, message);
    }

    /** The problem with a message for people: no driver text, hosts or secrets. */
    public ProblemException because(String message) {
        return new ProblemException(this, message);
    }

    /** The problem with structured data as {@code error.detail}. */
    public ProblemException because(String message, JsonValue detail) {
        return new ProblemException(this, message, detail);
    }
}
