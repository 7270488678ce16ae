package io.secplat.api.inbound;

import java.util.Optional;

/**
 * The URL by which the outside calls, which Twilio signs: behind a proxy it is not the one that this server sees.
 *
 * @param base PUBLIC_URL, else FRONTEND_URL; without either the URL that this server sees
 */
record OwnUrl(Optional<String> base) {

    OwnUrl {
        base = base.map(url -> url.strip().replaceAll("/+$", "")).filter(url -> !url.isEmpty());
    }

    /** The URL of a call. */
    String of(String seen, String path, Optional<String> query) {
        return base.map(url -> url + path).orElse(seen)
                + query.map(text -> "?" + text).orElse("");
    }
}
