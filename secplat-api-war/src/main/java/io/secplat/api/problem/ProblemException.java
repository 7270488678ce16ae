package io.secplat.api.problem;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call cannot be answered as asked; its message may be shown to the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String message;
    private final transient @Nullable JsonValue detail;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    ProblemException(ProblemType type, String message) {
        this(type, message, null);
    }

    ProblemException(ProblemType type, String message, @Nullable JsonValue detail) {
        super(message, null, false, false);
        this.type = type;
        this.message = message;
        this.detail = detail;
    }

    /** The same problem, answered with one more header, for example {@code Retry-After}. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** The structured {@code error.detail}; empty when the message says it all. */
    public Optional<JsonValue> detail() {
        return Optional.ofNullable(detail);
    }

    /** Headers of the answer beside the content type. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
