package io.secplat.workers.ingestion.http;

import io.secplat.guard.TargetUrl;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer.
 *
 * @param headers by lower-case name; of repeated ones the first
 * @param body the first 64 KiB of it, as text
 */
record HttpAnswer(int status, Map<String, String> headers, String body) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    /** Where it sends one who asked there; empty when it does not, or to nothing that can be asked. */
    Optional<TargetUrl> redirect(TargetUrl asked) {
        String location = headers.get("location");
        if (!REDIRECTS.contains(status) || location == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(asked.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Decodes the body with the charset that the answer names, UTF-8 otherwise. */
    static HttpAnswer of(int status, Map<String, String> headers, byte[] body) {
        return new HttpAnswer(status, headers, new String(body, charset(headers)));
    }

    private static Charset charset(Map<String, String> headers) {
        Matcher matcher = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
