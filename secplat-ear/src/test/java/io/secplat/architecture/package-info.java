/** What may know what, and why. */
@org.jspecify.annotations.NullMarked
package io.secplat.architecture;
