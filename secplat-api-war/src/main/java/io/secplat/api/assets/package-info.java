/** The inventory: what is watched, how, whose it is, and whether its domain is proven. No SQL, no network. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.assets;
