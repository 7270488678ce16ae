package io.secplat.workers.scan.headers.seen;

/**
 * One {@code Set-Cookie} line and who sent it.
 *
 * @param host in lower case, without port
 * @param path of the request, without its query
 */
public record CookieLine(String host, String path, String line) {

    /** Leaves the line out, which may hold a secret. */
    @Override
    public String toString() {
        return "CookieLine[" + host + path + "]";
    }
}
