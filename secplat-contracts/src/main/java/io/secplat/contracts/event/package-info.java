/** Facts that travel on streams: one sealed family, its envelope and its encoding. Nothing here knows Redis. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.event;
