package io.secplat.workers.scan.headers.seen;

/**
 * What a site answered at the end of its redirects.
 *
 * @param verified whether every certificate on the way was trusted; true where none was shown
 */
public record Reply(HeaderFields headers, boolean verified) {}
