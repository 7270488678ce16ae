/**
 * The deriver: what the newest results of an asset mean. Plain decisions ({@link io.secplat.workers.posture.PostureDeriver} and
 * its small types) and the passes that feed them; nothing here knows OpenSearch, Redis or HTTP.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.posture;
