package io.secplat.workers.scan.headers.cookies;

import io.secplat.workers.scan.headers.seen.Text;

/**
 * A cookie without its value.
 *
 * @param domain the attribute, empty when the cookie names none
 * @param path the attribute, empty when the cookie names none that counts
 * @param sameSite {@code strict}, {@code lax}, {@code none}, or empty
 */
public record Cookie(String name, String domain, String path, boolean secure, boolean httpOnly, String sameSite) {

    public boolean namesSameSite() {
        return !sameSite.isEmpty();
    }

    /** Whether it may be sent with requests of other sites without being bound to HTTPS, which browsers refuse. */
    public boolean isOpenInsecurely() {
        return !secure && sameSite.equals("none");
    }

    /** Whether its name is that of a session or login. */
    public boolean isSession() {
        return named("login") || named("sess");
    }

    /** Whether its name is that of a token against forged requests. */
    public boolean isAntiCsrf() {
        return named("csrf");
    }

    private boolean named(String part) {
        return Text.lower(name).contains(part);
    }
}
