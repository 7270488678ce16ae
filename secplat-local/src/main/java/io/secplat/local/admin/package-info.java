/** A client of the REST connector of a server: what {@code ./secplat admin} uses. Knows no bean by name; it reads what there is. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.admin;
