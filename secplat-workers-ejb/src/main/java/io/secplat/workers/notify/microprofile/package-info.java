/** The notifier's figures by MicroProfile Metrics. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.microprofile;
