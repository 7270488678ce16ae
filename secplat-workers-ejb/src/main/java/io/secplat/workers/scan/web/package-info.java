/** The scan {@code web_exposure}: is there HTTPS, does it send the usual security headers, and what is open that should not be. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.web;
