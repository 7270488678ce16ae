/** Reads Content Security Policies (W3C CSP Level 3) into lists of sources by directive. Does not judge them. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.csp;
