/** The launcher behind {@code ./secplat}: which processes make up the platform, in which order, with which settings. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.launch;
