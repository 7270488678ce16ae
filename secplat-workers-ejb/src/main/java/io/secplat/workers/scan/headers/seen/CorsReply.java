package io.secplat.workers.scan.headers.seen;

/**
 * The answer to a request of a stranger's page.
 *
 * @param origin what the request said in {@code Origin}
 */
public record CorsReply(String origin, HeaderFields headers) {}
