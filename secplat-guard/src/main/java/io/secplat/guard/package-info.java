/** The gatekeeper: which targets SecPlat may speak to. Every connection to a user-given address goes through here. */
@org.jspecify.annotations.NullMarked
package io.secplat.guard;
