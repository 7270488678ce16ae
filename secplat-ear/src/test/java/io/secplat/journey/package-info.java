/** Journeys end to end over the packaged servers, each its own process, on real stores. */
package io.secplat.journey;
