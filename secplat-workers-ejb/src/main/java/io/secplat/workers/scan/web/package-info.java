/** The scan {@code web_exposure}: is there HTTPS, and does it send the usual security headers. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.web;
