/**
 * The gatekeeper: which targets SecPlat may speak to. Scans, domain verification and probes reach an address that a user
 * gave through here and in no other way. The prober dials by itself, but only the addresses that {@link
 * io.secplat.guard.TargetGuard#admit} gives it, and at its own pace.
 *
 * <p>Scanners and the API's domain verification inject {@link io.secplat.guard.GuardedHttp} (or {@link
 * io.secplat.guard.GuardedConnections} for plain TCP and TLS). Domain verification, for example, asks
 * {@code http.get(HttpAsk.of(TargetUrl.parse("http://" + name + "/.well-known/secplat-verification.txt")))} and reads
 * {@code answer.bodyText()}; a target that is not allowed is a {@link io.secplat.guard.TargetRefusedException} whose refusal says
 * why, every other failure an IOException.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.guard;
