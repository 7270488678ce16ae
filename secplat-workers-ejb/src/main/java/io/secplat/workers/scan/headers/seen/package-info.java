/** What a browser would have seen of a site: headers, page, cookies and redirects, as plain values. Judges nothing, asks nobody. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.seen;
