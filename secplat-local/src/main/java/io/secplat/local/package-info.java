/** The launcher: starts, watches and stops the whole platform on one machine. */
@org.jspecify.annotations.NullMarked
package io.secplat.local;
