/**
 * What operators may do to a running server, as management beans: {@code io.secplat:type=...,role=...}. Each operation runs on a
 * thread of the application and is written down, whatever it is.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.runtime.admin;
