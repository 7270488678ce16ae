package io.secplat.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a call, from its {@code X-Request-Id} header or made for it. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "io.secplat.request_id";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestIds() {}

    /** The caller's own id, if it has the shape of one. */
    static Optional<String> accepted(@Nullable String header) {
        return Optional.ofNullable(header).filter(text -> SHAPE.matcher(text).matches());
    }

    static void remember(HttpServletRequest request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }

    /** The id of this call; {@code unknown} only for a call that passed no filter. */
    public static String of(HttpServletRequest request) {
        return given(request).orElse("unknown");
    }

    /** The id of this call; empty for one that passed no filter. */
    static Optional<String> given(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? Optional.of(id) : Optional.empty();
    }
}
