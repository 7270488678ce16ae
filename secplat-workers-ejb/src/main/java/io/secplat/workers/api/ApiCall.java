package io.secplat.workers.api;

import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path below {@code /api}, with a leading slash, already encoded
 * @param body JSON to send, null for none
 * @param requestId the X-Request-Id, 1 to 128 characters of {@code [A-Za-z0-9._-]}
 */
public record ApiCall(String method, String path, @Nullable JsonObject body, String requestId) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    public ApiCall {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash, was \"" + path + "\"");
        }
        if (!isRequestId(requestId)) {
            throw new IllegalArgumentException("request id must match " + REQUEST_ID);
        }
    }

    /** The body may carry the token of a lease. */
    @Override
    public String toString() {
        return "ApiCall[" + method + " " + path + "]";
    }

    public static ApiCall get(String path, String requestId) {
        return new ApiCall("GET", path, null, requestId);
    }

    public static ApiCall post(String path, JsonObject body, String requestId) {
        return new ApiCall("POST", path, body, requestId);
    }

    public static ApiCall put(String path, JsonObject body, String requestId) {
        return new ApiCall("PUT", path, body, requestId);
    }

    /** Whether the API would keep this text as the id of a request. */
    public static boolean isRequestId(String text) {
        return REQUEST_ID.matcher(text).matches();
    }
}
